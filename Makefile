# make site   build the site into site/
# make serve  serve it on this machine and rebuild on every save
# make check  name every problem in content/
# make bundle one zip with everything in it, for offices that the site does not reach, in dist/
# make quick  style, types and the unit tests that are not slow: the loop while you change code
# make test   all tests; BROWSER=no leaves out those that need a browser
# make release the zip, the single file and the PDF that a release hands out, in dist/release/
# make style, types, unit, built and browser are parts of these, as the pipelines run them.
# make mutate changes the code a little, again and again, and names the changes that no test notices
# make bench  builds handbooks of SIZES="1000 5000" lessons, and plain Material beside them, and prints what both cost
# Everything is installed into .venv. The only things needed are Python 3.11 or newer, make, and the network once.

PYTHON ?= python3
BIN := .venv/bin
BROWSER ?= yes
export NO_MKDOCS_2_WARNING := 1

# As many processes as there are cores. Tests that share what takes long to make run in the same one.
TESTS := $(BIN)/pytest -n auto --dist loadgroup

.PHONY: site serve check bundle quick test style types unit built browser bench mutate release lock clean

site: .venv/site
	$(BIN)/mkdocs build --strict

serve: .venv/site
	SERVING=true ON_ERROR_FAIL=false $(BIN)/mkdocs serve --livereload

check: .venv/site
	$(BIN)/handbook check

bundle: .venv/site
	$(BIN)/handbook bundle

# Each part runs, whatever the part before it found.
quick: .venv/test
	$(MAKE) --no-print-directory --keep-going style types unit SLOW=no

test: .venv/test
	$(BIN)/python tests/browser_setup.py $(BROWSER)
	$(TESTS) $(if $(filter no,$(BROWSER)),-m "not browser")

style: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test
	$(BIN)/mypy --strict macros

unit: .venv/test
	$(TESTS) tests/unit $(if $(filter no,$(SLOW)),-m "not slow")

built: .venv/test
	$(TESTS) tests/content tests/built

browser: .venv/test
	$(BIN)/python tests/browser_setup.py yes
	$(TESTS) tests/browser

bench: .venv/test
	PYTHONPATH=tests $(BIN)/python tests/bench.py $(SIZES)

# Mutmut works in a copy of the project, in mutants/. It is no part of the tests, so it is not locked with them.
mutate: .venv/test
	$(BIN)/pip install --quiet --disable-pip-version-check "mutmut>=3.8,<4"
	$(BIN)/mutmut run
	$(BIN)/mutmut results

# WeasyPrint, which makes the PDF, is locked with what the tests need.
release: .venv/test
	rm -rf dist/release
	$(BIN)/handbook bundle --to dist/release
	$(BIN)/handbook bundle --to dist/release --single
	$(BIN)/handbook pdf --to dist/release

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
