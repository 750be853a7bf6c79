"""Numbers are the same in every language: a translation has those of its original.

Words are translated when staff send them to be; a corrected number does not wait for that.
"""

from modelcluster.models import get_serializable_data_for_fields

from resources import history

# What of a figure holds no word of any language.
NUMBERS = [
    "kind",
    "qualifier",
    "value",
    "comparison_value",
    "direction",
    "points",
    "is_suppressed",
    "outcome",
    "group",
    "comparison_group",
    "from_year",
    "to_year",
    "low",
    "high",
    "comparison_low",
    "comparison_high",
    "confidence",
    "n",
    "comparison_n",
    "base_value",
    "base_comparison_value",
    "higher_is_better",
]


def follow(instance, **kwargs) -> None:
    """Give the translations of a page that was just published the numbers of its figures.

    Their drafts get them too, so that nobody takes them back by publishing one.
    """
    if not (instance.live and is_original(instance)):
        return
    figures = {str(f.translation_key): numbers_of(f) for f in instance.figures.all()}
    for translation in instance.get_translations().specific():
        take_over_in_draft(translation, figures)
        changed = [take_over(figure, figures) for figure in translation.figures.all()]
        if any(changed):
            translation.last_published_at = instance.last_published_at  # it changed then
            history.keep_versions(translation)


def is_original(page) -> bool:
    """Whether a page is the one that its translations were made from: the oldest of them."""
    same = type(page).objects.filter(translation_key=page.translation_key)
    return same.order_by("pk").first().pk == page.pk


def numbers_of(figure) -> dict:
    """Return what of a figure is no word, as the database and revisions hold it."""
    data = get_serializable_data_for_fields(figure)
    sign = {} if any(map(str.isalpha, figure.unit)) else {"unit": figure.unit}  # % is no word
    return {name: data[name] for name in NUMBERS} | sign


def take_over(figure, figures: dict) -> bool:
    """Give a published figure the numbers of its original; return whether that changed it."""
    new = figures.get(str(figure.translation_key), {})
    old = get_serializable_data_for_fields(figure)
    if all(old[name] == value for name, value in new.items()):
        return False
    type(figure).objects.filter(pk=figure.pk).update(**new)
    return True


def take_over_in_draft(page, figures: dict) -> None:
    """Do the same in what the editor of a translation opens next."""
    if revision := page.latest_revision:
        rows = revision.content.get("figures", [])
        new = [row | figures.get(row["translation_key"], {}) for row in rows]
        revision.content["figures"] = new
        revision.save(update_fields=["content"])
