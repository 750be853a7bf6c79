"""What every environment shares. Values that differ come from environment variables (README)."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import django
import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var"))).resolve()

# The site's public address; https switches on everything that needs it (production.py).
SITE_URL = env.str("SITE_URL", default=f"http://localhost:{env.int('PORT', default=8000)}").rstrip(
    "/"
)
SITE_HOST = urlsplit(SITE_URL).hostname
if not re.fullmatch(r"https://[^/:]+|http://[^/:]+(:\d+)?", SITE_URL):
    raise ImproperlyConfigured(
        "SITE_URL must look like https://example.org or http://localhost:8000, without a path."
    )
ALLOWED_HOSTS = [SITE_HOST, "localhost", "127.0.0.1", *env.list("ALLOWED_HOSTS", default=[])]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "home",
    "members",
    "resources",
    "forms.apps.FormsConfig",
    "search",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail_modeladmin",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "localflavor",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.api.v2",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django.contrib.admin",  # wagtail_modeladmin builds on it; it has no address of its own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.ContentSecurityPolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "core.middleware.RefuseNulMiddleware",
    "core.middleware.PublicCacheMiddleware",
    "core.middleware.OpenConditionalGetMiddleware",
    "core.middleware.SameWordsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.AddressLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "members.access.middleware.SectionAccessMiddleware",
    "core.deletion.ProtectedMiddleware",
    "core.publishing.PublishingMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.redirects.MovedPagesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Django's form widgets too; as an installed app they would clash with our own `forms`.
        "DIRS": [BASE_DIR / "templates", Path(django.__file__).parent / "forms" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTH_USER_MODEL = "core.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Writers queue instead of failing, and readers do not wait for them.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}

# Sessions live in the database, so that a cache which is down logs nobody out.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
# Shared by all workers: Wagtail keeps the addresses of sites in it.
CACHES = {
    "default": env.cache_url("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}"),
    # Of each process by itself, so it cannot fail (core/shared_pages.py).
    "memory": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "shared pages",
    },
}

# English at /, Spanish at /es/.
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
# A translation starts as a draft, and goes live when it is in its language.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TIME_ZONE = env.str("TIME_ZONE", default="America/New_York")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.staticfiles.BundlingStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page in Wagtail's editor has many

# Mail is written to the outbox and sent from there (docs/decisions/0007).
vars().update(env.email_url("EMAIL_URL", default=f"filemail:///{VAR_DIR / 'mail'}"))
OUTBOX_TRANSPORT = vars()["EMAIL_BACKEND"]
EMAIL_BACKEND = "forms.outbox.backend.OutboxBackend"
EMAIL_TIMEOUT = 30  # no reader waits for it, and a busy server may take its time
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"noreply@{SITE_HOST}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
OUTBOX_IN_PROCESS = env.bool("OUTBOX_IN_PROCESS", default=True)
# How long a sender may hold a mail. A conversation with a mail server is about fifteen exchanges,
# and each may last one EMAIL_TIMEOUT.
OUTBOX_LEASE_SECONDS = env.int("OUTBOX_LEASE_SECONDS", default=20 * EMAIL_TIMEOUT)
# What visitors' forms may cause in 24 hours; 0 for no cap.
OUTBOX_MOST_TO_AN_ADDRESS = env.int("OUTBOX_MOST_TO_AN_ADDRESS", default=10)
OUTBOX_MOST_IN_A_DAY = env.int("OUTBOX_MOST_IN_A_DAY", default=2000)

# Pledges wait so many days for their signer, who is reminded twice, so many days apart. The links
# in their mails work for as long as a pledge may wait.
PLEDGE_PENDING_DAYS = env.int("PLEDGE_PENDING_DAYS", default=30)
PLEDGE_REMINDER_DAYS = env.int("PLEDGE_REMINDER_DAYS", default=5)
PLEDGE_LINK_DAYS = PLEDGE_PENDING_DAYS
# Forms keep what was sent for so many months unless their page says otherwise, and the outbox keeps
# mail for so many days once it has ended.
FORM_KEEP_MONTHS = env.int("FORM_KEEP_MONTHS", default=36)
OUTBOX_KEEP_DAYS = env.int("OUTBOX_KEEP_DAYS", default=90)
# More in an hour than this, from one network or in all, is kept as suspect and not mailed.
FORMS_PER_NETWORK = env.int("FORMS_PER_NETWORK", default=100)
FORMS_PER_HOUR = env.int("FORMS_PER_HOUR", default=1000)
# The header in which a front server says whose request it is; empty: the connection itself.
READER_ADDRESS_HEADER = env.str("READER_ADDRESS_HEADER", default="")

# Errors go to the server's log, without the values that caused them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "core.log_format.WithoutValues",
            "format": "[{asctime}] [{process}] [{levelname}] {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "forms": {"level": "INFO"},
    },
}

X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor previews pages in a frame
# W019 asks for DENY; W005 and W021 ask for promises about all of the domain's other hosts.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W019", "security.W021"]
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 12
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'self'"],
        # Only ever loaded after the reader opens a video (core/blocks/embed.py).
        "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"],
    }
}

# The name on pages that must work without the database; everywhere else it is a site setting.
WAGTAIL_SITE_NAME = env.str("SITE_NAME", default="Radiology Health Equity Coalition")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"  # for pages that only some may read
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILIMAGES_IMAGE_MODEL = "core.CustomImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Asked for the title of a page, it would tell a draft's, whoever asks.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "none"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # reviews are for communications
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# The first is the admin's; readers search the second (docs/decisions/0028).
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"},
    "readers": {"BACKEND": "search.backend"},
}
WAGTAILSEARCH_HITS_MAX_AGE = 90  # days for which it is kept what was searched for
