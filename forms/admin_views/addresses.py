"""The addresses of these screens, below /admin/."""

from django.urls import path

from forms.admin_views.mail import ReleaseHeld, SuppressAddress, TryAgain


def admin_addresses() -> list:
    """Return the addresses (hook register_admin_urls)."""
    mail = "outgoing-mail/<int:mail_id>"
    return [
        path("outgoing-mail/release/", ReleaseHeld.as_view(), name="forms_mail_release"),
        path(f"{mail}/try-again/", TryAgain.as_view(), name="forms_mail_try_again"),
        path(f"{mail}/suppress/", SuppressAddress.as_view(), name="forms_mail_suppress"),
    ]
