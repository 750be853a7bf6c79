"""What there is to say about the numbers in published pages."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resources.figure_quotes.parts import number, texts_of, words
from resources.figure_quotes.quote import figures_by_key
from resources.models import Figure, TypedNumber
from resources.number_check.findings import findings_in
from resources.number_check.known import Known


class RemarkKind(models.TextChoices):
    FORMER = "former", gettext_lazy("Still says a former number")
    ALSO = "also", gettext_lazy("Is also a figure")
    GONE = "gone", gettext_lazy("Quoted figure not available")
    SUPERSEDED = "superseded", gettext_lazy("Quoted figure was superseded")


@dataclass(frozen=True)
class Remark:
    """What is known of one number; `figures` are the ones to look at, the best first."""

    kind: RemarkKind
    figures: tuple[UUID, ...] = ()


def remarks() -> dict[int, Remark]:
    """Return the remarks on the rows of published pages, by their keys. Constant queries."""
    live = TypedNumber.objects.filter(page__live=True).select_related("page").order_by()
    rows = list(live.only("amount", "unit", "context", "quoted", "page__title"))
    typed = remarks_on_typed([row for row in rows if row.amount is not None])
    return typed | remarks_on_quotes([row for row in rows if row.quoted])


def remarks_on_typed(rows: list[TypedNumber]) -> dict[int, Remark]:
    found = defaultdict(list)
    for finding in findings_in(rows, lambda row: row.page.title):
        found[finding.number.pk].append(finding.known)
    return {key: remark(known) for key, known in found.items()}


def remark(known: list[Known]) -> Remark:
    """Return the remark on a number: what a figure said before weighs more."""
    former = [figure for figure in known if figure.is_former]
    kind = RemarkKind.FORMER if former else RemarkKind.ALSO
    return Remark(kind, tuple(dict.fromkeys(figure.now for figure in former or known)))


def remarks_on_quotes(rows: list[TypedNumber]) -> dict[int, Remark]:
    """Return the remarks on quotes of which readers see nothing, or an old figure."""
    figures = figures_by_key({row.quoted for row in rows})
    readable = {key for key, figure in figures.items() if texts_of(figure)}
    newer = successors_of(figures.values())
    old = {
        row.pk: Remark(RemarkKind.SUPERSEDED, (newer[row.quoted],))
        for row in rows
        if row.quoted in newer
    }
    return old | {row.pk: Remark(RemarkKind.GONE) for row in rows if row.quoted not in readable}


def successors_of(figures: Iterable[Figure]) -> dict[UUID, UUID]:
    """Return the id of the figure that took the place of each, where one did. One query."""
    old = [figure.pk for figure in figures if figure.superseded_by_id]
    pairs = Figure.objects.filter(pk__in=old)
    return dict(pairs.values_list("translation_key", "superseded_by__translation_key"))


def in_words(remark: Remark, figures: Iterable[Figure]) -> str:
    """Return a remark as a reader of the report has it."""
    said = "; ".join(f"“{figure.page.title}”: {said_by(figure)}" for figure in figures)
    return f"{remark.kind.label}: {said}" if said else str(remark.kind.label)


def said_by(figure: Figure) -> str:
    return number(figure) or words(figure) or _("no number")
