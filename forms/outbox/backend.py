"""All other mail of the site (new passwords, reviews) goes through the outbox too."""

import uuid
from email.utils import formataddr

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from wagtail.models import Site

from core.models import CoalitionSettings
from forms.models.outgoing_mail import OutgoingMail
from forms.outbox.enqueue import enqueue

HTML = "text/html"
SUBJECT = OutgoingMail._meta.get_field("subject").max_length


class OutboxBackend(BaseEmailBackend):
    """Django's mail backend (EMAIL_BACKEND) that writes each mail into the outbox.

    So no request waits for the mail server, and none fails because it is away. The outbox
    itself sends through OUTBOX_TRANSPORT. Attachments are refused with ValueError: nothing on
    this site sends any.
    """

    def send_messages(self, email_messages):
        """Write one mail for each recipient; return how many messages were taken."""
        with transaction.atomic():
            for message in email_messages:
                self.write(message)
        return len(email_messages)

    def write(self, message):
        if message.attachments:
            raise ValueError("The outbox takes no attachments.")
        html = [
            part.content for part in getattr(message, "alternatives", []) if part.mimetype == HTML
        ]
        for recipient in message.recipients():
            enqueue(
                key=f"site:{uuid.uuid4().hex}",
                purpose="site",
                recipient=recipient,
                subject=message.subject[:SUBJECT],
                text=message.body,
                html=html[0] if html else "",
                reply_to=", ".join(message.reply_to),
                sender=sender_of(message),
            )


def sender_of(message) -> str:
    """Return who a mail comes from: the coalition, where its author named nobody."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or message.from_email != settings.DEFAULT_FROM_EMAIL:
        return message.from_email
    return formataddr(CoalitionSettings.for_site(site).mail_sender)
