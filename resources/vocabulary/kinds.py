"""What terms name."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TermKind(models.TextChoices):
    """What a term names."""

    POPULATION = "population", _("Population: whom a figure is about")
    OUTCOME = "outcome", _("Outcome: what is counted")
    TOPIC = "topic", _("Topic")
    AUDIENCE = "audience", _("Audience: whom a resource is for")


HEADINGS = {
    TermKind.POPULATION: _("Populations"),
    TermKind.OUTCOME: _("Outcomes"),
    TermKind.TOPIC: _("Topics"),
    TermKind.AUDIENCE: _("Audiences"),
}
# The part of an address that says which kind of term follows, such as /populations/black-women/.
KIND_OF_PART = {f"{kind}s": kind for kind in TermKind}
PART_OF_KIND = {kind: part for part, kind in KIND_OF_PART.items()}
