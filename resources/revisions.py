"""What a revision of a statistic may not take back, whoever publishes it and however old it is.

Wagtail does not write the keys of new rows back into the revision that they come from: published
again, it would delete the rows and make new ones, and what points to a figure would point nowhere.
"""

from modelcluster.models import get_serializable_data_for_fields


def with_kept_rows(page, content: dict) -> dict:
    """Return a revision's content with the keys of the rows that are there already.

    Published corrections are in it as they were published, even where it has none of them.
    """
    corrections = content.get("corrections", [])
    frozen = list(page.corrections.model.objects.filter(page=page.pk).exclude(published_at=None))
    keys = {str(row.translation_key) for row in frozen}
    drafts = [row for row in corrections if row["translation_key"] not in keys]
    kept = [get_serializable_data_for_fields(row) for row in frozen]
    return content | {
        "figures": with_keys(page.figures.model, page, content.get("figures", [])),
        "corrections": kept + with_keys(page.corrections.model, page, drafts),
    }


def with_keys(model, page, rows: list[dict]) -> list[dict]:
    """Return rows of a revision, each with the key that its row in the database has, if any."""
    known = dict(model.objects.filter(page=page.pk).values_list("translation_key", "pk"))
    keys = {str(translation_key): pk for translation_key, pk in known.items()}
    return [row | {"pk": keys.get(row["translation_key"], row["pk"])} for row in rows]
