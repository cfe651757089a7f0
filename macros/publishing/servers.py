"""Ready settings for web servers, written beside the pages: the same headers for each, from one place.

A server that keeps pages for long would show old pages with new styles. So browsers ask each time whether a
page has changed, which costs little, and keep for good only files whose name changes with their content.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from macros.publishing.policy import Hash, policy

OTHERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HEADERS_FILE = "headers.nginx.conf"
SERVER_FILE = "server.nginx.conf"
# Files for servers and for nobody else. Copies in a folder leave them out.
FILES = ("_headers", ".htaccess", HEADERS_FILE, SERVER_FILE)
ROOT = "/usr/share/nginx/html"  # where the container keeps the site
ZIPPED = (
    "text/css",
    "text/csv",
    "text/plain",
    "text/xml",
    "application/javascript",
    "application/json",
    "application/atom+xml",
    "image/svg+xml",
)
PORT = 8080  # where it listens: a port that needs no rights

_NGINX = """\
# For nginx, inside http {{ … }}. The container takes it as it is; elsewhere, change the port and the folder.
map $uri $handbook_expires {{
  default epoch;
  "~\\.[0-9a-f]{{8,}}\\.min\\.(css|js)$" max;
}}
server {{
  listen {port};
  root {root};
  index index.html;
  charset utf-8;
  charset_types text/css text/csv text/plain text/xml application/json application/javascript;
  server_tokens off;
  absolute_redirect off;
  error_page 404 /404.html;
  expires $handbook_expires;
  gzip on;
  gzip_vary on;
  gzip_min_length 1000;
  gzip_types {zipped};
{headers}
  location ~ \\.csv$ {{ types {{ text/csv csv; }} }}
  location /feeds/ {{ types {{ application/atom+xml xml; }} }}
  location ~ /(_headers|\\.[^/]*|[^/]*\\.nginx\\.conf)$ {{ return 404; }}
}}
"""


def files(hashes: Iterable[Hash], home: str = "") -> dict[str, str]:
    """Return ready settings by path: for Netlify and Cloudflare Pages, for Apache, and for nginx.

    `hashes` are of what is inline in pages (see `policy.inline`). `home` is the address of the
    site, if it is known: Apache must know the way to the page for missing addresses.
    """
    headers = {"Content-Security-Policy": policy(hashes, header=True), **OTHERS}
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    return {
        "_headers": "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()),
        ".htaccess": _apache(headers, urlsplit(home).path or "/"),
        HEADERS_FILE: nginx,
        SERVER_FILE: _NGINX.format(
            port=PORT,
            root=ROOT,
            zipped=" ".join(ZIPPED),
            headers="\n".join(f"  {line}" for line in nginx.splitlines()),
        ),
    }


def _apache(headers: Mapping[str, str], root: str) -> str:
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    return f"ErrorDocument 404 {root}404.html\n<IfModule mod_headers.c>\n{lines}</IfModule>\n"
