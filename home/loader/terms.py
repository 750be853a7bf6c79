"""The populations, outcomes and topics that figures and statistics point to."""

from django.conf import settings

from home.loader.data import read
from resources.models import Term, TermWording


def load_terms() -> None:
    """Add the terms of each kind of which there are none; what staff made of others is left."""
    known = set(Term.objects.values_list("kind", flat=True))
    for entry in read("terms")["terms"]:
        for name in entry["names"] if entry["kind"] not in known else []:
            add_term(entry["kind"], name, entry.get("predicate", ""))


def add_term(kind: str, name: str, predicate: str) -> None:
    wording = TermWording(language=settings.LANGUAGE_CODE, name=name, predicate=predicate)
    term = Term(kind=kind, wordings=[wording])
    term.full_clean()
    term.save()


def term(kind: str, name: str) -> Term | None:
    """Return the term that has or had this name; None for no name."""
    return Term.objects.filter(kind=kind).known_as(name).first() if name else None
