"""The roll of the coalition: what each society was to it on a day, and its name on that day."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.functional import cached_property

from members.alphabet import letter_of, sorting_key
from members.models.membership import OUTSIDE, Level
from members.models.names import SocietyName
from members.models.society import MemberSocietyPage


@dataclass(frozen=True)
class Entry:
    """A society on a day. Light, because the roll is read whole: the pages are fetched later."""

    pk: int
    name: str
    kind: str
    level: str
    start: date | None

    @property
    def is_member(self) -> bool:
        return self.level not in OUTSIDE

    @property
    def level_name(self) -> str:
        """Its level for readers; empty where none is recorded."""
        return Level(self.level).label if self.level else ""

    @cached_property
    def letter(self) -> str:
        """What it stands under from A to Z."""
        return letter_of(self.name)

    @cached_property
    def place(self) -> tuple:
        """What it is sorted by, from A to Z."""
        return sorting_key(self.name), self.pk


def roll_on(day: date | None, locale_id) -> list[Entry]:
    """Return the societies that readers may see and that were something to the coalition.

    In the coalition's order. Without a day it is today's roll.
    """
    names = names_on(day) if day else {}
    societies = MemberSocietyPage.objects.in_language(locale_id).shown()
    rows = societies.with_level(day or timezone.localdate()).filter(level__isnull=False)
    columns = ("translation_key", "pk", "title", "kind", "level", "level_start")
    return [
        Entry(pk, names.get(pk) or names.get(key) or title, *rest)
        for key, pk, title, *rest in rows.values_list(*columns)
    ]


def names_on(day: date) -> dict:
    """Return the official names on `day` that are others now, by page and by translation key.

    By the key, that of the page as first written, because a translation made later knows
    nothing of earlier names.
    """
    columns = ("society_id", "society__translation_key", "society__locale__language_code")
    rows = SocietyName.objects.in_use_on(day).values_list(*columns, "society__title", "name")
    names = {}
    for pk, key, language, title, name in {row[0]: row for row in rows}.values():
        if name != title:
            names[pk] = name
            names |= {key: name} if language == settings.LANGUAGE_CODE else {}
    return names


def pages_of(entries: list[Entry]) -> list[MemberSocietyPage]:
    """Return the pages of the entries in their order, each with its `entry`."""
    pages = MemberSocietyPage.objects.shown().in_bulk([entry.pk for entry in entries])
    found = [entry for entry in entries if entry.pk in pages]
    for entry in found:
        pages[entry.pk].entry = entry
    return [pages[entry.pk] for entry in found]
