"""What was typed with each figure becomes a term or a source, also in drafts and old revisions."""

import json

from django.conf import settings
from django.db import migrations
from django.utils.text import slugify

KINDS = {"outcome": "outcome", "group": "population", "comparison_group": "population"}
UNSOURCED = "It was published before this site asked for a source."


class Vocabulary:
    """Finds or makes the term that a text names."""

    def __init__(self, apps):
        self.terms = apps.get_model("resources", "Term").objects
        self.wordings = apps.get_model("resources", "TermWording").objects

    def term(self, kind, language, text, translated=None):
        """Return the key of a term; `translated` is the one that the text is a translation of."""
        text = (text or "").strip()
        if not text:
            return None
        known = self.wordings.filter(term__kind=kind, language=language, name__iexact=text)
        if translated and known.filter(term=translated).exists():
            return translated
        if translated is None and known.exists():
            return known.first().term_id
        if translated is None or self.wordings.filter(term=translated, language=language).exists():
            slug = self.free_slug(kind, text)
            translated = self.terms.create(kind=kind, slug=slug).pk
        self.wordings.create(term_id=translated, language=language, name=text)
        return translated

    def free_slug(self, kind, text):
        slug = wanted = slugify(text)[:100] or "term"
        number = 1
        while self.terms.filter(kind=kind, slug=slug).exists():
            number += 1
            slug = f"{wanted}-{number}"
        return slug


class Sources:
    """Finds or makes the source that a statistic names."""

    def __init__(self, apps):
        self.sources = apps.get_model("resources", "Source").objects

    def source(self, title, address):
        if not title:
            return None
        found, _made = self.sources.get_or_create(title=title, address=address, producer="")
        return found


def convert_figures(apps, vocabulary, sources):
    model = apps.get_model("resources", "Figure")
    figures, through = model.objects.select_related("page", "locale"), model.sources.through
    main = settings.LANGUAGE_CODE
    in_order = sorted(figures, key=lambda figure: figure.locale.language_code != main)
    terms_of = {}
    for figure in in_order:
        for name, kind in KINDS.items():
            text, key = getattr(figure, f"{name}_text"), (figure.translation_key, name)
            language = figure.locale.language_code
            terms_of[key] = vocabulary.term(kind, language, text, terms_of.get(key))
            setattr(figure, f"{name}_id", terms_of[key])
        source = sources.source(figure.page.source_title, figure.page.source_address)
        figure.unsourced_reason = "" if source else UNSOURCED
        figure.save()
        if source:  # not by `sources.add`, which would wait for the figure to be saved
            through.objects.create(figure_id=figure.pk, source_id=source.pk)


class Contents:
    """Converts pages as revisions and translators' sources hold them."""

    def __init__(self, apps, vocabulary, sources):
        self.vocabulary, self.sources = vocabulary, sources
        locales = apps.get_model("wagtailcore", "Locale").objects
        self.languages = dict(locales.values_list("pk", "language_code"))

    def converted(self, content):
        language = self.languages.get(content.get("locale"), settings.LANGUAGE_CODE)
        address = content.get("source_address") or ""
        source = self.sources.source(content.get("source_title"), address)
        for figure in content.get("figures", []):
            for name, kind in KINDS.items():
                figure[name] = self.vocabulary.term(kind, language, figure.get(name))
            figure["sources"] = [source.pk] if source else []
            figure["unsourced_reason"] = "" if source else UNSOURCED
        return content


def convert_revisions(apps, contents, statistics):
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(content_type=statistics).iterator():
        revision.content = contents.converted(revision.content)
        revision.save()


def convert_translations(apps, contents, statistics):
    sources = apps.get_model("wagtail_localize", "TranslationSource").objects
    for source in sources.filter(specific_content_type=statistics).iterator():
        source.content_json = json.dumps(contents.converted(json.loads(source.content_json)))
        source.save()


def forwards(apps, schema_editor):
    vocabulary, sources = Vocabulary(apps), Sources(apps)
    convert_figures(apps, vocabulary, sources)
    contents = Contents(apps, vocabulary, sources)
    content_types = apps.get_model("contenttypes", "ContentType").objects
    statistics = content_types.filter(app_label="resources", model="statisticpage").first()
    if statistics:
        convert_revisions(apps, contents, statistics)
        convert_translations(apps, contents, statistics)


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0004_figures_with_terms_and_sources"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
