# make run    set up and start the service on embedded defaults
# make test   set up and run everything CI runs
# make chaos  read every hostile file of the corpus in $BUDGETWATCH_CORPUS, and print how each ended
# make bench  measure speed, parity, memory and OCR on the corpus named by BUDGETWATCH_CORPUS: a quarter of an hour
# make lock   resolve the dependencies anew (only when pyproject.toml changed)
#
# These measure on the published documents in $BUDGETWATCH_CORPUS, and keep the figures in bench/results.json:
# make bench-truth      which of the known defects are found, and what fires where all is well
# make bench-detect     how many misprints put into clean documents are found
# make bench-precision  draws findings to be judged on the page, and writes docs/precision.md with the verdicts
# make bench-checks     what the checks cost beside reading, and whether a full store makes it more

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test bench chaos format generate lock clean
.PHONY: bench-understanding bench-truth bench-detect bench-precision bench-checks

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
	$(BIN)/python -m bench.whole
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

# How well the published documents are understood; BUDGETWATCH_CORPUS names their folder. Fails where a goal is missed.
bench-understanding: $(VENV)/dev.stamp
	$(BIN)/python -m bench.understanding

bench-truth: $(VENV)/dev.stamp
	$(BIN)/python -m bench.truth

bench-detect: $(VENV)/dev.stamp
	$(BIN)/python -m bench.detect

bench-precision: $(VENV)/dev.stamp
	$(BIN)/python -m bench.precision

bench-checks: $(VENV)/dev.stamp
	$(BIN)/python -m bench.checks_speed

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
