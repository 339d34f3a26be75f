# Everything starts here: `make run`, `make test`; `make help` lists the rest.

# Empty PY: the first Python of 3.11 or newer.
PY ?=
PORT ?= 8000
PYTHON := .venv/bin/python
# The redirection makes old GNU make use a shell, which `command` needs.
CHROMIUM ?= $(shell command -v chromium chromium-browser google-chrome 2>/dev/null | head -n 1)
OLDEST_POSTGRES ?= $(firstword $(wildcard /usr/lib/postgresql/15/bin /usr/lib/postgresql/16/bin /usr/lib/postgresql/17/bin))
HTML_VALIDATE := .ci/html/node_modules/.bin/html-validate
SPECTRAL := .ci/api/node_modules/.bin/spectral
VNU := .ci/html/node_modules/vnu-jar/build/dist/vnu.jar
# A migration or a first load may take longer than a visitor should wait.
PATIENT := DATABASE_STATEMENT_TIMEOUT_MS="$${DATABASE_STATEMENT_TIMEOUT_MS:-600000}"
LOCK := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
# Two at a time, each with its output in one piece where make can do that.
BESIDE := -j2 $(if $(filter output-sync,$(.FEATURES)),-O)
OWN_FILES := git ls-files --cached --others --exclude-standard

export PY PORT
export PATH ?= /usr/local/bin:/usr/bin:/bin
export PYTHONUNBUFFERED := 1
export DJANGO_RUNSERVER_HIDE_WARNING := true
# What a person's pip is set to must not keep the locked packages from being installed.
export PIP_REQUIRE_VIRTUALENV :=

.DEFAULT_GOAL := help
.PHONY: help setup run data test test-fast test-oldest lint format check check-settings check-migrations check-html check-api \
	lighthouse bench bench-search lock status stop psql clean reset

help: ## List what can be asked
	@grep -E '^[a-z -]+:.*## ' Makefile | sed -E 's/:.*## /|/' | awk -F'|' '{ printf "make %-18s %s\n", $$1, $$2 }'

setup: ## Make .venv and install the locked dependencies, when needed
	@sh .ci/venv.sh

run: setup ## Set up everything and serve on http://localhost:8000 (PORT=8001 make run for another port)
	@$(PYTHON) .ci/port.py "$(PORT)"
	@$(MAKE) --no-print-directory data
	@echo "Starting the site on http://localhost:$(PORT) (Ctrl-C stops it)"
	@exec $(PYTHON) .ci/serve.py "$(PORT)"

data: setup ## Bring the database up to date: tables, reference data, catalogue (VINDPLAATS_CATALOGUE=none: no projects)
	@echo "Bringing the database up to date ($(if $(DATABASE_URL),the one of DATABASE_URL,in var/postgres))"
	@$(PATIENT) $(PYTHON) manage.py migrate --verbosity 0
	@$(PATIENT) $(PYTHON) manage.py load_reference
	@test "$(VINDPLAATS_CATALOGUE)" = none || $(PATIENT) $(PYTHON) manage.py load_catalogue
	@$(PATIENT) $(PYTHON) manage.py rebuild_search --if-needed
	@test -n "$(DATABASE_URL)" || $(PYTHON) manage.py load_demo_people

test: setup ## Run every test; browser tests need a chromium (ARGS="..." goes to pytest)
	@echo "Browser tests: $(if $(CHROMIUM),with $(CHROMIUM),no chromium found - they are skipped)"
	@$(PYTHON) -m pytest -n auto --dist worksteal -m "not benchmark" $(ARGS)

test-fast: setup ## Run the tests that take no more than a moment
	@$(PYTHON) -m pytest -n auto --dist worksteal -m "not slow and not browser and not benchmark" $(ARGS)

lint: setup ## Check style and likely mistakes
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(OWN_FILES) 'templates/*.html' | xargs .venv/bin/djade --check
	@$(OWN_FILES) '*.py' | xargs $(PYTHON) -m django_upgrade --check

format: setup ## Correct style where a program can
	@$(PYTHON) -m ruff check --fix
	@$(PYTHON) -m ruff format
	@$(OWN_FILES) 'templates/*.html' | xargs .venv/bin/djade

check: setup ## Do all that CI does
	@$(MAKE) --no-print-directory $(BESIDE) lint check-html check-migrations check-api check-settings
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory test-oldest
	@LIGHTHOUSE_SPEED=report $(MAKE) --no-print-directory lighthouse

check-settings: setup ## Check the settings of a public site as Django advises
	@echo "Checking the production settings"
	@DJANGO_SETTINGS_MODULE=vindplaats.settings.production ALLOWED_HOSTS=example.org \
		SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))')" \
		DATABASE_URL="$${DATABASE_URL:-$$($(PYTHON) -m vindplaats.database url --test)}" \
		$(PYTHON) manage.py check --deploy --fail-level WARNING

check-migrations: setup ## Check that no migration is missing, and that none stops a running site
	@echo "Checking the migrations"
	@DJANGO_SETTINGS_MODULE=vindplaats.settings.test $(PYTHON) manage.py makemigrations --check --dry-run
	@DJANGO_SETTINGS_MODULE=vindplaats.settings.test $(PYTHON) .ci/migrations.py

check-html: setup ## Check the HTML of the pages, filled with the shipped catalogue, when Node is there
	@if command -v npm >/dev/null && { test -x $(HTML_VALIDATE) -a -f $(VNU) || npm ci --prefix .ci/html --silent --no-audit --no-fund; }; then \
		rm -rf var/html && mkdir -p var/html && $(PYTHON) .ci/html/pages.py var/html && \
		$(HTML_VALIDATE) --config .ci/html/.htmlvalidate.json var/html && \
		if java -version >/dev/null 2>&1; then java -jar $(VNU) --skip-non-html var/html; else echo "HTML check: no Java - vnu left out"; fi && \
		echo "HTML check: nothing wrong"; \
	else echo "HTML check: no Node, or no network to install html-validate - skipped"; fi

check-api: setup ## Check the description of the API against the NL API Design Rules, when Node is there
	@if command -v npm >/dev/null && { test -x $(SPECTRAL) || npm ci --prefix .ci/api --silent --no-audit --no-fund; }; then \
		$(PYTHON) .ci/api/description.py var/api/openapi.json && \
		$(SPECTRAL) lint --fail-severity warn --ruleset .ci/api/nl-api-design-rules.yaml var/api/openapi.json; \
	else echo "API check: no Node, or no network to install Spectral - skipped"; fi

lighthouse: setup ## Measure list, project page and home as a phone gets them, when Node and a chromium are there
	@if test -n "$(CHROMIUM)" && command -v npm >/dev/null && { \
		test .ci/lighthouse/node_modules/.package-lock.json -nt .ci/lighthouse/package-lock.json || \
		npm ci --prefix .ci/lighthouse --silent --no-audit --no-fund; }; then \
		env -u DATABASE_URL $(PYTHON) .ci/lighthouse/check.py "$(CHROMIUM)"; \
	else echo "Lighthouse: no chromium, no Node, or no network to install it - skipped"; fi

test-oldest: setup ## Run what asks the database something of its own on the oldest PostgreSQL, when that is installed
	@echo "Tests on the oldest PostgreSQL: $(or $(OLDEST_POSTGRES),none installed - skipped)"
	@test -z "$(OLDEST_POSTGRES)" || env -u DATABASE_URL PG_BINDIR="$(OLDEST_POSTGRES)" \
		$(PYTHON) -m pytest -n auto --dist worksteal -m "postgres and not same_sql and not browser and not benchmark" $(ARGS)

bench: setup ## Measure time and memory at 1,000, 10,000 and 100,000 projects (ARGS="1000 10000" for less)
	@$(PYTHON) -m benchmarks $(ARGS)

bench-search: setup ## Measure the search at the same sizes, beside SQLite FTS5 and tantivy (ARGS="--strict 1000" too)
	@$(PYTHON) -m benchmarks.searching $(ARGS)

.PHONY: messages
messages: setup ## Bring the English in locale/ up to date with the Dutch in code and templates, and compile it (needs gettext)
	@$(PYTHON) .ci/messages.py

.PHONY: bench-matching
bench-matching: setup ## Measure how long 500 new projects take against 10,000 saved searches (ARGS=10000: among so many projects)
	@$(PYTHON) -m benchmarks.matching $(ARGS)

lock: setup ## Write requirements*.txt anew from requirements*.in (ARGS=--upgrade for newer versions; needs uv and network)
	@command -v uv >/dev/null || { echo "uv is missing: pip install uv"; exit 1; }
	@$(LOCK) $(ARGS) -o requirements.txt requirements.in
	@$(LOCK) $(ARGS) -o requirements-dev.txt requirements-dev.in
	@$(LOCK) $(ARGS) -o requirements-embeddings.txt requirements-embeddings.in

status stop psql: setup ## Look at the private PostgreSQL, stop it, or open psql on it
	@$(PYTHON) -m vindplaats.database $@

clean: ## Remove what can be made again: the environment, caches, the database of the tests
	@test ! -x $(PYTHON) || $(PYTHON) -m vindplaats.database stop
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis staticfiles var/postgres-test* var/test-runs
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

reset: ## Throw away the database with all that was entered
	@test ! -x $(PYTHON) || $(PYTHON) -m vindplaats.database stop
	@rm -rf var/postgres
	@echo "The database is gone; 'make run' makes a new one."
