"""Whether a mail may be sent at all, decided while it is written."""

from forms.models.outgoing_mail import OutgoingMail
from forms.outbox import caps, suppression

State, Reason = OutgoingMail.State, OutgoingMail.Reason

# Too much in a day may be a good day, which staff can tell; too much to one address is never good.
STATES = {
    Reason.SUPPRESSED: State.SUPPRESSED,
    Reason.ADDRESS_CAP: State.SUPPRESSED,
    Reason.DAY_CAP: State.HELD,
}


def decide(mail) -> None:
    """Set the state, and the reason if it is not to be sent, of a mail that is about to be written.

    It is written in any case, so that staff see what became of it.
    """
    capped = caps.apply_to(mail)
    if suppression.forbids(mail):
        mail.reason = Reason.SUPPRESSED
    elif capped:
        mail.reason = caps.reason_against(mail)
    mail.state = STATES.get(mail.reason, State.WAITING)
    mail.counted = capped and mail.state == State.WAITING
