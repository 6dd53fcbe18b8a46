# Everything is installed into .venv by the first target that needs it; the stamps in
# .venv/stamps make the second run quick. `make help` lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet
BENCH := build/bench
MUTANTS := build/mutants

.DEFAULT_GOAL := help
.PHONY: demo test lint types imports format docs generate bench scorecard kills mutants clean help

demo: $(STAMPS)/package ## build a ledger from the documents in the package, print a sourced answer
	$(BIN)/legation demo

test: $(STAMPS)/test ## install what the tests need and run them, also on a PostgreSQL of their own
ifeq ($(POSTGRESQL),no)
	@echo "LEDGERS ARE TESTED ON SQLITE ONLY: POSTGRESQL=no" >&2
	$(BIN)/python -m pytest --numprocesses auto --without-postgresql
else
	.ci/postgres $(BIN)/python -m pytest --numprocesses auto --cov
endif

lint: $(STAMPS)/lint ## style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMPS)/lint ## types, strictly
	$(BIN)/mypy --strict

imports: $(STAMPS)/lint ## the order in which the stations may import each other
	$(BIN)/lint-imports

format: $(STAMPS)/lint ## mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(STAMPS)/package ## write what the examples of the documentation print
	$(BIN)/python .ci/docs.py --write

generate: $(STAMPS)/generate ## make the generated data anew
	for script in genscripts/[a-z]*.py; do $(BIN)/python $$script || exit 1; done

bench: $(BENCH)/ready ## measure extraction, the finder of dates and the ledger against named peers
	$(BENCH)/bin/python benchmarks/extraction.py
	$(BENCH)/bin/python benchmarks/dates.py
	$(BENCH)/bin/python benchmarks/ledger.py --claims 200000

scorecard: $(STAMPS)/package ## measure how right the extraction is, and write docs/scorecard.md
	$(BIN)/python benchmarks/scorecard.py

kills: $(STAMPS)/test ## kill processes that ingest, 300 times, and look at what they leave behind
	.ci/postgres $(BIN)/python benchmarks/kills.py

mutants: $(MUTANTS)/ready ## measure how many small faults in two rooms their tests notice
	$(MUTANTS)/bin/python benchmarks/mutants.py reconciliation
	$(MUTANTS)/bin/python benchmarks/mutants.py ledger

clean: ## take away all that was made here
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests genscripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "legation needs Python 3.11 or later: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/package: pyproject.toml | $(STAMPS)/venv
	$(PIP) --editable .
	@touch $@

$(STAMPS)/test: pyproject.toml | $(STAMPS)/venv
	$(PIP) --editable '.[test,generate]'
	@touch $@ $(STAMPS)/package

$(STAMPS)/lint $(STAMPS)/generate: $(STAMPS)/%: pyproject.toml | $(STAMPS)/venv
	$(PIP) --editable '.[$*]'
	@touch $@ $(STAMPS)/package

# The peers have many parts of their own, and so an environment of their own.
$(BENCH)/ready: pyproject.toml benchmarks/requirements.txt
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip --disable-pip-version-check --no-input install --quiet \
	  --editable . --requirement benchmarks/requirements.txt
	@touch $@

# So has the maker of faults.
$(MUTANTS)/ready: pyproject.toml
	$(PYTHON) -m venv $(MUTANTS)
	$(MUTANTS)/bin/python -m pip --disable-pip-version-check --no-input install --quiet \
	  --editable '.[test]' cosmic-ray==8.7.0
	@touch $@
