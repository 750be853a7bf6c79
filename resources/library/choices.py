"""What a reader of the library may choose, and how it is written in an address."""

from dataclasses import dataclass

from core.facets import Chosen


@dataclass(frozen=True)
class Choices(Chosen):
    """Which resources, in which order. Each field but the last is the name of a way."""

    kind: str = ""
    topic: str = ""
    population: str = ""
    audience: str = ""
    publisher: str = ""
    language: str = ""
    level: str = ""
    access: str = ""
    shelf: str = ""
    sort: str = ""

    def with_one(self, name: str, value: str) -> "Choices":
        """Return the same with another choice. With none left all are listed, not the shelves."""
        changed = self.but(**{name: value})
        return changed.but(sort="title") if changed == Choices() != self else changed

    @property
    def made(self) -> dict[str, str]:
        """What was chosen, by the names of the ways."""
        return {name: value for name, value in vars(self).items() if value and name != "sort"}
