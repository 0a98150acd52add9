# One target per check; CI runs lint and test.
PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest
# Tests in as many processes as there are cores; those in QGIS share what a file sets up.
SPREAD := -n auto --maxprocesses 4 --dist worksteal
BY_FILE := -n auto --maxprocesses 2 --dist loadfile
DATA ?=
# Public load curves to check the demand formula on: only read, never installed.
SIMBENCH_VERSION := 1.6.3
SIMBENCH := build/simbench-$(SIMBENCH_VERSION)-py3-none-any.whl
# Tests and tools get a QGIS profile of their own; the user's is not touched.
export QGIS_CUSTOM_CONFIG_PATH := $(CURDIR)/build/profile
# Else every Python that is started compiles the plugin, and pytest its tests, once more.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev lint test test-unit test-validity test-qgis test-gui demo bench \
	validity fuzz rules styles docs screens plugin package qgis clean

help: ## toon deze lijst
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: ## zet QGIS en de Python-omgeving klaar
	@scripts/setup.sh

setup-dev: ## … en wat de controles en tests nodig hebben
	@scripts/setup.sh dev

lint: setup-dev ## ruff, mypy, bandit, metadata en importrichting
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m bandit --quiet --recursive rev_plugin
	$(PYTHON) scripts/check_metadata.py
	$(PYTEST) -q -p no:pytest_qgis -p no:pytest-qt test/unit/test_layout.py

test: test-unit test-validity test-qgis test-gui ## alle tests

test-unit: setup-dev ## de kern, zonder QGIS
	$(PYTEST) $(SPREAD) -p no:pytest_qgis -p no:pytest-qt test/unit

test-validity: setup-dev $(SIMBENCH) ## de vraagformule op openbare belastingcurven
	$(PYTEST) -p no:pytest_qgis -p no:pytest-qt test/validity

test-qgis: setup-dev plugin ## Processing en studie, in QGIS zonder scherm
	QT_QPA_PLATFORM=offscreen $(PYTEST) $(BY_FILE) -p no:pytest_qgis test/qgis

test-gui: setup-dev plugin ## docks en kaart, in een echt venster
	scripts/with_display $(PYTEST) test/gui

demo: setup ## het voorbeeld, of DATA=<map> met eigen bestanden, naar build/demo/
	@$(PYTHON) scripts/demo.py $(if $(DATA),--data "$(DATA)")

bench: setup-dev ## snelheid en geheugen
	$(PYTHON) scripts/bench.py
	$(PYTHON) scripts/benchmark/use.py

# Without a network the check on these curves is skipped, and says so.
$(SIMBENCH): | setup-dev
	-@$(PYTHON) -m pip download --quiet --disable-pip-version-check --retries 1 --no-deps \
		--dest build simbench==$(SIMBENCH_VERSION)

validity: setup-dev $(SIMBENCH) ## hoe goed de vraagformule openbare belastingcurven voorspelt
	$(PYTHON) scripts/validity.py

fuzz: setup-dev ## kapotte plannen
	$(PYTHON) scripts/fuzz.py

rules: setup ## hoe zeker de regeltabellen zijn
	@PYTHONPATH=. $(PYTHON) scripts/rules.py

styles: setup ## de kaartstijlen en de bladzijden van de atlas opnieuw
	QT_QPA_PLATFORM=offscreen $(PYTHON) scripts/styles.py
	QT_QPA_PLATFORM=offscreen $(PYTHON) scripts/layouts.py

docs: setup ## aanhalingen, cijfers en woordenlijst in docs/ bijwerken
	$(PYTHON) scripts/refresh_docs.py

screens: setup-dev ## schermafdrukken van het echte venster
	$(PYTHON) scripts/screens.py

plugin: setup ## de plugin in build/plugins/rev_plugin
	@$(PYTHON) scripts/package.py lay

package: setup ## de zip om te installeren
	@$(PYTHON) scripts/package.py zip

qgis: plugin ## QGIS met de plugin
	scripts/qgis qgis

clean: ## gooi alles weg wat gemaakt is
	rm -rf build .venv
