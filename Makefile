# Two commands do all the set-up, each from a clean clone with Python 3.11 and make alone:
#   make demo   installs newsdoc into .venv and converts an example page
#   make test   installs newsdoc and what the tests need into .venv and runs them
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check lint types imports bench fuzz examples docs clean

demo: .venv/.installed
	$(BIN)/newsdoc convert examples/mainland/page.txt --published 2024-05-20 --to markdown

test: .venv/.test
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

check: lint types imports

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.test
	$(BIN)/mypy

imports: .venv/.test
	$(BIN)/lint-imports

bench: .venv/.bench
	$(BIN)/python benchmarks/run.py

fuzz: .venv/.test
	NEWSDOC_DRAWS=10000 $(BIN)/python -m pytest tests -k "law or fuzz or come_back or comes_back" -x

examples: .venv/.installed
	$(BIN)/python examples/build.py

docs: .venv/.docs
	$(BIN)/sphinx-build -W --keep-going -q -b html -d site/.trees docs site
	@echo "the site begins at site/index.html"

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

.venv/.test: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[strategies]" --group test
	touch $@

.venv/.docs: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[strategies]" --group docs
	touch $@

.venv/.bench: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . --group bench
	touch $@

clean:
	rm -rf .venv site .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
