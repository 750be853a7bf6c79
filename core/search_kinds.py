"""Under which heading the search lists a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchKind(models.TextChoices):
    """What a page is to somebody who searches, in the order of the headings."""

    SOCIETY = "society", _("Societies")
    STATISTIC = "statistic", _("Statistics")
    RESOURCE = "resource", _("Resources")
    FORM = "form", _("Forms")
    PAGE = "page", _("Pages")
