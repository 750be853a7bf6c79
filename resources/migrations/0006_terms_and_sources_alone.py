from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("resources", "0005_terms_and_sources_from_texts")]
    operations = [
        migrations.RemoveField(model_name="figure", name="outcome_text"),
        migrations.RemoveField(model_name="figure", name="group_text"),
        migrations.RemoveField(model_name="figure", name="comparison_group_text"),
        migrations.RemoveField(model_name="statisticpage", name="source_title"),
        migrations.RemoveField(model_name="statisticpage", name="source_address"),
    ]
