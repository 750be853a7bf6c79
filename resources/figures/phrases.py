"""The sentences that figures make, whole, so that each can be put into another language.

`PHRASES` has them by their form (phrasing.py), whether the outcome is said as something that people
do, and whether there is a comparison. What is not known is not in the sentence.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from resources.figures.kinds import Direction, FigureKind

OUTCOME, DO = False, True
ALONE, COMPARED = False, True

PHRASES = {
    (FigureKind.RATIO, DO, COMPARED): _(
        "%(group)s are %(number)s as likely to %(predicate)s as %(comparison)s"
    ),
    (FigureKind.RATIO, DO, ALONE): _("%(group)s are %(number)s as likely to %(predicate)s"),
    (FigureKind.RATIO, OUTCOME, COMPARED): _(
        "%(outcome)s: %(number)s as high for %(group)s as for %(comparison)s"
    ),
    (FigureKind.RATIO, OUTCOME, ALONE): _("%(outcome)s: %(number)s as high for %(group)s"),
    (FigureKind.MORE, DO, COMPARED): _(
        "%(group)s are %(number)s more likely to %(predicate)s than %(comparison)s"
    ),
    (FigureKind.MORE, DO, ALONE): _("%(group)s are %(number)s more likely to %(predicate)s"),
    (FigureKind.MORE, OUTCOME, COMPARED): _(
        "%(outcome)s: %(number)s higher for %(group)s than for %(comparison)s"
    ),
    (FigureKind.MORE, OUTCOME, ALONE): _("%(outcome)s: %(number)s higher for %(group)s"),
    (FigureKind.LESS, DO, COMPARED): _(
        "%(group)s are %(number)s less likely to %(predicate)s than %(comparison)s"
    ),
    (FigureKind.LESS, DO, ALONE): _("%(group)s are %(number)s less likely to %(predicate)s"),
    (FigureKind.LESS, OUTCOME, COMPARED): _(
        "%(outcome)s: %(number)s lower for %(group)s than for %(comparison)s"
    ),
    (FigureKind.LESS, OUTCOME, ALONE): _("%(outcome)s: %(number)s lower for %(group)s"),
    (FigureKind.DISPARITY, OUTCOME, COMPARED): _(
        "%(outcome)s, %(group)s compared with %(comparison)s: a disparity of %(number)s, as "
        "published without its base"
    ),
    (FigureKind.DISPARITY, OUTCOME, ALONE): _(
        "%(outcome)s, %(group)s: a disparity of %(number)s, as published without its base"
    ),
    ("share", DO, ALONE): _("%(number)s of %(group)s %(predicate)s"),
    ("share", OUTCOME, ALONE): _("%(outcome)s: %(number)s of %(group)s"),
    ("counted share", DO, ALONE): _("%(number)s of %(group)s (%(frequency)s) %(predicate)s"),
    ("counted share", OUTCOME, ALONE): _("%(outcome)s: %(number)s of %(group)s (%(frequency)s)"),
    (FigureKind.RATE, OUTCOME, ALONE): _("%(outcome)s: %(number)s for %(group)s"),
    ("shares", DO, COMPARED): _(
        "%(number)s of %(group)s %(predicate)s, against %(other)s of %(comparison)s"
    ),
    ("shares", OUTCOME, COMPARED): _(
        "%(outcome)s: %(number)s of %(group)s, against %(other)s of %(comparison)s"
    ),
    ("counted shares", DO, COMPARED): _(
        "%(number)s of %(group)s (%(frequency)s) %(predicate)s, against %(other)s "
        "(%(other_frequency)s) of %(comparison)s"
    ),
    ("counted shares", OUTCOME, COMPARED): _(
        "%(outcome)s: %(number)s of %(group)s (%(frequency)s), against %(other)s "
        "(%(other_frequency)s) of %(comparison)s"
    ),
    ("rates", OUTCOME, COMPARED): _(
        "%(outcome)s: %(number)s for %(group)s, against %(other)s for %(comparison)s"
    ),
    ("change", OUTCOME, ALONE): _("%(outcome)s: %(change)s for %(group)s"),
    ("changes", OUTCOME, COMPARED): _(
        "%(outcome)s: %(change)s for %(group)s, and %(other_change)s for %(comparison)s"
    ),
    (Direction.HIGHER, DO, COMPARED): _(
        "%(group)s are more likely to %(predicate)s than %(comparison)s"
    ),
    (Direction.HIGHER, DO, ALONE): _("%(group)s are more likely to %(predicate)s"),
    (Direction.HIGHER, OUTCOME, COMPARED): _(
        "%(outcome)s: higher for %(group)s than for %(comparison)s"
    ),
    (Direction.HIGHER, OUTCOME, ALONE): _("%(outcome)s: higher for %(group)s"),
    (Direction.LOWER, DO, COMPARED): _(
        "%(group)s are less likely to %(predicate)s than %(comparison)s"
    ),
    (Direction.LOWER, DO, ALONE): _("%(group)s are less likely to %(predicate)s"),
    (Direction.LOWER, OUTCOME, COMPARED): _(
        "%(outcome)s: lower for %(group)s than for %(comparison)s"
    ),
    (Direction.LOWER, OUTCOME, ALONE): _("%(outcome)s: lower for %(group)s"),
    (Direction.FASTER, OUTCOME, COMPARED): _(
        "%(outcome)s: falling faster for %(group)s than for %(comparison)s"
    ),
    (Direction.FASTER, OUTCOME, ALONE): _("%(outcome)s: falling faster for %(group)s"),
    (Direction.SLOWER, OUTCOME, COMPARED): _(
        "%(outcome)s: falling more slowly for %(group)s than for %(comparison)s"
    ),
    (Direction.SLOWER, OUTCOME, ALONE): _("%(outcome)s: falling more slowly for %(group)s"),
    ("withheld", OUTCOME, ALONE): _(
        "%(outcome)s: the number for %(group)s is withheld by the source"
    ),
    ("withheld beside", OUTCOME, COMPARED): _(
        "%(outcome)s: the number for %(group)s is withheld by the source; for %(comparison)s it is "
        "%(other)s"
    ),
}

# By whether the outcome, the group and the comparison are known.
FALLBACKS = {
    (True, True, True): _("%(outcome)s, %(group)s compared with %(comparison)s: %(words)s"),
    (True, True, False): _("%(outcome)s, %(group)s: %(words)s"),
    (True, False, True): _("%(outcome)s: %(words)s, compared with %(comparison)s"),
    (True, False, False): pgettext_lazy("an outcome and its number", "%(outcome)s: %(words)s"),
    (False, True, True): _("%(group)s compared with %(comparison)s: %(words)s"),
    (False, True, False): pgettext_lazy("a group and its number", "%(group)s: %(words)s"),
    (False, False, True): _("%(words)s, compared with %(comparison)s"),
    (False, False, False): "%(words)s",
}
