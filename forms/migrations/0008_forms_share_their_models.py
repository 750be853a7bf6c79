from django.db import migrations


class Migration(migrations.Migration):
    """What pledges alone had is for every form now."""

    dependencies = [("forms", "0007_suspect_pledges")]

    operations = [
        migrations.RenameModel("PledgeWording", "Wording"),
        migrations.RenameModel("ContactMessage", "Message"),
    ]
