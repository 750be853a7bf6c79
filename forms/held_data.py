"""All that is held about one signer, to be shown and downloaded.

Whoever opens it has read the signer's mail. So it tells as well what was sent with other forms
under that address.
"""

from forms import answers, sent
from forms.models.outgoing_mail import OutgoingMail
from forms.models.pledge import Pledge
from forms.pledge_states import mail_of


def held_about(pledge) -> dict:
    """Return what the rows of a pledge, of its address and their mails hold, by name, for JSON."""
    return {
        "page": pledge.page.full_url,
        "words": pledge.wording.pledge,
        "name": pledge.name,
        "email": pledge.email,
        "society": pledge.society.title if pledge.society else None,
        "state": pledge.state,
        "actions": answers.actions(pledge),
        "answers": [{"question": q, "answer": a} for q, a in answers.told(pledge)],
        "wants_updates": pledge.wants_updates,
        "consent_at": pledge.consent_at,
        "words_of_consent": pledge.wording.consent,
        "language": pledge.language,
        "status": pledge.status,
        "signed_at": pledge.created_at,
        "opened_at": pledge.opened_at,
        "confirmed_at": pledge.confirmed_at,
        "withdrawn_at": pledge.withdrawn_at,
        "signed_elsewhere": signed_elsewhere(pledge),
        "sent": [sent.held_of(row) for row in sent.sent_from(pledge.email)],
        "mails": [held_mail(mail) for mail in mails_to(pledge)],
    }


def signed_elsewhere(pledge) -> bool:
    """Tell whether its address signed another page, too. A suspect one has no mail with a link."""
    same = Pledge.objects.filter(email=pledge.email, erased_at=None, is_suspect=False)
    return same.exclude(pk=pledge.pk).exists()


def mails_to(signer) -> list[OutgoingMail]:
    """Return the mails to the signer in the order in which they were written."""
    receipts = sent.receipts_to(signer.email)
    return sorted([*mail_of(signer), *receipts], key=lambda mail: mail.pk)


def held_mail(mail: OutgoingMail) -> dict:
    return {"subject": mail.subject, "written_at": mail.created_at, "sent_at": mail.sent_at}
