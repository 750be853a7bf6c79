"""What the admin's log says of what was done to a pledge, a report or a mail; nothing personal."""

from django.utils.translation import gettext_lazy as _

ASK_AGAIN = "forms.ask_again"
MARK_INVALID = "forms.mark_invalid"
COUNT_AGAIN = "forms.count_again"
GENUINE = "forms.genuine"
ERASE = "forms.erase"
CLOSE = "forms.close_report"
TRY_AGAIN = "forms.try_again"
SUPPRESS = "forms.suppress_address"

# By action: what it is called in the log's filter, and what a line of the log says.
WORDS = {
    ASK_AGAIN: (_("Ask again"), _("Asked again to confirm")),
    MARK_INVALID: (_("Mark invalid"), _("Marked invalid")),
    COUNT_AGAIN: (_("Count again"), _("Counted again")),
    GENUINE: (_("It is genuine"), _("Found genuine")),
    ERASE: (_("Erase"), _("Erased")),
    CLOSE: (_("Done"), _("Dealt with")),
    TRY_AGAIN: (_("Try again"), _("Tried to send again")),
    SUPPRESS: (_("Suppress this address"), _("Address suppressed")),
}


def register_actions(actions) -> None:
    """Add the actions to Wagtail's log (hook register_log_actions)."""
    for action, (label, message) in WORDS.items():
        actions.register_action(action, label, message)
