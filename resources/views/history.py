"""What figures said before, and those that are gone. What a privacy setting hides is not found."""

from dataclasses import dataclass
from itertools import pairwise

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.read_only import read_only
from resources.figures.changes import differences, said_otherwise
from resources.models import Correction, Figure, FigureVersion


@dataclass(frozen=True)
class Earlier:
    """A version that stands no longer, and the one that came after it, if any."""

    version: FigureVersion
    later: FigureVersion | None

    @property
    def has_another_number(self) -> bool:
        """Whether what came after it says another number, or that another figure took its place."""
        if not self.later:
            return True
        one, other = self.version.record, self.later.record
        is_replaced = other.get("superseded_by") and not one.get("superseded_by")
        return bool(is_replaced or said_otherwise(one, other))

    @property
    def came_back(self) -> bool:
        """Whether it was withdrawn, and published again as it was."""
        one, other = self.version.record, self.later.record
        is_same = one["statement"] == other["statement"] and not differences(one, other)
        return is_same and self.later.published_at > self.version.replaced_at

    @property
    def correction(self) -> Correction | None:
        """What announced the change."""
        return self.later.correction if self.later else None


@dataclass(frozen=True)
class History:
    """What a figure said until when, the newest first, and the figure that took its place."""

    earlier: list[Earlier]
    successor: Figure | None


def history_of(figure) -> History:
    """Return the history of a figure that readers can see."""
    versions = list(FigureVersion.objects.of(figure.translation_key, get_language()))
    pairs = pairwise([None, *versions])
    earlier = [Earlier(version, later) for later, version in pairs if version.replaced_at]
    return History(earlier, successor_of(figure))


def successor_of(figure) -> Figure | None:
    """Return the figure that took the place of one, in the language read if it is there."""
    if not figure.superseded_by:
        return None
    found = Figure.objects.shown().filter(translation_key=figure.superseded_by.translation_key)
    return found.in_language_read().first() or found.first()


@read_only
def figure_version(request, key, number):
    """One version of a figure, as it was published; other pages go on without it."""
    versions = FigureVersion.objects.of(key, get_language()).open_to_all()
    version = versions.filter(number=number).first()
    if not version:
        raise Http404(_("There is no such version."))
    shown = Figure.objects.shown().in_language_read().filter(translation_key=key)
    context = {"version": version, "is_there": shown.exists()}
    return render(request, "resources/figure_version.html", context)


def gone(request, key):
    """Answer for a figure that is no longer published: 410 (RFC 9110, 15.5.11), and what it said.

    Raises Http404 where there never was one, or where it is hidden.
    """
    versions = FigureVersion.objects.filter(figure_key=key).open_to_all()
    last = versions.filter(language=get_language()).last()
    if last:
        context = {"version": last}
        return render(request, "resources/figure_gone.html", context, status=410)
    elsewhere = versions.last()
    if not elsewhere:
        raise Http404(_("There is no such figure."))
    return redirect(elsewhere.figure_address)
