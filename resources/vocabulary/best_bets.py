"""The pages of terms, for who asks for one by a name that it has or had."""

from django.apps import apps
from django.db.models import Q

from core.best_bets import BestBet
from resources.vocabulary.in_use import resources_about, statistics_about
from resources.vocabulary.kinds import HEADINGS

MOST = 3


def terms_named(text: str) -> list[BestBet]:
    """Return the terms of this name about which something is published (hook search_best_bets)."""
    name = " ".join(text.split())
    named = Q(wordings__name__iexact=name) | Q(former_names__name__iexact=name)
    terms = apps.get_model("resources.Term").objects.filter(named).distinct()[:MOST]
    return [BestBet(t.name, HEADINGS[t.kind], t.address) for t in terms if has_page(t)]


def has_page(term) -> bool:
    """Tell whether a term has a page in the language of the address (resources/views/term.py)."""
    return statistics_about(term).exists() or resources_about(term).exists()
