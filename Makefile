# Every target sets up .venv by itself, once; a second run does no set-up again.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED ?= ../shared

.PHONY: extract test lint wheel bench evaluate report clean help

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

extract: $(READY)  ## corpus/ to tables in outputs/
	@$(BIN)/bangfu run corpus -o outputs --no-resume; status=$$?; \
	if [ $$status -ne 0 ] && [ $$status -ne 3 ]; then exit $$status; fi; \
	echo "The tables are in outputs/: open outputs/money.csv, or see what could not be read in outputs/rejects.csv."

test: $(READY)  ## the whole test suite
	$(BIN)/python -m pytest

lint: $(READY)  ## style, types, order of the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

wheel: $(READY)  ## build the wheel, install it into an empty environment elsewhere, extract one article
	PYTHON=$(PYTHON) bash tests/install/check_wheel.sh

bench: $(READY)  ## speed and memory beside peers, in one run; writes docs/speed.md
	$(BIN)/python -m benchmarks.speed

evaluate: $(READY)  ## accuracy on the project's own gold, and on the shared one where it is present
	@rm -rf build/evaluate && mkdir -p build/evaluate
	@$(BIN)/bangfu run corpus -o build/evaluate/own > /dev/null; \
	$(BIN)/bangfu evaluate build/evaluate/own tests/gold/annotations
	@if [ -d $(SHARED)/articles ]; then \
	$(BIN)/bangfu run $(SHARED)/articles -o build/evaluate/shared > /dev/null; \
	$(BIN)/bangfu evaluate build/evaluate/shared $(SHARED)/gold/annotations; fi

report: extract  ## one page about outputs/: build/report.html
	@mkdir -p build && $(BIN)/bangfu report outputs -o build/report.html

clean:  ## remove what was built, the environment included
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis outputs/.bangfu
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "bangfu needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up $(VENV) (once, about two minutes)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,dev,dask]'
	@touch $@
