"""Words that may look alike, where the database has no index for that."""

from django.db.models.functions import Length

from search.models import Word

FEWER_OR_MORE = 3  # letters than the word that was typed


def look_alikes(word: str, language: str) -> list[str]:
    """Return the words of the pages that begin with the same letter and are about as long."""
    lengths = [len(word) - FEWER_OR_MORE, len(word) + FEWER_OR_MORE]
    alike = Word.objects.filter(language=language, word__startswith=word[0])
    about_as_long = alike.alias(length=Length("word")).filter(length__range=lengths)
    return list(about_as_long.values_list("word", flat=True))
