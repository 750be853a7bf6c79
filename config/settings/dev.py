"""Debug pages and plain static files, for working on the code (`make dev`)."""

from config.settings.base import *  # noqa: F403
from config.settings.base import STORAGES

DEBUG = True
SECRET_KEY = "for development only"  # noqa: S105
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
