"""As little Django as can insert a row: no middleware, no apps, no templates."""

import environ

env = environ.Env()

SECRET_KEY = "for the benchmark only"
DEBUG = False
ALLOWED_HOSTS = ["localhost"]
ROOT_URLCONF = "tests.load.bare.urls"
INSTALLED_APPS = []
MIDDLEWARE = []
DATABASES = {"default": env.db_url("DATABASE_URL") | {"CONN_MAX_AGE": 60}}
USE_TZ = True
