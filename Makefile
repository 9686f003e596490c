# Everything runs from a clean clone with Python 3.11 (or newer) and make. `make help` lists it.

# Another interpreter: make PYTHON=/path/to/python3.11 …
PYTHON ?= $(shell for p in python3.11 python3; do $$p -c '$(RECENT)' 2>/dev/null && echo $$p && break; done)
RECENT := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))

# Locked versions hold for the build's own environment too; paths stay relative, as pip splits
# both variables at spaces. PIP_BUILD_CONSTRAINT is what newer pip reads for the build.
PIP := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore .venv/bin/python -m pip
LOCKING := build/lock/bin/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test check format bench docs lock clean

help:  ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s%s\n", $$1, $$2 }' Makefile

run: .venv/.installed-images  ## forecast Israel as it stood on 14 September 2019, and write report.html
	.venv/bin/formateur forecast il-2019-09 --as-of 2019-09-14
	.venv/bin/formateur report il-2019-09 --as-of 2019-09-14 --html report.html

test: .venv/.installed-test .venv/.installed-cluster .venv/.installed-story .venv/.installed-web  ## run all tests
	.venv/bin/python -m pytest -n 2

check: .venv/.installed-test .venv/.installed-lint .venv/.installed-cluster .venv/.installed-story .venv/.installed-web  ## style, types, and the direction of imports
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache
	@$(CHECK_TYPES)

format: .venv/.installed-lint  ## put the code into the house style
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: .venv/.installed-bench .venv/.installed-web  ## measure time and memory, printed as Markdown
	.venv/bin/python benchmarks/flagship.py
	.venv/bin/python benchmarks/kernels.py
	.venv/bin/python benchmarks/allocation.py
	.venv/bin/python benchmarks/poll_model.py
	.venv/bin/python benchmarks/serving.py
	.venv/bin/python benchmarks/play.py

docs: .venv/.installed-docs  ## build the documentation into docs/_build/html and run its examples
	.venv/bin/python -m sphinx -q -W --keep-going -b html docs docs/_build/html
	.venv/bin/python -m sphinx -q -W --keep-going -b doctest docs docs/_build/doctest

lock:  ## renew constraints.txt with the newest versions that fit
	@$(NEEDS_PYTHON)
	"$(PYTHON)" -m venv --clear build/lock
	$(LOCKING) install -q -e '.[bench,cluster,docs,lint,mcmc,story,test,web]' hatchling
	sed -n '/^#/p' constraints.txt > build/lock/constraints.txt
	$(LOCKING) freeze --exclude-editable >> build/lock/constraints.txt
	mv build/lock/constraints.txt constraints.txt

clean:  ## remove all that the other targets made
	rm -rf .venv build dist docs/_build report.html .coverage
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Of the page's modules, whose types stand in their remarks; left out where there is no Node.
define CHECK_TYPES
mkdir -p build/types && cp scripts/types/package.json scripts/types/package-lock.json build/types; \
if command -v npm > /dev/null && npm ci --silent --fetch-retries=0 --no-audit --no-fund --prefix build/types; then \
	build/types/node_modules/.bin/tsc -p scripts/types; \
else echo 'npm or its registry is not there: the types of the modules of the page are not checked'; fi
endef

define NEEDS_PYTHON
test -n "$(PYTHON)" && "$(PYTHON)" -c '$(RECENT)' || { \
	echo 'Formateur needs Python 3.11 or newer with its venv module (Debian: python3-venv), and' \
	'found none as python3.11 or python3. If it is elsewhere: make PYTHON=/path/to/python3.11' >&2; \
	exit 1; }
endef

# The stamps lie inside the environment, so they go with it; each is older than what it depends on
# until the next install, and a second call installs nothing and needs no network.
.venv/.created:
	@$(NEEDS_PYTHON)
	"$(PYTHON)" -m venv --clear .venv
	@touch $@

.venv/.installed: .venv/.created pyproject.toml constraints.txt
	$(PIP) install -qq -e .
	@touch $@

.venv/.installed-%: .venv/.installed
	$(PIP) install -qq -e '.[$*]'
	@touch $@
