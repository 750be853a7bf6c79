"""What a figure says, as one sentence made from its data."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from resources.figures.kinds import FigureKind
from resources.figures.parts import parts_of
from resources.figures.period import period_in_words
from resources.figures.phrases import ALONE, COMPARED, FALLBACKS, OUTCOME, PHRASES
from resources.figures.phrasing import form_of


def sentence(figure) -> str:
    """Return the sentence in the language in force; "" where there is nothing to say yet."""
    claim = claim_of(figure)
    if not claim:
        return ""
    return closed(with_details(claim[:1].upper() + claim[1:], figure))


def claim_of(figure) -> str:
    """Return the sentence without its full stop, its first letter as it comes."""
    parts = parts_of(figure)
    return str(phrase(figure, parts)) % parts if parts["words"] else ""


def phrase(figure, parts: dict):
    """Return the phrase that says all that is known, a plainer line where none does."""
    form = form_of(figure, parts) if parts["outcome"] and parts["group"] else None
    found = (PHRASES[key] for key in wanted(form, parts) if key in PHRASES)
    known = tuple(bool(parts[name]) for name in ("outcome", "group", "comparison"))
    return next(found, FALLBACKS[known])


def wanted(form: str | None, parts: dict) -> list[tuple]:
    """Return the keys of phrases that fit, the fullest first."""
    says = [bool(parts["predicate"]), OUTCOME]
    compares = [COMPARED, ALONE] if parts["comparison"] else [ALONE]
    return [(form, said, compared) for said in says for compared in compares]


def with_details(claim: str, figure) -> str:
    """Add place, period and caveat, where the claim does not name them itself."""
    known = [figure.place, unsaid_period(claim, figure), figure.caveat.rstrip(" .")]
    new = [detail for detail in known if detail and not names(claim, detail)]
    if not new:
        return claim
    between = pgettext("between the place, the period and the caveat of a figure", "; ")
    return _("%(claim)s (%(details)s)") % {"claim": claim, "details": between.join(new)}


def unsaid_period(claim: str, figure) -> str:
    """Return the period, "" where the claim about a series names its years one by one."""
    period = period_in_words(figure)
    years = [] if figure.period else re.findall(r"[0-9]{4}", period)
    said = figure.kind == FigureKind.SERIES and years and all(names(claim, y) for y in years)
    return "" if said else period


def names(claim: str, detail: str) -> bool:
    """Whether a claim has these words as whole words: a uterus is not in the US."""
    whole = rf"(?<!\w){re.escape(detail.casefold())}(?!\w)"
    return re.search(whole, claim.casefold()) is not None


def closed(claim: str) -> str:
    """End a sentence, unless it ends with an abbreviation: "… in the U.S."."""
    return claim if claim.endswith(".") else _("%(claim)s.") % {"claim": claim}
