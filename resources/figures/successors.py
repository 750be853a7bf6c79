"""Which figure takes the place of which, and that it stays."""

from django.utils.translation import gettext as _


def leads_back(figure, chosen: dict) -> bool:
    """Whether the figures that supersede one another lead from a figure back to it.

    `chosen` has, by their keys, the successors of figures that are not saved yet.
    """
    seen = {figure.translation_key}
    following = chosen[figure.translation_key]
    while following is not None:
        key = following.translation_key
        if key in seen:
            return True
        seen.add(key)
        following = chosen.get(key, following.superseded_by)
    return False


def why_successors_stay(figures) -> str:
    """Say which figures would send readers nowhere without these (a queryset), or "".

    Those that would go themselves do not count.
    """
    replaced = figures.model.objects.filter(superseded_by__in=figures, page__live=True)
    names = [str(figure) for figure in replaced.exclude(pk__in=figures.values("pk")).whole()]
    if not names:
        return ""
    text = _("Readers are sent here from figures that were superseded. First change that of: %s.")
    return text % "; ".join(names)
