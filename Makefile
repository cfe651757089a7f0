# make site   build the site into site/
# make serve  serve it on this machine and rebuild on every save
# make check  name every problem in content/
# make bundle one zip with everything in it, for offices that the site does not reach, in dist/
# make quick  style, types and the unit tests that are not slow: the loop while you change code
# make test   all tests; BROWSER=no leaves out those that need a browser
# make release the zip, the single file and the PDF that a release hands out, in dist/release/
# make pdf-tools and make reading-tools install what `handbook pdf` and the reading ages of `handbook stats` need
# make style, types, unit, built and browser are parts of make test, as the pipelines run them.
# make mutate changes the code a little, again and again, and names the changes that no test notices
# make bench  builds handbooks of SIZES="1000 5000" lessons, and plain Material beside them: what both cost
# Each target is a command, which also runs without make: python3 -m macros site (on Windows: py -m macros site).
# It installs everything into .venv. The only things needed are Python 3.11 or newer, and the network once.

PYTHON ?= python3
BROWSER ?= yes
HANDBOOK := $(PYTHON) -m macros

.PHONY: site serve check bundle quick test style types unit built browser bench mutate release lock clean \
  pdf-tools reading-tools

site serve check bundle quick style types built browser mutate release lock clean pdf-tools reading-tools:
	$(HANDBOOK) $@

test:
	$(HANDBOOK) test $(if $(filter no,$(BROWSER)),--no-browser)

bench:
	$(HANDBOOK) bench $(SIZES)

unit:
	$(HANDBOOK) unit $(if $(filter no,$(SLOW)),--fast)
