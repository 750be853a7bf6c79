"""Which way the words beside a percentage point: more or less, in English and Spanish."""

import re

from resources.figures.kinds import FigureKind
from resources.figures.mentions import Mention

UP = r"\b(?:more|higher|greater|más|mayor|mayores)\b"
DOWN = r"\b(?:less|lower|fewer|smaller|menos|menor|menores)\b"
# What says the same of a percentage, before or after it: "fell by 42%", "a 42% increase".
RISES = (
    UP
    + r"|\b(?:rose|rises?|risen|rising|increas(?:e|es|ed|ing)|gr[eo]w[ns]?|growing|excess|elevated"
    r"|larger|bigger|likelier|above|worse|aument\w+|sub(?:e|en|ió|ieron)|crec\w+)\b"
    r"|\bup(?=\s+by\b|\s*$)"
)
FALLS = (
    DOWN + r"|\b(?:fell|fall(?:s|en|ing)?(?!\s+ill)|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)"
    r"|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion|tions|ción)|below|disminu\w+|baj(?:a|an|ó|aron))\b"
    r"|\bdown(?=\s+by\b|\s*$)"
)
WITH, AGAINST = "with", "against"
WAYS = {FigureKind.MORE: (RISES, FALLS), FigureKind.LESS: (FALLS, RISES)}
# The word before a number that says how exact it is, and nothing of its direction.
BOUND = r"\b(?:more|less|higher|lower|greater|fewer|más|menos)\s+(?:than|de|del)\s*$"
OF_A_WHOLE = re.compile(r"\s+(?:of|de l[ao]s?)\b")
SENTENCE_END = r"[.;!?](?:\s|$)"


def way(mention: Mention, kind: str, statement: str, mentions: list[Mention]) -> str:
    """Return whether the word beside a number is with a kind of figure or against it; or "".

    It is the first one after the number, else the last one before it. A share has none.
    """
    following, words = after(mention, statement, mentions), WAYS[kind]
    if OF_A_WHOLE.match(following):
        return ""
    clause = following.partition(",")[0]
    found = ways_in(clause, words) or ways_in(before(mention, statement, mentions), words)[-1:]
    return (found or ways_in(following, words) or [""])[0]


def after(mention: Mention, statement: str, mentions: list[Mention]) -> str:
    """Return what follows a number, up to the next one or the end of its sentence."""
    start = min((one.start for one in mentions if one.start >= mention.end), default=None)
    return re.split(SENTENCE_END, statement[mention.end : start], maxsplit=1)[0]


def before(mention: Mention, statement: str, mentions: list[Mention]) -> str:
    """Return what stands before a number, from the one before it or the start of its sentence."""
    end = max((one.end for one in mentions if one.end <= mention.start), default=0)
    return re.sub(BOUND, "", re.split(SENTENCE_END, statement[end : mention.start])[-1], flags=re.I)


def ways_in(text: str, words: tuple[str, str]) -> list[str]:
    """Return which way each word of a text points, in their order."""
    found = re.finditer(f"(?P<with>{words[0]})|{words[1]}", text, re.I)
    return [WITH if one["with"] else AGAINST for one in found]
