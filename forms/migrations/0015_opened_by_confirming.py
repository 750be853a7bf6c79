from django.db import migrations
from django.db.models import F


def open_what_was_confirmed(apps, schema_editor):
    """Whoever confirmed had the page before them."""
    pledges = apps.get_model("forms", "Pledge").objects
    confirmed = pledges.filter(confirmed_at__isnull=False, erased_at=None)
    confirmed.update(opened_at=F("confirmed_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("forms", "0014_funnel"),
    ]

    operations = [
        migrations.RunPython(open_what_was_confirmed, migrations.RunPython.noop),
    ]
