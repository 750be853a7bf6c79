"""Each member society stands in the list of publishers, under its present name."""

from django.apps import apps
from wagtail.models import Locale
from wagtail.signals import page_published

from resources.library.indexing import index_resources_of

SOCIETY = "members.MemberSocietyPage"


def connect() -> None:
    """Begin to listen; called once, when the app is ready."""
    page_published.connect(follow_society, sender=apps.get_model(SOCIETY))


def follow_society(instance, **kwargs) -> None:
    """Add or rename the publisher that a published society is; its translations change nothing.

    A row of the same name that is no society's becomes part of it. Names are unique: where another
    society has it, this one keeps the name it had.
    """
    if instance.locale_id != Locale.get_default().pk:
        return
    publisher, others = publisher_of(instance), of_name(instance.title)
    for other in others.filter(society_key=None).exclude(pk=publisher.pk):
        merge(other, publisher)
    if not others.exclude(pk=publisher.pk).exists():
        rename(publisher, instance)


def publisher_of(society):
    """Return the row of a society: its own, or one of the same name that was no society's."""
    publisher = apps.get_model("resources.Publisher")
    own = publisher.objects.filter(society_key=society.translation_key).first()
    return own or of_name(society.title).filter(society_key=None).first() or publisher()


def of_name(name: str):
    return apps.get_model("resources.Publisher").objects.filter(name__iexact=name)


def merge(other, publisher) -> None:
    """Give the resources of one publisher to another, which takes its place."""
    if publisher.pk:
        other.resources.update(publisher=publisher)
        other.delete()


def rename(publisher, society) -> None:
    publisher.name, publisher.society_key = society.title, society.translation_key
    publisher.acronym = publisher.acronym or society.acronym
    publisher.website = publisher.website or society.website
    publisher.save()
    index_resources_of(publisher)
