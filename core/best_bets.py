"""What an app offers to the search by itself (search/best_bets.py)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BestBet:
    """A name that readers may ask for, the heading it stands under, and its address."""

    name: str
    heading: str
    address: str
