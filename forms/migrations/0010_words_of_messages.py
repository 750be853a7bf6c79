from django.db import migrations


def keep_words(apps, schema_editor):
    """Give each contact page its first wording, and each message the wording of its page."""
    page_model = apps.get_model("forms", "ContactPage")
    wordings = apps.get_model("forms", "Wording")
    messages = apps.get_model("forms", "Message")
    for number, language in page_model.objects.values_list("pk", "locale__language_code"):
        wording = wordings.objects.create(page_id=number)
        messages.objects.filter(page_id=number).update(wording=wording, language=language)


class Migration(migrations.Migration):
    dependencies = [("forms", "0009_staff_build_forms")]

    operations = [migrations.RunPython(keep_words, migrations.RunPython.noop)]
