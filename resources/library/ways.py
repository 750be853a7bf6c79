"""The ways in which resources are chosen: by kind, by topic, by publisher and so on.

Each knows its values as they stand in an address, their names for readers, and how many of some
resources have each.
"""

from django.apps import apps
from django.db.models import Count, QuerySet
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from resources.library.shelves import counts_of_shelves, key_of, with_shelf
from resources.vocabulary.in_use import counted
from resources.vocabulary.kinds import TermKind
from resources.vocabulary.names import names_of_terms


class ByField:
    """By a field with choices."""

    def __init__(self, name: str, label: str, everything: str, field: str):
        self.name, self.label, self.everything, self.field = name, label, everything, field

    def narrowed(self, resources: QuerySet, value: str) -> QuerySet:
        """Return those of the resources that have this value."""
        return resources.filter(**{self.field: value})

    def counts(self, resources: QuerySet) -> dict[str, int]:
        """Return how many of the resources have each value; values that none has are left out."""
        rows = resources.order_by().values_list(self.field).annotate(count=Count("pk"))
        return {value: count for value, count in rows if value}

    def names(self, values: list[str]) -> dict[str, str]:
        """Return the names of those of the values that there are."""
        choices = dict(resource_field(self.field).flatchoices)
        return {value: capfirst(choices[value]) for value in values if value in choices}


class ByPublisher(ByField):
    """By who published it; the value is the publisher's part of the address."""

    def names(self, values):
        publishers = apps.get_model("resources.Publisher").objects.filter(slug__in=values)
        return dict(publishers.values_list("slug", "name"))


class ByTerm:
    """By a topic, a population or an audience; the value is the term's part of the address."""

    def __init__(self, kind: TermKind, label: str, everything: str, relation: str, names: dict):
        self.name, self.kind, self.relation = str(kind), kind, relation
        self.label, self.everything, self.names_by_kind = label, everything, names

    def narrowed(self, resources, value):
        term = {f"{self.relation}__kind": self.kind, f"{self.relation}__slug": value}
        return resources.filter(**term)

    def counts(self, resources):
        through = resource_field(self.relation).remote_field.through.objects
        of_kind = through.filter(term__kind=self.kind)
        chosen = of_kind.filter(resourcepage__in=resources.order_by().values("pk"))
        return counted(chosen, "term__slug", "resourcepage")

    def names(self, values):
        known = self.names_by_kind[self.kind]
        return {value: known[value] for value in values if value in known}


class ByShelf:
    """By the shelf of a library; the value is its translation key: the same in each language."""

    name, label, everything = "shelf", _("Shelf"), _("All shelves")

    def __init__(self, shelves: list):
        self.shelves = {key_of(shelf): shelf for shelf in shelves}

    def narrowed(self, resources, value):
        return with_shelf(resources, self.shelves.values()).filter(stands_on=value)

    def counts(self, resources):
        by_key = counts_of_shelves(resources, self.shelves.values())
        return {key: count for key, count in by_key.items() if key}

    def names(self, values):
        return {value: self.shelves[value].title for value in values if value in self.shelves}


def resource_field(name: str):
    return apps.get_model("resources.ResourcePage")._meta.get_field(name)


def ways_of(shelves: list) -> list:
    """Return the ways of a library with these shelves, in the order in which readers see them."""
    names = SimpleLazyObject(names_of_terms)  # read once for all three, if at all
    return [
        ByField("kind", _("Kind"), _("All kinds"), "kind"),
        ByTerm(TermKind.TOPIC, _("Topic"), _("All topics"), "about", names),
        ByTerm(TermKind.POPULATION, _("Population"), _("All populations"), "about", names),
        ByTerm(TermKind.AUDIENCE, _("For whom"), _("For all"), "audiences", names),
        ByPublisher("publisher", _("Publisher"), _("All publishers"), "publisher__slug"),
        ByField("language", _("Language"), _("All languages"), "language"),
        ByField("level", _("Reading level"), _("All levels"), "reading_level"),
        ByField("access", _("Cost or login"), _("Free or not"), "access"),
        ByShelf(shelves),
    ]
