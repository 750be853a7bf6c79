"""Whether a mail may be sent at all, decided while it is written."""

from forms.models.outgoing_mail import OutgoingMail
from forms.outbox import suppression

State, Reason = OutgoingMail.State, OutgoingMail.Reason


def decide(mail) -> None:
    """Set the state, and the reason if it is not to be sent, of a mail that is about to be written.

    It is written in any case, so that staff see what became of it.
    """
    if suppression.forbids(mail):
        mail.state, mail.reason = State.SUPPRESSED, Reason.SUPPRESSED
