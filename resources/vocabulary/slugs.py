"""Parts of addresses that are made once and then stay."""

from django.utils.text import slugify


def free_slug(name: str, rows) -> str:
    """Return a slug for a name that none of `rows` has; a word where the name has no letters."""
    wanted = slugify(name)[:100] or rows.model._meta.model_name
    taken = set(rows.values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)
