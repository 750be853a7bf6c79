"""What a statistic lacks to be published, in words for staff. A draft can lack all of it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from resources.figures.changes import changes_between
from resources.figures.successors import why_successors_stay
from resources.history import known_versions

UNSOURCED = _("Choose a source, or say here why there is none.")
UNANNOUNCED = _(
    "Readers may have quoted these figures. Add a correction or an update that says what changed:"
)
DISAGREES = _(
    "The statement and its figures seem to disagree. Change one of them, or say here why they do:"
)


def lacking(page) -> list[str]:
    """Return what a page, as it would be published, lacks; nothing of one that is no statistic."""
    from resources.models import StatisticPage

    if not isinstance(page, StatisticPage):
        return []
    figures = list(page.figures.all())
    changes = unannounced(page, figures, page.corrections.all())
    disagreements = [] if page.disagreement_reason else page.disagreements
    return [
        *filter(None, [why_removed_stay(page, figures)]),
        *after(UNANNOUNCED, changes),
        *after(DISAGREES, disagreements),
        *(f"{figure}: {fault}" for figure in figures for fault in faults(figure)),
    ]


def after(introduction, texts: list) -> list:
    return [introduction, *texts] if texts else []


def why_removed_stay(page, figures) -> str:
    """Say why figures that a page would no longer have must stay, or ""."""
    from resources.models import Figure

    kept = [figure.translation_key for figure in figures]
    removed = Figure.objects.filter(page=page.pk).exclude(translation_key__in=kept)
    return why_successors_stay(removed)


def why_page_stays(page) -> str:
    """Say why a page, with those below it, must not be deleted, or ""."""
    from resources.models import Figure

    return why_successors_stay(Figure.objects.filter(page__path__startswith=page.path))


def unannounced(page, figures, corrections) -> list[str]:
    """Return which numbers that readers know would change without a public word on it."""
    if any(is_announcing(correction, page) for correction in corrections):
        return []
    return changes_between(known_versions(page, figures), figures)


def is_announcing(correction, page) -> bool:
    """Whether a correction is new on its page, and of a kind that announces another number."""
    published = type(correction).objects.filter(page=page.pk).exclude(published_at=None)
    is_new = not published.filter(translation_key=correction.translation_key).exists()
    return correction.announces and is_new


def faults(figure) -> list[str]:
    """Return what is wrong with a figure, or missing from it."""
    try:
        figure.full_clean(["page", "locale"], validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        return error.messages
    return [UNSOURCED] if is_unsourced(figure) else []


def is_unsourced(figure) -> bool:
    """Whether a figure has neither a source nor a reason why it has none."""
    return not figure.sources.all() and not figure.unsourced_reason
