from django.db import models


class FunnelCount(models.Model):
    """How far those got whose pledges are gone, by the domain of their mail (forms/funnel.py).

    The domain is empty where fewer than ten people had an address there.
    """

    domain = models.CharField(max_length=253, blank=True)
    month = models.DateField()  # its first day; the month in which they signed
    submitted = models.PositiveIntegerField(default=0)
    mailed = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)
    confirmed = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "funnel count"  # nobody is shown it
        constraints = [
            models.UniqueConstraint(fields=["domain", "month"], name="forms_funnel_once"),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m}"
