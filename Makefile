# `make` alone lists the targets. What they make goes into .venv/ and $(VAR_DIR)/, never elsewhere.
# DATABASE_URL, EMAIL_URL, SITE_URL, ADMIN_EMAIL and ADMIN_PASSWORD pass through to the site.

PORT ?= 8000
VAR_DIR ?= var
export PORT VAR_DIR

VENV := .venv
BIN := $(VENV)/bin
STATIC := $(VAR_DIR)/static/staticfiles.json
# As many processes as there are cores, of which each makes its own databases, browser and served
# site: beyond eight that costs more than it gains. PYTEST_ARGS="-n 0" uses one, this one.
RUN_TESTS = $(BIN)/python -m pytest --no-fold-skipped \
	-n logical --maxprocesses 8 --dist worksteal $(PYTEST_ARGS)
# The tests choose their own database, mail and address, whatever this shell has set.
PYTEST = env -u DATABASE_URL -u EMAIL_URL -u SITE_URL $(RUN_TESTS)
PYTEST_POSTGRES = env -u EMAIL_URL -u SITE_URL $(BIN)/python tests/with_postgres.py $(RUN_TESTS)

# The first Python that is new enough; 3.11 is what the lock was made with.
PYTHON ?= $(shell for python in python3.11 python3 python3.14 python3.13 python3.12; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done)

.PHONY: help run dev test test-fast soak bench bench-many bench-figures bench-search bench-library lint format check lock migrations messages roles

help:  ## List the targets
	@sed -n 's/^\([a-z-]*\):.*##  */\1|/p' Makefile | while IFS='|' read -r name text; do \
		printf '  make %-12s %s\n' "$$name" "$$text"; done

run: $(VENV)/installed $(STATIC)  ## Serve the site as production does, on PORT (8000)
	@$(BIN)/python manage.py prepare
	@exec $(BIN)/gunicorn -c deploy/gunicorn.conf.py config.wsgi

dev: export DJANGO_SETTINGS_MODULE = config.settings.dev
dev: $(VENV)/installed  ## The same with reload and debug pages
	@$(BIN)/python manage.py prepare
	@exec $(BIN)/python manage.py runserver $(PORT)

test: $(VENV)/installed-test  ## The whole suite, on SQLite and then on PostgreSQL (PYTEST_ARGS)
	@status=0; \
	echo "== The suite on SQLite"; \
	$(PYTEST) || { status=1; note=" (on SQLite it failed, see above)"; }; \
	echo "== The suite on PostgreSQL$$note"; \
	$(PYTEST_POSTGRES) || status=1; \
	exit $$status

test-fast: $(VENV)/installed-test  ## The suite on SQLite, without a browser
	@$(PYTEST) -m "not browser"

SOAK = $(BIN)/python -m tests.load.soak
soak: $(VENV)/installed-test  ## Kill the served site's processes under load; print what came of it
	@echo "== On SQLite"; env -u DATABASE_URL $(SOAK)
	@echo "== On PostgreSQL"; $(BIN)/python tests/with_postgres.py $(SOAK)

bench: $(VENV)/installed-test  ## Pledges per second, beside a bare insert and a bare view
	@$(BIN)/python tests/with_postgres.py --durable $(BIN)/python -m tests.load.bench

MANY = $(BIN)/python -m tests.load.many_pledges
bench-many: $(VENV)/installed-test  ## The tables and exports of 100,000 pledges
	@env -u DATABASE_URL $(MANY)
	@$(BIN)/python tests/with_postgres.py $(MANY)

FIGURES = $(BIN)/python -m tests.load.many_figures
bench-figures: $(VENV)/installed-test  ## The pages of statistics with 50 and with 5,000 figures
	@env -u DATABASE_URL $(FIGURES)
	@$(BIN)/python tests/with_postgres.py $(FIGURES)

SEARCHED = $(BIN)/python -m tests.load.many_searched
bench-search: $(VENV)/installed-test  ## The search with 10,000 resources (2,000 on SQLite)
	@env -u DATABASE_URL $(SEARCHED)
	@$(BIN)/python tests/with_postgres.py $(SEARCHED)

LIBRARY = $(BIN)/python -m tests.load.many_resources
bench-library: $(VENV)/installed-test  ## The library with 10,000 resources (2,000 on SQLite)
	@env -u DATABASE_URL $(LIBRARY)
	@$(BIN)/python tests/with_postgres.py $(LIBRARY)

lint: $(VENV)/installed-test  ## Look for mistakes and for unformatted code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(VENV)/installed-test  ## Format the code and mend what can be mended
	@$(BIN)/ruff check --fix --show-fixes .
	@$(BIN)/ruff format .

# Neither check reads the database; in memory, so that none has to exist.
check: export SITE_URL = https://example.org
check: export SECRET_KEY = checked-with-a-key-of-no-value-but-of-a-good-length-0123456789
check: export DATABASE_URL = sqlite://:memory:
check: $(VENV)/installed  ## Check production's settings, and that no migration is missing
	@$(BIN)/python manage.py check --deploy --fail-level WARNING
	@$(BIN)/python manage.py makemigrations --check --dry-run

migrations: $(VENV)/installed  ## Write the migrations that the models need (name them: NAME=...)
	@$(BIN)/python manage.py makemigrations $(if $(NAME),--name $(NAME))

# The first step needs GNU gettext (on Debian: apt install gettext); the second, which writes the
# .mo that is committed, does not. Without the date, only changed texts change the files.
PO := locale/es/LC_MESSAGES/django.po
COMPILE_MESSAGES = import polib; po = polib.pofile("$(PO)"); \
	po.metadata.pop("POT-Creation-Date", None); po.save(); po.save_as_mofile("$(PO:.po=.mo)")
messages: $(VENV)/installed  ## Gather the texts to translate into Spanish, and compile them
	@$(BIN)/python manage.py makemessages --locale es --add-location file --no-obsolete \
		--ignore .venv --ignore "$(VAR_DIR)" --ignore tests
	@$(BIN)/python -c '$(COMPILE_MESSAGES)'

roles: $(VENV)/installed  ## Write docs/roles.md from the tables of roles
	@$(BIN)/python manage.py describe_roles > docs/roles.md

# Only from the public index, so that the hashes are good everywhere; and no address is written down.
PIP_COMPILE = PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= CUSTOM_COMPILE_COMMAND="make lock" \
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(LOCK_ARGS)
lock: $(VENV)/installed-test  ## Pin what pyproject.toml asks for (LOCK_ARGS=--upgrade for newer)
	@$(PIP_COMPILE) --output-file requirements.lock pyproject.toml
	@$(PIP_COMPILE) --extra test -c requirements.lock \
		--output-file requirements-test.lock pyproject.toml

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "No virtual environment could be made. On Debian: apt install python3-venv"; exit 1; }

INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
$(VENV)/installed: requirements.lock | $(BIN)/python
	@echo "Installing what the site needs ..."
	@$(INSTALL) -r requirements.lock
	@touch $@

$(VENV)/installed-test: requirements-test.lock $(VENV)/installed
	@echo "Installing what the tests need besides ..."
	@$(INSTALL) -r requirements-test.lock
	@touch $@

# A folder is newer when a file in it was added or removed, so the folders count too.
$(STATIC): $(VENV)/installed core/staticfiles.py $(shell find static)
	@echo "Collecting the static files ..."
	@$(BIN)/python manage.py collectstatic --no-input --clear --verbosity 0
