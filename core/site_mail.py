"""What the site's own mails have in common: their frame, their sender, their twin in text."""

from email.utils import formataddr
from typing import NamedTuple

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language
from wagtail.models import Page, Site

from core.mail_validators import on_one_line
from core.models import CoalitionSettings


class CannotMailError(Exception):
    """A mail could not be handed to the mail backend."""


class Rendered(NamedTuple):
    """A mail in words, and who it comes from, as a From header has it."""

    subject: str
    text: str
    html: str
    sender: str


def render(name: str, site: Site, subject: str, context: dict) -> Rendered:
    """Render `emails/<name>.txt` and `.html` in the language in force."""
    coalition = CoalitionSettings.for_site(site)
    home = home_address(site)
    context = {**context, "coalition": coalition, "subject": subject, "home": home}
    return Rendered(
        subject=subject,
        text=render_to_string(f"emails/{name}.txt", context),
        html=render_to_string(f"emails/{name}.html", context),
        sender=formataddr(coalition.mail_sender),
    )


def home_address(site: Site) -> str:
    """Return the address of the first page in the language in force."""
    home = Page.objects.select_related("locale").get(pk=site.root_page_id)
    # Wagtail would look up the language in force first, and then find that the page is in it.
    return (home if home.locale.language_code == get_language() else home.localized).full_url


def send(name: str, recipient: str, subject: str, context: dict) -> None:
    """Send a mail of the default site through Django's mail backend, which is the outbox.

    What cannot stand in a subject is left out of it. Raises CannotMailError, so that whoever
    calls can undo what the mail was about.
    """
    site = Site.objects.get(is_default_site=True)
    mail = render(name, site, subject, context)
    message = EmailMultiAlternatives(on_one_line(subject), mail.text, mail.sender, [recipient])
    message.attach_alternative(mail.html, "text/html")
    try:
        message.send()
    except (ValueError, OSError) as error:  # the outbox refuses it; another backend fails
        raise CannotMailError from error
