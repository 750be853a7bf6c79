"""The choices that lead on from a page of the library, each with how many resources it shows."""

from django.db.models import QuerySet

from core.facets import Facet, Option
from resources.library.choices import Choices


def narrowed(resources: QuerySet, ways: list, choices: Choices, aside: str = "") -> QuerySet:
    """Return what the choices show; `aside` names a way that does not matter."""
    made = choices.made
    for way in ways:
        if way.name in made and way.name != aside:
            resources = way.narrowed(resources, made[way.name])
    return resources


def facets_of(resources: QuerySet, ways: list, choices: Choices) -> list[Facet]:
    """Return the facets that offer a choice, each counted among what the other choices show."""
    facets = [facet(way, resources, ways, choices) for way in ways]
    return [facet for facet in facets if len(facet.options) > 1]


def facet(way, resources: QuerySet, ways: list, choices: Choices) -> Facet:
    """Return the options of a way: all, and then the most used first."""
    chosen = getattr(choices, way.name)
    counts = {chosen: 0} if chosen else {}
    counts |= way.counts(narrowed(resources, ways, choices, aside=way.name))
    names = {value: str(name) for value, name in way.names(list(counts)).items()}
    in_order = sorted(names, key=lambda value: (-counts[value], names[value].casefold()))
    labels = {"": way.everything} | {value: names[value] for value in in_order}
    options = [
        Option(label, counts.get(value), choices.with_one(way.name, value).query(), value == chosen)
        for value, label in labels.items()
    ]
    return Facet(way.name, way.label, options)
