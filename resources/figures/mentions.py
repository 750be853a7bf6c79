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
    r"twice|doubl(?:es|ed|ing)|doble": 2,
    r"thrice|tripl(?:es|ed|ing)": 3,
    # But not double-blind, nor triple-negative.
    r"double(?!-|\s+blind)": 2,
    r"triple(?!-|\s+negative)": 3,
}
IN_WORDS = rf"\b(?:{'|'.join(WORDS)})(?:\b|(?=fold\b))"
NUMBER = rf"\d[\d,]*(?:\.\d+)?|{IN_WORDS}"
UNITS = {
    POINTS: r"[\s-]*(?:percentage|percent|%)?[\s-]*(?:points?\b|puntos porcentuales)",
    PERCENT: r"\s*(?:%|percent\b|per cent\b|por ciento\b)",
    TIMES: r"[\s-]*(?:×|x\b|times\b|fold\b|veces\b)",
}
YEAR = r"(?:1[89]\d\d|2[01]\d\d|2200)\b"
WHOLE_NUMBER = rf"(?<![\d.,])\d[\d,]*(?!\.?\d)|{IN_WORDS}"
FRACTION = (
    rf"(?P<part>{WHOLE_NUMBER})\s+(?:in(?!\s+{YEAR})|of every|out of|de cada)\s+"
    rf"(?P<whole>{WHOLE_NUMBER})"
)
# A half of a year is none.
HALF = re.compile(
    r"(?<!first )(?<!second )(?<!last )(?<!latter )(?<!primera )(?<!segunda )"
    rf"\b(?:half|mitad)\b(?!\s+(?:of|de)\s+{YEAR})"
)
COUNTS = {"a": 1, "one": 1, "un": 1, "two": 2, "dos": 2, "three": 3, "tres": 3, "four": 4}
PARTS = {"third": 3, "tercio": 3, "quarter": 4, "cuarto": 4, "fifth": 5, "quinto": 5}
# “A third study” is none.
SHARE = re.compile(
    rf"\b(?P<count>{'|'.join(COUNTS)})[\s-]+(?P<part>{'|'.join(PARTS)})s?\b"
    r"(?:(?<!\ba third)(?<!\ba fifth)|(?=\s+(?:of|as|more|less|fewer|higher|lower)\b|\W*$))"
)


@dataclass(frozen=True)
class Mention:
    """One number where it stands: its words, and the amounts that these can mean."""

    words: str
    end: int
    amounts: frozenset[tuple[Decimal, str]]
    tolerance: Decimal = Decimal(0)

    @property
    def start(self) -> int:
        return self.end - len(self.words)

    def says(self, value: Decimal, units: set[str]) -> bool:
        """Whether it can mean this value, in one of these units."""
        near = (unit for amount, unit in self.amounts if abs(amount - value) <= self.off(unit))
        return not units.isdisjoint(near)

    def off(self, unit: str) -> Decimal:
        """Return how far off it may be; the tolerance is in percent."""
        return self.tolerance / 100 if unit == TIMES else self.tolerance

    @property
    def is_relative(self) -> bool:
        """Whether it is a percentage or a multiple, and not a count or a year."""
        return any(unit != PLAIN for _, unit in self.amounts)


def mentions_in(text: str) -> list[Mention]:
    """Return the numbers of a text, in their order."""
    text = text.lower()
    fractions = [fraction(found) for found in re.finditer(FRACTION, text)]
    shares = [share(found) for found in SHARE.finditer(text)]
    rest = without(SHARE, without(FRACTION, text))
    found = [*filter(None, fractions), *shares, *in_digits(rest), *in_words(rest)]
    return sorted(found, key=place)


def without(pattern, text: str) -> str:
    """Return a text with spaces in place of what matches."""
    return re.sub(pattern, lambda found: " " * len(found[0]), text)


def place(mention: Mention) -> int:
    return mention.end


def fraction(found) -> Mention | None:
    """“2 in 5”: a share, and rounded as such words are."""
    part, whole = amount(found["part"]), amount(found["whole"])
    if not whole or part > whole:
        return None
    amounts = frozenset({(100 * part / whole, PERCENT)})
    return Mention(found[0], found.end(), amounts, tolerance=Decimal("0.5"))


def share(found) -> Mention:
    """“Two-thirds”: of something, or as many as; said of what is near it."""
    part = Decimal(COUNTS[found["count"]]) / PARTS[found["part"]]
    amounts = frozenset({(100 * part, PERCENT), (part, TIMES)})
    return Mention(found[0], found.end(), amounts, tolerance=Decimal(1))


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
