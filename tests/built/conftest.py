"""Lets tests of the built site share `pages`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
