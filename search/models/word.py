from django.db import models


class Word(models.Model):
    """A word that some page has, in its language, to be told to those who mistype it."""

    language = models.CharField(max_length=10)
    word = models.CharField(max_length=40)

    class Meta:
        verbose_name = "word of the search"  # nobody is shown it
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="one_word_a_language")
        ]

    def __str__(self):
        return self.word
