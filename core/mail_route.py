"""Where the site's mail goes, for people to read."""

from django.conf import settings


def mail_route() -> str:
    """Name the folder or the server that EMAIL_URL sets, never the password in it."""
    kind = settings.OUTBOX_TRANSPORT.removeprefix("django.core.mail.backends.").split(".")[0]
    if kind == "filebased":
        return f"files in {settings.EMAIL_FILE_PATH}"
    if kind == "smtp":
        return f"the mail server {settings.EMAIL_HOST}, port {settings.EMAIL_PORT}"
    return f"Django's mail backend of the kind {kind}"
