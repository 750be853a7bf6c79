"""Pages that are no pages of Wagtail's and whose name is just what was asked.

An app offers its own by the hook `search_best_bets`: a function that takes the text of a question
and returns a list of `core.best_bets.BestBet`.
"""

from wagtail import hooks

from core.best_bets import BestBet


def best_bets(text: str) -> list[BestBet]:
    """Return what the apps offer for a question."""
    return [bet for offered in hooks.get_hooks("search_best_bets") for bet in offered(text)]
