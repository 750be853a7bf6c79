from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("members", "0003_membership_from_pages")]

    operations = [
        migrations.RemoveField(
            model_name="membersocietypage",
            name="is_convenor",
        ),
        migrations.RemoveField(
            model_name="membersocietypage",
            name="joined",
        ),
    ]
