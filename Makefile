# Two commands to know: `make run` opens the reader, `make test` runs the tests.
# Both set up .venv on their first call and are quick from then on.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FOLDER ?=
PART ?=
DOOR ?= articles
ARTICLES ?= 1000

.PHONY: run test check bench bench-compare bench-related bench-stories bench-new format torture torture-guided lock audit docs pictures looks newcomer wheel clean

run: $(VENV)/ready
	@$(BIN)/copytaster $(if $(FOLDER),$(FOLDER),sample_corpus)

test: $(VENV)/ready-dev
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/ready-dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(VENV)/ready-dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/ready-dev
	@$(BIN)/python tests/benchmarks/terminal.py --articles $(ARTICLES)

bench-compare: $(VENV)/ready-dev
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.comparing

bench-related: $(VENV)/ready-dev
	@$(BIN)/pip install --quiet scikit-learn datasketch bm25s
	@$(BIN)/python tests/benchmarks/related.py

bench-new: $(VENV)/ready-dev
	@$(BIN)/python tests/benchmarks/novelty.py

bench-stories: $(VENV)/ready-dev
	@$(BIN)/python tests/benchmarks/stories.py

# Some nine and a half minutes of fuzzing, hostile files, kills, crowds and floods; PART=killing runs one of them,
# PART=many-files, which takes some minutes by itself, 200,000 files.
torture: $(VENV)/ready-dev
	@TORTURE=1 $(BIN)/python -m pytest -n 2 tests/torture
	@cd tests && ../$(BIN)/python -m torture $(PART)

# Fuzzing of one door, guided by coverage, for a minute; DOOR=queries takes another one.
torture-guided: $(VENV)/ready-dev
	@$(BIN)/pip install --quiet atheris
	@cd tests && ../$(BIN)/python -m torture.guided $(DOOR)

lock: $(VENV)/ready-dev
	@(head -1 requirements-test.lock; $(BIN)/pip freeze --exclude-editable) > lock.new
	@mv lock.new requirements-test.lock

# 0 nothing known against the packages of the lock, 1 something is, 3 they could not be asked about.
audit: $(VENV)/ready-dev
	@$(BIN)/python tests/audit.py

docs: $(VENV)/ready-dev
	@$(BIN)/python tests/docs/generate.py

pictures: $(VENV)/ready-dev
	@$(BIN)/python tests/pictures.py

looks: $(VENV)/ready-dev
	@$(BIN)/python -m pytest tests/ui/test_looks.py --snapshot-update

newcomer: $(VENV)/ready-dev
	@$(BIN)/python tests/newcomer.py

.PHONY: bench-queries bench-flood torture-ledger
bench-queries: $(VENV)/ready-dev
	@PYTHONPATH=tests $(BIN)/python tests/benchmarks/desk_queries.py

bench-flood: $(VENV)/ready-dev
	@$(BIN)/python tests/benchmarks/flood.py

torture-ledger: $(VENV)/ready-dev
	@$(BIN)/python tests/benchmarks/ledger_torture.py

wheel: $(VENV)/ready-dev
	@$(BIN)/python -m build --no-isolation --wheel

clean:
	rm -rf $(VENV) dist build

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

$(VENV)/ready: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q tui/copytaster
	@touch $@

$(VENV)/ready-dev: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) with the tools for tests …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q tui/copytaster
	@touch $(VENV)/ready $@
