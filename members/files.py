"""Moves the files of a draft out of the closed collection when a page that uses them goes live."""

from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtail.signals import page_published


def connect() -> None:
    """Begin to listen; called once, when the app is ready."""
    page_published.connect(publish_files)


def publish_files(instance, **kwargs) -> None:
    """Put the images and documents that a page uses into the published files of their section."""
    for model in (get_image_model(), get_document_model()):
        waiting = model.objects.filter(
            pk__in=used_by(instance, model), collection__section_of_drafts__isnull=False
        )
        for file in waiting.select_related("collection__section_of_drafts"):
            file.collection = file.collection.section_of_drafts.published
            file.save()


def used_by(page, model) -> list[int]:
    """Return the keys of the objects of this model that the page refers to."""
    references = ReferenceIndex.get_references_for_object(page)
    kind = ContentType.objects.get_for_model(model)
    keys = references.filter(to_content_type=kind).values_list("to_object_id", flat=True)
    return [int(key) for key in keys]  # kept as text, which PostgreSQL compares with no number
