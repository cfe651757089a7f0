"""A repository on the web: the addresses that open a new file and a new issue there, filled in.

The form of its edit address tells which host it is on, so that a fork names one address and no host. What
each host fills in from an address was looked up: GitHub and Gitea take the name and the text of a new file,
and GitLab takes neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from macros.model.contact import Repository


@dataclass(frozen=True)
class Host:
    """How one kind of host writes its addresses: parts of paths, and names of parameters. Empty where it has
    none.
    """

    edit: str
    new: str
    issues: str
    file_name: str
    file_text: str
    title: str
    body: str


GITLAB = Host("/-/edit/", "/-/new/", "/-/issues/new", "", "", "issue[title]", "issue[description]")
GITEA = Host("/_edit/", "/_new/", "/issues/new", "filename", "value", "title", "body")
GITHUB = Host("/edit/", "/new/", "/issues/new", "filename", "value", "title", "body")
HOSTS = (GITLAB, GITEA, GITHUB)  # that of GitHub last, because the others hold it


def host_of(repository: Repository | None) -> Host | None:
    """Return the host that `repository` is on, or None when its edit address has no form that we know."""
    if repository is None:
        return None
    return next((host for host in HOSTS if host.edit in repository.edit), None)


def new_file(repository: Repository | None, folder: str) -> dict[str, str]:
    """Return the address that opens a new file in `folder`, with the names of the parameters for its name and
    text.

    Return nothing for hosts that we do not know.
    """
    host = host_of(repository)
    if not host or not repository:
        return {}
    address = repository.edit.replace(host.edit, host.new, 1).replace("{path}", quote(folder))
    return {"address": address, "name": host.file_name, "text": host.file_text}


def new_issue(repository: Repository | None, title: str, body: str) -> str:
    """Return the address that opens a new issue with that title and text, or an empty text for other
    hosts.
    """
    host = host_of(repository)
    if not host or not repository:
        return ""
    filled = f"{_parameter(host.title, title)}&{_parameter(host.body, body)}"
    return f"{repository.url.rstrip('/')}{host.issues}?{filled}"


def _parameter(name: str, text: str) -> str:
    return f"{quote(name, safe='')}={quote(text, safe='')}"
