from django.db import models


class Tally(models.Model):
    """How often something happened in one stretch of time; deleted once that is over.

    The key is a keyed hash (forms/limits.py), so the table names neither people nor networks.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "tally"  # nobody is shown it

    def __str__(self):
        return self.key[:8]
