"""What search engines read about a statistic: a schema.org Dataset in JSON-LD."""

from django.conf import settings
from django.urls import reverse

from core.columns import day


def dataset(page, coalition) -> dict:
    """Return a published statistic as a schema.org Dataset (https://schema.org/Dataset)."""
    figures = list(page.figures.all())
    found = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": page.title,
        "description": page.statement or page.title,
        "url": page.full_url,
        "inLanguage": page.locale.language_code,
        "creator": {"@type": "Organization", "name": coalition.name, "url": settings.SITE_URL},
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


def known(data: dict) -> dict:
    """Return the data without what is not known."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}
