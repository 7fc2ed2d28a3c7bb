# Everything a person needs: `make` alone shows it.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
APP := .venv/bin/python
ENGINE := .venv-engine/bin/python
export RASA_TELEMETRY_ENABLED := false

.PHONY: help run chat manager train model test score bench pictures lint format lock audit clean

help: ## deze lijst
	@echo "Dossierwijzer. Kies een opdracht:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: ## alles installeren, trainen en starten; Ctrl-C stopt alles
	@exec $(PYTHON) -m bot.setup run

chat: ## praten met de assistent in de terminal
	@exec $(PYTHON) -m bot.setup chat

manager: ## eerste beheerder, of een nieuw wachtwoord: make manager EMAIL=u@school.nl NAME="Uw Naam"
	@$(PYTHON) -m bot.setup app
	@$(APP) -m bot.admin manager --email "$$EMAIL" --name "$$NAME"

train: ## de assistent trainen als er iets is veranderd
	@exec $(PYTHON) -m bot.setup train

model: ## het Nederlandse taalmodel (opnieuw) zoeken; NL_CORE_NEWS_SM=pad of adres
	@exec $(PYTHON) -m bot.setup model

test: train ## alle tests
	@status=0; \
	echo; echo "Tests van de toepassing"; \
	$(APP) -m pytest tests --ignore=tests/engine -n auto --maxprocesses 4 --dist loadfile || status=1; \
	echo; echo "Tests van de assistent"; \
	$(ENGINE) -m pytest tests/engine || status=1; \
	exit $$status

score: train ## hoe goed het getrainde model vragen herkent, en hoe antwoorden lezen
	@PYTHONPATH=. RASA_TELEMETRY_ENABLED=false $(ENGINE) -W ignore -m bench.score
	@$(APP) -m bot.knowledge

bench: train ## meten naast de standaard van Rasa (uren); sneller: BENCH="--examples 15" of BENCH="--only office"
	@PYTHONPATH=. $(APP) -m bench $(BENCH)

pictures: ## de plaatjes van het handboek opnieuw maken (vraagt Chromium)
	@$(PYTHON) -m bot.setup app
	@PYTHONPATH=. $(APP) -m bench.pictures

lint: ## stijl en typen controleren
	@$(PYTHON) -m bot.setup app
	@status=0; \
	$(APP) -m ruff check . || status=1; \
	$(APP) -m ruff format --check . || status=1; \
	$(APP) -m mypy || status=1; \
	exit $$status

format: ## de code in de afgesproken stijl zetten
	@$(PYTHON) -m bot.setup app
	@$(APP) -m ruff check --fix-only --quiet . || true
	@$(APP) -m ruff format .

lock: ## requirements/*.txt opnieuw vastleggen; nieuwere versies: make lock UPGRADE=--upgrade
	@exec $(PYTHON) -m bot.setup.lock $(UPGRADE)

audit: ## bekende lekken in wat beide omgevingen vastleggen (vraagt internet)
	@exec $(PYTHON) -m bot.setup.audit

clean: ## omgevingen, modellen en tijdelijke bestanden weg; de database blijft
	rm -rf .venv .venv-engine .tools .rasa var/models var/dutch_model var/rasa-cache var/log
	rm -rf .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
