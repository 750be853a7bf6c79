"""The mails that forms cause.

Nothing a visitor typed goes into a mail to an address that they typed too: otherwise the
form could be used to send somebody else's words to anybody.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import site_mail
from core.mail_validators import on_one_line
from core.models import CoalitionSettings
from forms import answers, merge
from forms.outbox.enqueue import enqueue


def pass_message_on(page, message) -> None:
    """Send a visitor's message to staff; an answer to it goes to the visitor."""
    with override(settings.LANGUAGE_CODE):  # staff's language, not the visitor's
        pass_message_to(staff_addresses(page), page, message)


def pass_message_to(addresses: list[str], page, message) -> None:
    subject = on_one_line(_("Message from the form “%(title)s”") % {"title": page.title})
    context = {"page": page, "message": message, "answers": answers.told(message)}
    mail = site_mail.render("message", page.get_site(), subject, context)
    for address in addresses:
        put_for_staff(mail, message, address, reply_to=message.email)


def put_for_staff(mail: site_mail.Rendered, submission, address: str, reply_to: str = "") -> None:
    """Put a mail about a submission into the outbox, once for each address."""
    purpose = submission.mail_purpose
    key = f"{purpose}:{submission.pk}:staff:{digest(address)}"
    put(mail, key=key, purpose=purpose, recipient=address, reply_to=reply_to)


def confirm_message(page, message) -> None:
    """Send the visitor a receipt, one a day for each address; nothing to who left none."""
    if not message.email:
        return
    key = f"message:receipt:{page.pk}:{digest(message.email)}:{timezone.localdate()}"
    put(receipt(page, message), key=key, purpose="message_receipt", recipient=message.email)


def receipt(page, message) -> site_mail.Rendered:
    """Render what whoever sent a message gets."""
    values = merged(page, message)
    subject = merge.fill_line(page.mail_subject, values)
    context = {"page": page, "body": merge.fill(page.mail_body, values)}
    return site_mail.render("message_receipt", page.get_site(), subject, context)


def merged(page, submission) -> dict[str, str]:
    """Return the values of the merge fields that every form's mail may have."""
    day = timezone.localdate(submission.created_at)
    return {"title": page.title, "date": date_format(day, "DATE_FORMAT")}


def put(mail: site_mail.Rendered, **how) -> None:
    """Put a rendered mail into the outbox; `how` is passed to enqueue()."""
    enqueue(subject=mail.subject, text=mail.text, html=mail.html, sender=mail.sender, **how)


def staff_addresses(page) -> list[str]:
    """Return the contact address; while there is none, those of all who may read messages."""
    contact = CoalitionSettings.for_site(page.get_site()).contact_address
    readers = get_user_model().objects.with_perm("forms.view_message")
    return [contact] if contact else list(readers.values_list("email", flat=True))


def digest(address: str) -> str:
    """Return a short name for an address, so that keys hold no personal data."""
    return salted_hmac(__name__, address).hexdigest()[:16]
