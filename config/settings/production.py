"""What production runs, and `make run` on one's own machine."""

from config.settings.base import *  # noqa: F403
from config.settings.base import SITE_URL, VAR_DIR, env
from core.secret_key import read_or_make

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="") or read_or_make(VAR_DIR / "secret_key")

# Only a site that is reached over https may promise https.
HTTPS = SITE_URL.startswith("https://")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
# The health check is asked by the host itself, over plain http.
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
