# Two commands do all the set-up on a fresh machine with Python (3.11 or newer) and make:
#   make demo    reads the bundled reports and writes a dossier
#   make test    installs what the tests need and runs them all

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out

.PHONY: demo test check format quality bench messages docs gazetteer borders clean

demo: $(VENV)/.installed
	$(BIN)/facta demo --out $(OUT)/demo

test: $(VENV)/.developer
	sh scripts/system_packages.sh
	$(BIN)/pytest

check: $(VENV)/.developer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.developer
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

quality: $(VENV)/.developer
	$(BIN)/python -m quality

bench: $(VENV)/.developer
	$(BIN)/python -m pip install --quiet --group bench
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 $(BIN)/python -m quality.bench
	$(BIN)/python -m quality.bench_stories --reports 100000
	$(BIN)/python -m quality.bench_pages --reports 50000

messages: $(VENV)/.developer
	$(BIN)/python scripts/messages.py

docs: $(VENV)/.developer
	COLUMNS=80 $(BIN)/python -m typer facta.views.cli utils docs --name facta --output docs/commands.md
	$(BIN)/python scripts/codebook_reference.py > docs/codebook-keys.md

gazetteer: $(VENV)/.developer
	$(BIN)/python scripts/build_gazetteer.py

borders: $(VENV)/.developer
	mkdir -p build && cd build && npm pack --silent world-atlas@2 && tar xzf world-atlas-2.*.tgz
	$(BIN)/python scripts/build_borders.py build/package/countries-10m.json src/facta/views/map/data/borders.json

clean:
	rm -rf $(VENV) $(OUT) build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.developer: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@ $(VENV)/.installed
