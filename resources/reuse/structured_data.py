"""What search engines read about a statistic and a resource, in the words of schema.org."""

import re

from django.conf import settings
from django.urls import reverse

from core.columns import day, with_host
from core.json_ld import coalition_in_short, known, named


def dataset(page, coalition) -> dict:
    """Return a published statistic as a schema.org Dataset (https://schema.org/Dataset)."""
    figures = list(page.figures.all())
    found = {
        "@type": "Dataset",
        "name": page.title,
        "description": page.statement or page.title,
        "url": page.full_url,
        "inLanguage": page.locale.language_code,
        "creator": coalition_in_short(coalition),
        "license": coalition.data_licence_address,
        "datePublished": day(page.first_published_at),
        "dateModified": day(page.last_published_at),
        "keywords": [topic.name for topic in page.topics.all()],
        "isBasedOn": [based_on(source) for source in page.sources],
        "spatialCoverage": sorted({figure.place for figure in figures if figure.place}),
        "variableMeasured": [variable(figure) for figure in figures],
        "distribution": [download(figure, form) for figure in figures for form in ("csv", "json")],
    }
    return known(found)


def based_on(source) -> dict:
    return known(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "author": source.producer,
            "url": source.address,
        }
    )


def variable(figure) -> dict:
    """Return a figure as a PropertyValue; one without a number says what it says as its value."""
    low, high = figure.low, figure.high
    number = figure.value if figure.value is not None else figure.in_words
    return known(
        {
            "@type": "PropertyValue",
            "@id": settings.SITE_URL + figure.address,
            "name": str(figure),
            "value": number,
            "unitText": figure.shown_unit,
            "minValue": low if None not in (low, high) else None,
            "maxValue": high if None not in (low, high) else None,
            "description": figure.sentence,
        }
    )


def download(figure, form: str) -> dict:
    address = reverse("figure_data", args=[figure.translation_key, form])
    kinds = {"csv": "text/csv", "json": "application/json"}
    return {
        "@type": "DataDownload",
        "encodingFormat": kinds[form],
        "contentUrl": settings.SITE_URL + address,
    }


# https://schema.org/LearningResource is for what teaches; CreativeWork is for anything else.
TYPES = {
    "article": "Article",
    "toolkit": "LearningResource",
    "webinar": "LearningResource",
    "dataset": "Dataset",
    "handout": "LearningResource",
}


ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def licence(typed: str) -> str | dict:
    """Return a license as schema.org takes it: its address, or a work of this name."""
    if not typed or ADDRESS.fullmatch(typed):
        return typed
    return named("CreativeWork", typed)


def work(page) -> dict:
    """Return a resource, which stands elsewhere, as what this site says of it."""
    publisher = page.publisher.website if page.publisher else ""
    return {
        "@type": TYPES.get(page.kind, "CreativeWork"),
        "name": page.title,
        "description": page.summary,
        "url": page.full_url,
        "sameAs": [with_host(address) for address in (page.link, page.video) if address],
        "publisher": page.publisher_name and named("Organization", page.publisher_name, publisher),
        "inLanguage": page.language,
        "license": licence(page.licence),
        "isAccessibleForFree": page.access in ("free", "login") if page.access else None,
        "datePublished": page.published_on,
        "about": [term.name for term in page.about.all()],
        "audience": [named("Audience", term.name) for term in page.audiences.all()],
    }
