"""Each member society stands in the list of publishers, under its present name."""

from django.apps import apps
from wagtail.models import Locale
from wagtail.signals import page_published

SOCIETY = "members.MemberSocietyPage"


def connect() -> None:
    """Begin to listen; called once, when the app is ready."""
    page_published.connect(follow_society, sender=apps.get_model(SOCIETY))


def follow_society(instance, **kwargs) -> None:
    """Add or rename the publisher that a published society is; its translations change nothing."""
    if instance.locale_id == Locale.get_default().pk:
        publisher = publisher_of(instance)
        publisher.name, publisher.society_key = instance.title, instance.translation_key
        publisher.acronym = publisher.acronym or instance.acronym
        publisher.website = publisher.website or instance.website
        publisher.save()


def publisher_of(society):
    """Return the row of a society: its own, or one of the same name that was no society's."""
    publisher = apps.get_model("resources.Publisher")
    own = publisher.objects.filter(society_key=society.translation_key).first()
    same_name = publisher.objects.filter(name__iexact=society.title, society_key=None).first()
    return own or same_name or publisher()
