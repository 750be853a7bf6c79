"""All that is held about one signer, to be shown and downloaded."""

from forms import answers
from forms.models.outgoing_mail import OutgoingMail
from forms.pledge_states import mail_of


def held_about(pledge) -> dict:
    """Return what the rows of a pledge and its mails hold, by name, ready for JSON."""
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
        "mails": [held_mail(mail) for mail in mail_of(pledge).order_by("pk")],
    }


def held_mail(mail: OutgoingMail) -> dict:
    return {"subject": mail.subject, "written_at": mail.created_at, "sent_at": mail.sent_at}
