"""Keeps each official name that a society was published with, and what is named after it."""

from django.utils import timezone
from wagtail.signals import page_published

from members.models import MemberSocietyPage, Section, SocietyName
from members.sections import rename_section


def connect() -> None:
    """Begin to listen; called once, when the app is ready."""
    page_published.connect(keep_name, sender=MemberSocietyPage)


def keep_name(instance, **kwargs) -> None:
    """Add a `SocietyName` when a page is published with another title than before."""
    last = instance.names.last()
    if last and last.name == instance.title:
        return
    since = timezone.localdate() if last else None
    SocietyName.objects.create(society=instance, name=instance.title, since=since)
    for section in Section.objects.filter(society=instance):
        rename_section(section)
