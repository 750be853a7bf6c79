"""Publishers that were typed with each resource become rows, also in drafts and old revisions."""

import json

from django.db import migrations
from django.utils.text import slugify


class Publishers:
    """Finds or makes the publisher that a text names."""

    def __init__(self, apps):
        self.rows = apps.get_model("resources", "Publisher").objects

    def key(self, text):
        """Return the key of the publisher, None for no text."""
        name = (text or "").strip()
        if not name:
            return None
        found = self.rows.filter(name__iexact=name).first()
        return (found or self.rows.create(name=name, slug=self.free_slug(name))).pk

    def free_slug(self, name):
        slug = wanted = slugify(name)[:100] or "publisher"
        number = 1
        while self.rows.filter(slug=slug).exists():
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def converted(self, content):
        """Return a page as a revision or a translators' source holds it, with the row's key."""
        return content | {"publisher": self.key(content.get("publisher")), "other_publisher": ""}


def add_societies(apps, publishers):
    """Each member society stands in the list, under its name in the first language it is in."""
    for society in apps.get_model("members", "MemberSocietyPage").objects.order_by("path"):
        row = publishers.rows.get(pk=publishers.key(society.title))
        if not publishers.rows.filter(society_key=society.translation_key).exists():
            row.society_key, row.acronym = society.translation_key, society.acronym
            row.website = society.website
            row.save()


def convert_pages(apps, publishers):
    for page in apps.get_model("resources", "ResourcePage").objects.exclude(other_publisher=""):
        page.publisher_id, page.other_publisher = publishers.key(page.other_publisher), ""
        page.save(update_fields=["publisher", "other_publisher"])


def convert_revisions(apps, publishers, resources):
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(content_type=resources).iterator():
        revision.content = publishers.converted(revision.content)
        revision.save()


def convert_translations(apps, publishers, resources):
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects
    of_resources = sources.filter(specific_content_type=resources)
    for source in of_resources.iterator():
        source.content_json = json.dumps(publishers.converted(json.loads(source.content_json)))
        source.save()
    # The name was a text to be translated; now it is a choice.
    segments = apps.get_model("wagtail_localize", "StringSegment").objects
    segments.filter(source__in=of_resources, context__path="publisher").delete()


def forwards(apps, schema_editor):
    publishers = Publishers(apps)
    convert_pages(apps, publishers)
    content_types = apps.get_model("contenttypes", "ContentType").objects
    resources = content_types.filter(app_label="resources", model="resourcepage").first()
    if resources:
        convert_revisions(apps, publishers, resources)
        convert_translations(apps, publishers, resources)
    add_societies(apps, publishers)


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0010_typed_resources"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("members", "0005_help_texts"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
