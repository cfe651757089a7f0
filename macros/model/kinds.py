"""The kinds of record that have a folder of files and a page for each. A new kind is added here, and listed
nowhere else.
"""

from __future__ import annotations

from macros.model.activity import Activity
from macros.model.base import Filed
from macros.model.crosswalk import Crosswalk
from macros.model.example import Example
from macros.model.lesson import Lesson
from macros.model.migration import Migration
from macros.model.overview import Overview
from macros.model.phase import Phase
from macros.model.product import Product
from macros.model.role import Role
from macros.model.source import Source
from macros.model.workstream import Workstream

FOLDERS: tuple[type[Filed], ...] = (
    Overview,
    Phase,
    Workstream,
    Role,
    Activity,
    Lesson,
    Product,
    Example,
    Migration,
    Crosswalk,
    Source,
)
FOLDER_OF = {cls.kind: cls.folder for cls in FOLDERS}
# The folder of the pages of each kind, from the root of the site.
PAGES_OF = {cls.kind: cls.pages or cls.folder for cls in FOLDERS}
KIND_OF = {folder: kind for kind, folder in FOLDER_OF.items()}
