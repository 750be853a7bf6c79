from django.db import migrations
from django.db.models import F

SOURCE = "The coalition's own page"


def to_periods(apps, schema_editor):
    """Turn what each society's page said about its membership into the first period of it."""
    pages = apps.get_model("members", "MemberSocietyPage").objects.all()
    memberships = apps.get_model("members", "Membership").objects
    seen = set()
    for page in pages.order_by(F("locale_id"), "pk"):
        if page.translation_key not in seen:
            seen.add(page.translation_key)
            level = "convenor" if page.is_convenor else ""
            memberships.create(society=page, level=level, start=page.joined, source=SOURCE)


def keep_names(apps, schema_editor):
    """Begin the history of official names with the names of today."""
    pages = apps.get_model("members", "MemberSocietyPage").objects
    names = apps.get_model("members", "SocietyName").objects
    names.bulk_create(
        names.model(society=page, name=page.title) for page in pages.filter(live=True)
    )


class Migration(migrations.Migration):
    dependencies = [("members", "0002_sections_and_membership")]

    operations = [
        migrations.RunPython(to_periods, migrations.RunPython.noop),
        migrations.RunPython(keep_names, migrations.RunPython.noop),
    ]
