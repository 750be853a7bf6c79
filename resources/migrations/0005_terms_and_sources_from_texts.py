"""What was typed with each figure becomes a term or a source, also in drafts and old revisions."""

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
        if not text:
            return None
        known = self.wordings.filter(term__kind=kind, language=language, name=text).first()
        if known:
            return known.term_id
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
        found, _made = self.sources.get_or_create(
            title=title, address=address, defaults={"producer": title}
        )
        return found


def convert_figures(apps, vocabulary, sources):
    figures = apps.get_model("resources", "Figure").objects.select_related("page", "locale")
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
        if source:
            figure.sources.add(source)


def convert_revisions(apps, vocabulary, sources):
    content_types = apps.get_model("contenttypes", "ContentType").objects
    statistics = content_types.filter(app_label="resources", model="statisticpage").first()
    languages = dict(
        apps.get_model("wagtailcore", "Locale").objects.values_list("pk", "language_code")
    )
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(content_type=statistics).iterator() if statistics else []:
        content = revision.content
        language = languages.get(content.get("locale"), settings.LANGUAGE_CODE)
        source = sources.source(content.get("source_title"), content.get("source_address") or "")
        for figure in content.get("figures", []):
            for name, kind in KINDS.items():
                figure[name] = vocabulary.term(kind, language, figure.get(name))
            figure["sources"] = [source.pk] if source else []
            figure["unsourced_reason"] = "" if source else UNSOURCED
        revision.save()


def forwards(apps, schema_editor):
    vocabulary, sources = Vocabulary(apps), Sources(apps)
    convert_figures(apps, vocabulary, sources)
    convert_revisions(apps, vocabulary, sources)


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0004_figures_with_terms_and_sources"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
