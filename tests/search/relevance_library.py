"""The library that the questions of relevance.toml are asked of, besides the loaded site."""

import tomllib
from pathlib import Path

from members.models import SocietyName
from resources.models import FormerName, ResourcePage, StatisticPage, Term, TermWording
from tests import builders

DATA = tomllib.loads((Path(__file__).parent / "relevance.toml").read_text(encoding="utf-8"))


def build() -> None:
    """Make what the data file describes, and publish it as staff would."""
    for term in DATA["terms"]:
        add_term(term)
    for society in DATA["societies"]:
        add_society(society)
    made = [(added(resource), resource) for resource in DATA["resources"]]
    for page, resource in made:
        if "spanish" in resource:
            builders.translate(page, **resource["spanish"])
    for page in StatisticPage.objects.live():
        publish(page)  # its terms have other names now


def add_term(term: dict) -> None:
    made = builders.term(term["kind"], term["name"])
    made.former_names = [FormerName(name=name) for name in term["also"]]
    made.save()


def add_society(society: dict) -> None:
    page = builders.society(society["title"], acronym=society["acronym"])
    if "former" in society:
        SocietyName.objects.create(society=page, name=society["former"])
    publish(page)


def added(resource: dict) -> ResourcePage:
    page = builders.resource(resource["title"], summary=resource["summary"])
    names = resource.get("about", [])
    page.about = Term.objects.filter(wordings__in=TermWording.objects.filter(name__in=names))
    publish(page)
    return page


def publish(page) -> None:
    page.save_revision().publish()
