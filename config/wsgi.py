"""The WSGI application, and the mail sender that lives beside it in each worker."""

import os

from django.core.wsgi import get_wsgi_application

from core.request_charset import only_utf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = only_utf8(get_wsgi_application())

from forms.outbox.runner import start_in_background  # noqa: E402  (needs the app registry)

start_in_background()
