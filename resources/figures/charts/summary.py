"""What a chart shows, in words."""

from django.utils.translation import gettext as _


def name_of_group(figure) -> str:
    """Return whom the first bar, line or hundred of people is about, however little is known."""
    return str(figure.group or figure.outcome or _("the group"))


def described(label: str, text: str, interval: str) -> str:
    """Return one thing that a chart shows: "Some: 39% (95% interval 30 to 55)."."""
    parts = {"label": label, "text": text, "interval": interval}
    if interval:
        return _("%(label)s: %(text)s (%(interval)s).") % parts
    return _("%(label)s: %(text)s.") % parts


def joined(*sentences: str) -> str:
    """Return sentences as one text, each with its first letter large."""
    return " ".join(said[:1].upper() + said[1:] for said in sentences if said)
