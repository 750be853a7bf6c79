"""The mails that forms cause.

Nothing a visitor typed goes into a mail to an address that they typed too: otherwise the
form could be used to send somebody else's words to anybody.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import site_mail
from core.models import CoalitionSettings
from forms.outbox.enqueue import enqueue


def pass_message_on(message) -> None:
    """Send a visitor's message to staff; an answer to it goes to the visitor."""
    with override(settings.LANGUAGE_CODE):  # staff's language, not the visitor's
        pass_message_to(staff_addresses(message.page), message)


def pass_message_to(addresses: list[str], message) -> None:
    for address in addresses:
        write(
            message.page,
            key=f"message:{message.pk}:staff:{digest(address)}",
            purpose="message",
            recipient=address,
            subject=_("Message from the contact form"),
            context={"message": message},
            reply_to=message.email,
        )


def confirm_message(message) -> None:
    """Send the visitor a receipt, one a day for each address."""
    write(
        message.page,
        key=f"message:receipt:{message.page_id}:{digest(message.email)}:{timezone.localdate()}",
        purpose="message_receipt",
        recipient=message.email,
        subject=message.page.mail_subject,
        context={"page": message.page},
    )


def write(page, *, key, purpose, recipient, subject, context, reply_to="") -> None:
    """Render `emails/<purpose>` and put the mail into the outbox."""
    mail = site_mail.render(purpose, page.get_site(), subject, context)
    enqueue(
        key=key,
        purpose=purpose,
        recipient=recipient,
        subject=subject,
        text=mail.text,
        html=mail.html,
        reply_to=reply_to,
        sender=mail.sender,
    )


def staff_addresses(page) -> list[str]:
    """Return the contact address; while there is none, those of all who may read messages."""
    contact = CoalitionSettings.for_site(page.get_site()).contact_address
    readers = get_user_model().objects.with_perm("forms.view_contactmessage")
    return [contact] if contact else list(readers.values_list("email", flat=True))


def digest(address: str) -> str:
    """Return a short name for an address, so that keys hold no personal data."""
    return salted_hmac(__name__, address).hexdigest()[:16]
