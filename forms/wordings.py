"""Keeps what a form says and asks each time it is published changed."""

from wagtail.signals import page_published


def connect() -> None:
    """Begin to listen; called once, when the app is ready."""
    page_published.connect(keep_wording)


def keep_wording(instance, **kwargs) -> None:
    """Add a `Wording` when a form page says something else than when it was published last."""
    from forms.models.form_page import FormPage

    if not isinstance(instance, FormPage):
        return
    words = instance.wording_as_edited
    last = instance.wordings.order_by("-pk").first()
    if last is None or last.says() != words.says():
        words.page = instance
        words.save()
