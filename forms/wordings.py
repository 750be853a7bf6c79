"""Keeps the words of a pledge page each time they are published changed."""

from wagtail.signals import page_published


def connect() -> None:
    """Begin to listen; called once, when the app is ready."""
    from forms.models import PledgePage

    page_published.connect(keep_wording, sender=PledgePage)


def keep_wording(instance, **kwargs) -> None:
    """Add a `PledgeWording` when the page's words are not those published last."""
    last = instance.wordings.order_by("-pk").first()
    words = {"pledge": instance.pledge, "consent": instance.consent_text}
    if last is None or (last.pledge, last.consent) != tuple(words.values()):
        instance.wordings.create(**words)
