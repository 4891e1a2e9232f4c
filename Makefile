# Every target sets up what it needs in .venv/ and is quick the second time.
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
UV := $(shell command -v uv 2>/dev/null)
# The versions that development goes by: no release of others breaks it by itself.
PINS := --constraint constraints.txt --build-constraint constraints.txt
BASE ?= origin/main
# black is the judge of the style; everybody else gets the same bytes from ruff, and faster.
GENERATE := $(BIN)/typewright generate --formatter black

.DEFAULT_GOAL := help
.PHONY: help generate docs check test lint bench diff constraints clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

generate: $(STAMP) ## write generated/ from specs/
	$(GENERATE)

docs: $(STAMP) ## write the field tables only
	$(GENERATE) --target markdown

check: $(STAMP) ## fail if generated/ is not what specs/ say
	$(GENERATE) --check

test: $(STAMP) ## run all tests
	$(BIN)/pytest -n auto

lint: $(STAMP) ## style and types
	$(BIN)/ruff check generator tests bench
	$(BIN)/ruff format --check generator tests bench
	$(BIN)/mypy

bench: $(STAMP) ## measure against others, side by side
	$(BIN)/python -m bench

diff: $(STAMP) ## what changed in specs/ since BASE, and whom it breaks
	$(BIN)/typewright diff --base $(BASE)

constraints: ## go by the newest versions from now on
	rm -rf $(VENV)
	$(MAKE) $(STAMP) PINS=
	$(FREEZE) | tr 'A-Z_' 'a-z-' | LC_ALL=C sort > constraints.txt
	touch $(STAMP)

clean: ## remove what the other targets set up
	rm -rf $(VENV) .venv-bench build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

ifdef UV
FREEZE = uv pip freeze --quiet --python $(BIN)/python --exclude-editable
$(STAMP): pyproject.toml constraints.txt
	uv venv --quiet --allow-existing --python '>=3.11' $(VENV)
	uv pip install --quiet --python $(BIN)/python $(PINS) --editable . --group dev
else
FREEZE = $(BIN)/python -m pip freeze --quiet --exclude-editable
$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.3'
	$(BIN)/python -m pip install --quiet $(PINS) --editable . --group dev
endif
	$(BIN)/python -m compileall -q generator
	touch $@
