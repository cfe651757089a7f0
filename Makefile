# make site   build the site into site/
# make serve  serve it on this machine and rebuild on every save
# make check  name every problem in content/
# make bundle one zip with everything in it, for offices that the site does not reach, in dist/
# make test   all tests; BROWSER=no leaves out those that need a browser
# Everything is installed into .venv. The only things needed are Python 3.11 or newer, make, and the network once.

PYTHON ?= python3
BIN := .venv/bin
BROWSER ?= yes
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check bundle test lock clean

site: .venv/site
	$(BIN)/handbook check --quiet
	$(BIN)/mkdocs build --strict

serve: .venv/site
	SERVING=true ON_ERROR_FAIL=false $(BIN)/mkdocs serve --livereload

check: .venv/site
	$(BIN)/handbook check

bundle: .venv/site
	$(BIN)/handbook bundle

test: .venv/test
	$(BIN)/python tests/browser_setup.py $(BROWSER)
	$(BIN)/pytest $(if $(filter no,$(BROWSER)),-m "not browser")

# Bounds live in requirements*.in; this writes the exact versions with their hashes, for every platform.
lock: .venv/site
	$(BIN)/pip install --quiet uv
	for name in requirements requirements-test; do $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links -o $$name.txt $$name.in || exit 1; done

clean:
	rm -rf .venv site build dist *.egg-info

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv

.venv/site: .venv/bin/python requirements.txt pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/test: .venv/site requirements-test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@
