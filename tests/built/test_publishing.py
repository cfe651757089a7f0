"""Publishing: the pipelines and forms are what their hosts read, and a real web server serves the site as we say it does."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from builds import ROOT, built
from forks import make_fork
from pages import first, pages

from macros.publishing import servers

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted(f for f in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if f.name != "config.yml")
GITLAB = ROOT / ".gitlab-ci.yml"
MIME = Path("/etc/nginx/mime.types")
needs_nginx = pytest.mark.skipif(
    not (shutil.which("nginx") and MIME.is_file()),
    reason="nginx is not installed, so that its settings are not tried here",
)


def problems(schema: str, *files: Path) -> str:
    """What check-jsonschema, with a schema that it brings along, says of the files."""
    done = subprocess.run(
        [Path(sys.executable).with_name("check-jsonschema"), "--builtin-schema", schema, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.gitlab-ci", [GITLAB]),
        ("vendor.dependabot", [ROOT / ".github/dependabot.yml"]),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_pipelines_and_forms_have_the_form_of_their_host(schema, files):
    assert files
    assert problems(schema, *files) == ""


def test_a_pipeline_that_is_wrong_would_be_named(tmp_path: Path):
    (tmp_path / "x.yml").write_text(WORKFLOWS[0].read_text().replace("runs-on:", "runs_on:"))
    assert "runs_on" in problems("vendor.github-workflows", tmp_path / "x.yml")


def commands() -> list[str]:
    """Every command of every pipeline."""
    jobs = [job for file in WORKFLOWS for job in yaml.safe_load(file.read_text())["jobs"].values()]
    found = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    return found + [
        line
        for job in yaml.safe_load(GITLAB.read_text()).values()
        if isinstance(job, dict)
        for line in job.get("script", [])
    ]


def test_pipelines_run_the_commands_that_the_readme_explains():
    readme = (ROOT / "README.md").read_text()
    makes = {command.split()[1] for command in commands() if command.startswith("make ")}
    assert makes == {"check", "site", "style", "types", "unit", "built", "browser", "release"}
    assert [name for name in makes if f"`make {name}" not in readme] == []


def test_changes_from_outside_get_no_secrets_and_can_write_nothing():
    for file in WORKFLOWS:
        text = file.read_text()
        flow = yaml.safe_load(file.read_text())
        assert (
            "secrets." not in text
            and "pull_request_target" not in text
            and "persist-credentials: false" in text
        )
        assert all(
            "make " not in step.get("run", "") and "checkout" not in step.get("uses", "")
            for job in flow["jobs"].values()
            if "write" in job.get("permissions", {}).values()
            for step in job["steps"]
        )
        assert flow["permissions"] == {"contents": "read"}, file.name
        writes = {
            name for name, job in flow["jobs"].items() if "write" in job.get("permissions", {}).values()
        }
        assert writes == {"publish.yml": {"deploy"}, "release.yml": {"release"}}.get(file.name, set())
        assert ("pull_request" in str(flow[True])) != bool(writes)


def test_actions_of_others_are_named_by_the_hash_of_their_content():
    used = [line.strip() for file in WORKFLOWS for line in file.read_text().splitlines() if "uses:" in line]
    assert used
    assert [
        line
        for line in used
        if not re.fullmatch(r"(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []


def test_both_hosts_run_the_same_targets_on_the_oldest_and_the_newest_python():
    github = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text())["jobs"]
    gitlab = yaml.safe_load(GITLAB.read_text())
    oldest = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text())[1]
    newest = gitlab["variables"]["PYTHON_VERSION"]
    for name in ("style", "types", "unit", "site", "browser"):
        runs = [step["run"] for step in github[name]["steps"] if step.get("run", "").startswith("make")]
        assert runs == gitlab[name]["script"], name
        if "strategy" in github[name]:
            assert github[name]["strategy"]["matrix"]["python"] == [oldest, newest]
            assert ".both" in gitlab[name]["extends"]
    assert gitlab[".both"]["parallel"]["matrix"] == [{"PYTHON_VERSION": [oldest, newest]}]


def test_code_has_owners_and_content_has_none():
    owners = [(ROOT / name).read_text() for name in (".github/CODEOWNERS", ".gitlab/CODEOWNERS")]
    assert owners[0] == owners[1]
    owned = {line.split()[0] for line in owners[0].splitlines() if line and not line.startswith("#")}
    assert {"/docs/", "/macros/", "/overrides/"} <= owned
    assert not any(path.startswith(("/content", "*")) for path in owned)
    assert [path for path in owned if not list(ROOT.glob(path.strip("/")))] == []


def test_gitlab_reads_the_report_that_the_check_writes_and_publishes_the_folder_that_the_build_makes():
    jobs = yaml.safe_load(GITLAB.read_text())
    assert jobs["check"]["after_script"][0].endswith(
        "--format gitlab > " + jobs["check"]["artifacts"]["reports"]["codequality"]
    )
    assert jobs["pages"]["script"] == ["make site", "mv site public"] and jobs["pages"]["artifacts"][
        "paths"
    ] == ["public"]


def test_the_container_takes_the_settings_that_are_made_with_the_site():
    said = (ROOT / "Containerfile").read_text()
    assert (
        f"COPY site/{servers.SERVER_FILE} " in said
        and f"COPY site {servers.ROOT}\n" in said
        and f"EXPOSE {servers.PORT}\n" in said
    )
    image = r"^FROM docker\.io/nginxinc/nginx-unprivileged:[\w.-]+@sha256:[0-9a-f]{64}$"
    assert re.search(image, said, re.MULTILINE)


# Under an address that only the pipeline knows, and which is a folder of its host


@pytest.fixture(scope="session")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site of a team that has not written down its address."""
    fork = make_fork(tmp_path_factory.mktemp("below") / "fork")
    site = fork / "content/site.yml"
    site.write_text(re.sub("^address:.*\n", "", site.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    return built(fork / "site", config=fork / "mkdocs.yml", SITE_ADDRESS="https://team.example.net/handbook")


def test_the_page_for_missing_addresses_finds_its_way_from_any_depth_below_a_folder(below: Path):
    links = [urlsplit(a.attrib["href"]) for a in pages(below)["404.html"].tree.iter("a")]
    here = [link.path for link in links if link.path and not link.scheme]
    assert here and [path for path in here if not path.startswith("/handbook/")] == []
    assert (below / ".htaccess").read_text().startswith("ErrorDocument 404 /handbook/404.html\n")


def test_the_address_that_the_pipeline_knows_stands_in_feeds_schemas_and_canonical_links(below: Path):
    home = "https://team.example.net/handbook/"
    canonical = first(pages(below)["lessons/index.html"].tree, "link[rel=canonical]")
    assert canonical.get("href") == f"{home}lessons/"
    assert f'href="{home}lessons/"' in (below / "feeds/lessons.xml").read_text()
    assert f'"$id": "{home}data/schema/lessons.json"' in (below / "data/schema/lessons.json").read_text()


def test_the_address_in_the_content_counts_before_that_of_the_pipeline(tmp_path: Path):
    fork = make_fork(tmp_path / "fork")
    feed = (
        built(fork / "site", config=fork / "mkdocs.yml", SITE_ADDRESS="https://team.example.net/handbook")
        / "feeds/lessons.xml"
    ).read_text()
    assert "https://llyfrgell.example.org/lessons/" in feed and "team.example.net" not in feed


# A real nginx


@pytest.fixture(scope="module")
def nginx(welsh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site on a real nginx with the settings of the container, but for port and folder."""
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = (
        (welsh / servers.SERVER_FILE)
        .read_text()
        .replace(f"listen {servers.PORT};", f"listen 127.0.0.1:{port};")
        .replace(servers.ROOT, str(welsh))
    )
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; pid {folder}/pid; error_log stderr; events {{}}\nhttp {{ include {MIME}; access_log off; {temporary}\n{server} }}"
    )
    process = subprocess.Popen(
        ["nginx", "-e", "stderr", "-c", folder / "nginx.conf", "-p", folder], stderr=subprocess.PIPE
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stderr and process.stderr.read().decode()
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(10)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        """Show where a server sends people, and stay."""


def get(address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer, whatever it is."""
    asked = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.build_opener(_Stay).open(asked, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


@needs_nginx
def test_every_answer_of_a_real_server_carries_our_headers(nginx: str, welsh: Path):
    promised = dict(line.strip().split(": ", 1) for line in (welsh / "_headers").read_text().splitlines()[1:])
    assert "Content-Security-Policy" in promised
    for path in ("", "lessons/", "assets/handbook.css", "data/lessons.csv", "feeds/lessons.xml", "nowhere/"):
        _, headers, _ = get(nginx + path)
        assert {name: headers[name] for name in promised} == promised, path
        assert headers["Server"] == "nginx"


@needs_nginx
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("lessons/", "text/html; charset=utf-8"),
        ("assets/handbook.css", "text/css; charset=utf-8"),
        ("assets/icon.svg", "image/svg+xml"),
        ("assets/menu.js", "application/javascript; charset=utf-8"),
        ("data/handbook.json", "application/json; charset=utf-8"),
        ("data/lessons.csv", "text/csv; charset=utf-8"),
        ("feeds/lessons.xml", "application/atom+xml"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
    ],
)
def test_a_real_server_says_what_each_file_is(nginx: str, path: str, kind: str):
    status, headers, _ = get(nginx + path)
    assert (status, headers["Content-Type"]) == (200, kind)


@needs_nginx
@pytest.mark.parametrize(
    "path", ["nowhere/at/all/", "_headers", ".htaccess", "headers.nginx.conf", "server.nginx.conf"]
)
def test_what_is_not_there_or_not_for_readers_is_answered_with_our_page(nginx: str, welsh: Path, path: str):
    status, _, body = get(nginx + path)
    assert (status, body) == (404, (welsh / "404.html").read_bytes())


@needs_nginx
def test_browsers_ask_whether_a_page_has_changed_and_keep_what_never_does(nginx: str, welsh: Path):
    _, page, _ = get(nginx)
    assert page["Cache-Control"] == "no-cache"
    assert get(nginx, If_None_Match=page["ETag"])[0] == 304
    (style,) = (welsh / "assets/stylesheets").glob("main.*.min.css")
    assert get(f"{nginx}assets/stylesheets/{style.name}")[1]["Cache-Control"] == "max-age=315360000"


@needs_nginx
@pytest.mark.parametrize(
    "path", ["", "assets/handbook.css", "data/handbook.json", "data/lessons.csv", "feeds/lessons.xml"]
)
def test_a_real_server_sends_text_packed(nginx: str, path: str):
    _, headers, body = get(nginx + path, Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip" and gzip.decompress(body) == get(nginx + path)[2]


@needs_nginx
def test_an_address_without_its_slash_is_sent_on_whatever_stands_before_the_server(nginx: str):
    status, headers, _ = get(f"{nginx}lessons")
    assert (status, headers["Location"]) == (301, "/lessons/")
