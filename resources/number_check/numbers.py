"""Numbers in running text: percentages, multiples and rates, in English and in Spanish.

Written as in the United States in both languages (core/formats.py): 1,234.5.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from resources.figures.numerals import TIMES_SIGN

MOST_CONTEXT = 255  # characters of a text that are kept with a number
NUMBER = r"(?<![\w.,])(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
# Words that count how many times, and words that are a multiple by themselves.
COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
}
MULTIPLES = {
    "twice": 2,
    "double": 2,
    "doubles": 2,
    "doubled": 2,
    "triple": 3,
    "triples": 3,
    "tripled": 3,
    "doble": 2,
    "duplica": 2,
    "duplican": 2,
    "triplica": 3,
    "triplican": 3,
}
AMOUNTS = COUNTS | MULTIPLES
TIMES = r"(?:times|veces|fold)\b"
BASE = r"(?P<base>1,?000,?000|100,?000|10,?000|1,?000|100)(?![\w,]*\d)\b"
PER = r"\b(?:per|por(?:\s+cada)?)\s+" + BASE


def one_of(words: dict[str, int]) -> str:
    return rf"\b(?P<number>{'|'.join(words)})"


PERCENT = rf"{NUMBER}\s*(?:%|(?:percent|per\s+cent|por\s+ciento)\b)"
TIMES_RULES = [
    rf"{NUMBER}[\s-]*(?:{TIMES_SIGN}|{TIMES})",
    rf"{one_of(COUNTS)}[\s-]*{TIMES}",
    rf"{one_of(MULTIPLES)}\b",
]
RATE = rf"{NUMBER}\s+(?:[^\W\d_]+\s+){{0,4}}?{PER}"
RULES = [re.compile(rule, re.IGNORECASE) for rule in (PERCENT, *TIMES_RULES, RATE)]
UNIT_OF_RATE = re.compile(PER, re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """One number as it was typed, what it amounts to, and the text around it."""

    amount: Decimal
    unit: str
    text: str
    context: str


def numbers_in(text: str) -> list[Number]:
    """Return the numbers of a paragraph in their order."""
    matches = [match for rule in RULES for match in rule.finditer(text)]
    found = [number(text, match) for match in sorted(matches, key=re.Match.start)]
    return [number for number in found if fits(number.amount)]


def number(text: str, match: re.Match) -> Number:
    typed = match["number"].lower()
    amount = Decimal(AMOUNTS.get(typed) or typed.replace(",", ""))
    return Number(amount, unit_of(match), match[0], around(text, match))


def unit_of(match: re.Match) -> str:
    if base := match.groupdict().get("base"):
        return per(base)
    return "%" if match.re is RULES[0] else TIMES_SIGN


def around(text: str, match: re.Match) -> str:
    """Return so much of the text as is kept, with the number in the midst of it."""
    start = max(0, min(match.start() - MOST_CONTEXT // 2, len(text) - MOST_CONTEXT))
    return text[start : start + MOST_CONTEXT].strip()


def fits(amount: Decimal) -> bool:
    """Whether a figure could have this value (resources/figures/fields.py)."""
    return amount < 10**10 and amount == round(amount, 4)


def unit_kind(unit: str) -> str:
    """Return the unit of a figure as numbers in texts have it; as it is where none is like it."""
    match = UNIT_OF_RATE.search(unit)
    return per(match["base"]) if match else unit.strip()


def per(base: str) -> str:
    return f"per {int(base.replace(',', '')):,}"
