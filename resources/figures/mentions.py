"""The numbers that a text mentions, in digits or in words, each with what it counts.

English and Spanish together: which language a draft is in matters little to its numbers.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

PERCENT, POINTS, TIMES, PLAIN = "%", "points", "×", ""
ENGLISH = ["one", "two", "three", "four", "five", "six"]
ENGLISH += ["seven", "eight", "nine", "ten", "eleven", "twelve"]
# Without "once", which in English is no number.
SPANISH = ["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"]
WORDS = dict(zip(ENGLISH, range(1, 13), strict=True))
WORDS |= dict(zip(SPANISH, range(2, 11), strict=True))
# Words that are a multiple by themselves.
MULTIPLES = {
    r"twice|doubl(?:e|es|ed|ing)|doble|twofold": 2,
    r"thrice|tripl(?:e|es|ed|ing)|threefold": 3,
}
NUMBER = rf"\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(WORDS)})\b"
UNITS = {
    POINTS: r"[\s-]*(?:percentage|percent|%)?[\s-]*(?:points?\b|puntos porcentuales)",
    PERCENT: r"\s*(?:%|percent\b|per cent\b|por ciento\b)",
    TIMES: r"[\s-]*(?:×|x\b|times\b|fold\b|veces\b)",
}
FRACTION = rf"(?P<part>{NUMBER})\s+(?:in|of every|out of|de cada)\s+(?P<whole>{NUMBER})"
HALF = re.compile(r"\b(?:half|mitad)\b")


@dataclass(frozen=True)
class Mention:
    """One number where it stands: its words, and the amounts that these can mean."""

    words: str
    end: int
    amounts: frozenset[tuple[Decimal, str]]
    tolerance: Decimal = Decimal(0)

    def says(self, value: Decimal, units: set[str]) -> bool:
        """Whether it can mean this value, in one of these units."""
        near = (unit for amount, unit in self.amounts if abs(amount - value) <= self.tolerance)
        return not units.isdisjoint(near)

    @property
    def is_relative(self) -> bool:
        """Whether it is a percentage or a multiple, and not a count or a year."""
        return any(unit != PLAIN for _, unit in self.amounts)


def mentions_in(text: str) -> list[Mention]:
    """Return the numbers of a text, in their order."""
    text = text.lower()
    fractions = [fraction(found) for found in re.finditer(FRACTION, text)]
    rest = re.sub(FRACTION, lambda found: " " * len(found[0]), text)
    return sorted([*filter(None, fractions), *in_digits(rest), *in_words(rest)], key=place)


def place(mention: Mention) -> int:
    return mention.end


def fraction(found) -> Mention | None:
    """“2 in 5”: a share, and rounded as such words are."""
    part, whole = amount(found["part"]), amount(found["whole"])
    if not whole or part > whole:
        return None
    amounts = frozenset({(100 * part / whole, PERCENT)})
    return Mention(found[0], found.end(), amounts, tolerance=Decimal("0.5"))


def in_digits(text: str):
    """Numbers with what follows them: “39%”, “three times”, “5 percentage points”, “2019”."""
    for found in re.finditer(NUMBER, text):
        rest = text[found.end() :]
        units = ((unit, re.match(pattern, rest)) for unit, pattern in UNITS.items())
        unit, words = next(((unit, match[0]) for unit, match in units if match), (PLAIN, ""))
        amounts = frozenset({(amount(found[0]), unit)})
        yield Mention(found[0] + words, found.end() + len(words), amounts)


def in_words(text: str):
    """“Twice”, “double”, “half”."""
    for pattern, value in MULTIPLES.items():
        for found in re.finditer(rf"\b(?:{pattern})\b", text):
            yield Mention(found[0], found.end(), frozenset({(Decimal(value), TIMES)}))
    for found in HALF.finditer(text):
        amounts = frozenset({(Decimal("0.5"), TIMES), (Decimal(50), PERCENT)})
        yield Mention(found[0], found.end(), amounts)


def amount(words: str) -> Decimal:
    return Decimal(WORDS.get(words) or words.replace(",", ""))
