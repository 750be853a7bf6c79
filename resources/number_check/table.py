"""Keeps which numbers stand in published pages (`TypedNumber`)."""

import logging

from django.db import transaction
from wagtail.signals import page_published, page_unpublished

from resources.models import TypedNumber
from resources.number_check.typed import keys_quoted, numbers_of

logger = logging.getLogger(__name__)


def connect() -> None:
    """Follow what is published; called once, when the app is ready."""
    page_published.connect(note_published, dispatch_uid="typed numbers")
    page_unpublished.connect(forget_unpublished, dispatch_uid="typed numbers")


def note_published(instance, **others) -> None:
    """Keep the numbers of a page; should that fail, it is published all the same."""
    try:
        keep_numbers(instance)
    except Exception:
        logger.exception("The numbers of page %s could not be kept.", instance.pk)


def forget_unpublished(instance, **others) -> None:
    TypedNumber.objects.filter(page_id=instance.pk).delete()


@transaction.atomic
def keep_numbers(page) -> None:
    """Replace the rows of a page, given as its own type."""
    TypedNumber.objects.filter(page_id=page.pk).delete()
    TypedNumber.objects.bulk_create(rows_of(page))


def rows_of(page) -> list[TypedNumber]:
    quotes = [TypedNumber(page_id=page.pk, quoted=key) for key in sorted(keys_quoted(page))]
    return quotes + [
        TypedNumber(
            page_id=page.pk,
            amount=number.amount,
            unit=number.unit,
            text=number.text[:120],
            context=number.context,
        )
        for number in numbers_of(page)
    ]
