"""What becomes of a suggested resource that a person seems to have sent."""

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import site_mail
from core.mail_validators import on_one_line
from forms import mails
from forms.outbox import locks


def follow_up(page, suggestion) -> None:
    """Make a draft of it, or find what the library has; tell staff, and thank its writer."""
    put_into_library(page, suggestion)
    with override(settings.LANGUAGE_CODE):  # staff's language, not the visitor's
        tell_staff(page, suggestion)
    mails.confirm_message(page, suggestion)


def put_into_library(page, suggestion) -> None:
    """Note the draft in the library beside the page, if there is one; nothing personal is in it."""
    library = apps.get_model("resources.ResourceIndexPage").objects.sibling_of(page).first()
    if library is None:
        return
    locks.take("suggestions")  # the same one twice at a moment makes one draft
    suggestion.resource, suggestion.is_known = library.take_suggestion(
        suggestion.address, title=suggestion.title, other_publisher=suggestion.publisher
    )
    suggestion.save(update_fields=["resource", "is_known"])


def tell_staff(page, suggestion) -> None:
    subject = on_one_line(_("Suggested resource: “%(title)s”") % {"title": suggestion.title})
    context = {"page": page, "suggestion": suggestion, "admin": settings.WAGTAILADMIN_BASE_URL}
    mail = site_mail.render("suggestion", page.get_site(), subject, context)
    for address in mails.staff_addresses(page):
        mails.put_for_staff(mail, suggestion, address, reply_to=suggestion.email)
