"""Words that may look alike, where the database has no index for that."""

from django.db.models import Case, Value, When
from django.db.models.functions import Abs, Length

from search.models import Word

MOST = 400  # each is compared letter by letter, in Python


def look_alikes(word: str, language: str, letters: int) -> list[str]:
    """Return words of the pages with the same first letter, at most so many letters longer.

    Or shorter. Those with the same first two letters come first, then the most alike in length.
    """
    alike = Word.objects.filter(language=language, word__startswith=word[0])
    longer = Abs(Length("word") - len(word))
    begins_less_alike = Case(When(word__startswith=word[:2], then=Value(0)), default=Value(1))
    about_as_long = alike.alias(longer=longer).filter(longer__lte=letters)
    best_first = about_as_long.order_by(begins_less_alike, "longer", "word")
    return list(best_first.values_list("word", flat=True)[:MOST])
