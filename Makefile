# make run    set up and start the service on embedded defaults
# make test   set up and run everything CI runs
# make chaos  read every hostile file of the corpus in $BUDGETWATCH_CORPUS, and print how each ended
# make bench  measure speed, parity, memory and OCR on the corpus named by BUDGETWATCH_CORPUS: a quarter of an hour
# make lock   resolve the dependencies anew (only when pyproject.toml changed)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test bench chaos format generate lock clean

run: $(VENV)/run.stamp
	@exec $(BIN)/budgetwatch run

test: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m checks.documentation --check
	$(BIN)/pytest -n 2 --dist worksteal

chaos: $(VENV)/dev.stamp
	$(BIN)/python -m bench.hostile

# Each measures in a process of its own, and puts its figures into bench/results.json; the README quotes them.
bench: $(VENV)/dev.stamp
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.parity
	$(BIN)/python -m bench.scaling
	$(BIN)/python -m bench.ocr
	$(BIN)/python -m bench.quotes

# Bring what is generated, and what only needs formatting, into step.
format: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

generate: $(VENV)/dev.stamp
	$(BIN)/python -m checks.documentation
	$(BIN)/python -m bench.quotes

# The lock names no index: pip takes the packages from wherever this machine is set up to take them.
lock: $(VENV)/dev.stamp
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --no-header --no-annotate --build-deps-for editable \
		--output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --no-header --no-annotate --build-deps-for editable --extra dev \
		--constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV)

$(VENV)/run.stamp: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(BIN)/pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@
