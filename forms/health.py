"""What the health check says about mail."""

from datetime import timedelta

from core.health import register

TOO_OLD = timedelta(minutes=15)


def connect() -> None:
    """Add the check; called once, when the app is ready."""
    register(mail_waits_too_long)


def mail_waits_too_long() -> list[str]:
    """Warn when the oldest waiting mail is over a quarter of an hour old."""
    from forms.models import OutgoingMail

    age = OutgoingMail.objects.oldest_waiting_age()
    return ["mail is waiting for over 15 minutes"] if age and age > TOO_OLD else []
