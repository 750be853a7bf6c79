import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

import resources.library.languages


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0009_help_of_outcomes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField("resourcepage", "publisher", "other_publisher"),
        migrations.CreateModel(
            name="Publisher",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As readers see it with each resource.",
                        max_length=255,
                        unique=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "acronym",
                    models.CharField(
                        blank=True,
                        help_text="So that search finds it by this, too: CDC.",
                        max_length=20,
                        verbose_name="acronym",
                    ),
                ),
                (
                    "website",
                    models.URLField(
                        blank=True,
                        help_text="The first page of its own site.",
                        max_length=500,
                        verbose_name="website",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        editable=False,
                        max_length=120,
                        unique=True,
                        verbose_name="part of the address",
                    ),
                ),
                (
                    "society_key",
                    models.UUIDField(
                        blank=True,
                        editable=False,
                        null=True,
                        unique=True,
                        verbose_name="translation key of the member society",
                    ),
                ),
            ],
            options={
                "verbose_name": "publisher",
                "verbose_name_plural": "publishers",
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="access",
            field=models.CharField(
                blank=True,
                choices=[
                    ("free", "Free"),
                    ("login", "Free, with an account"),
                    ("members", "For members of its publisher"),
                    ("paid", "Paid"),
                ],
                help_text="What readers need before they can read it.",
                max_length=20,
                verbose_name="cost or login",
            ),
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="audiences",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                help_text="Whom it is for.",
                limit_choices_to={"kind": "audience"},
                related_name="resources_for",
                to="resources.term",
                verbose_name="audience",
            ),
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="kept_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Who reviews it. Readers never see it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="kept by",
            ),
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="language",
            field=models.CharField(
                blank=True,
                choices=resources.library.languages.languages,
                help_text="The one it is written or spoken in, whatever the language of this page.",
                max_length=10,
                verbose_name="language of the resource",
            ),
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="licence",
            field=models.CharField(
                blank=True,
                help_text="Under which it may be used: CC BY 4.0, public domain.",
                max_length=120,
                verbose_name="license",
            ),
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="reading_level",
            field=models.CharField(
                blank=True,
                choices=[
                    ("plain", "Plain words"),
                    ("general", "For everybody"),
                    ("professional", "For professionals"),
                ],
                help_text="Plain words: about what an eleven-year-old reads with ease.",
                max_length=20,
                verbose_name="reading level",
            ),
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="review_on",
            field=models.DateField(
                blank=True,
                help_text="From this day readers see that a review is due.",
                null=True,
                verbose_name="review on",
            ),
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="video",
            field=models.URLField(
                blank=True,
                help_text="Where it can be watched. Best a video with captions.",
                max_length=500,
                verbose_name="address of a video",
            ),
        ),
        migrations.AlterField(
            model_name="resourcepage",
            name="address",
            field=models.URLField(
                blank=True,
                help_text="Where it can be read. While all of these are empty readers see no link.",
                max_length=500,
                verbose_name="address",
            ),
        ),
        migrations.AlterField(
            model_name="resourcepage",
            name="document",
            field=models.ForeignKey(
                blank=True,
                help_text="A file that this site offers, instead of an address or besides.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtaildocs.document",
                verbose_name="document",
            ),
        ),
        migrations.AlterField(
            model_name="resourcepage",
            name="other_publisher",
            field=models.CharField(
                blank=True,
                help_text="Its name, if it is not in the list above. Staff then add it to the list.",
                max_length=255,
                verbose_name="another publisher",
            ),
        ),
        migrations.AlterField(
            model_name="statisticpage",
            name="review_on",
            field=models.DateField(
                blank=True,
                help_text="From this day readers see that a review is due.",
                null=True,
                verbose_name="review on",
            ),
        ),
        migrations.AlterField(
            model_name="term",
            name="kind",
            field=models.CharField(
                choices=[
                    ("population", "Population: whom a figure is about"),
                    ("outcome", "Outcome: what is counted"),
                    ("topic", "Topic"),
                    ("audience", "Audience: whom a resource is for"),
                ],
                help_text="It cannot be changed later: figures rely on it.",
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AddField(
            model_name="resourcepage",
            name="publisher",
            field=models.ForeignKey(
                blank=True,
                help_text="The society or organization that published it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="resources",
                to="resources.publisher",
                verbose_name="publisher",
            ),
        ),
    ]
