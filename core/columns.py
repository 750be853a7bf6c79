"""What the columns of a collection hold: the same names and values in its file and in the API."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Column:
    """`meaning` is for readers; `read` takes a row's value from a model instance."""

    meaning: str
    read: Callable[[Any], Any]


# What every page has; `address` is that of the page here.
PAGE = {
    "key": Column(
        _("Its key, which stays for ever and is the same in every language."),
        lambda page: str(page.translation_key),
    ),
    "locale": Column(_("The language of the words."), lambda page: page.locale.language_code),
    "title": Column(_("The title of its page."), lambda page: page.title),
}
PUBLICATION = {
    "page": Column(_("Where this site shows it."), lambda page: page.full_url),
    "published_on": Column(
        _("When it was first published here."), lambda page: day(page.first_published_at)
    ),
    "updated_on": Column(
        _("When it was last published here."), lambda page: day(page.last_published_at)
    ),
}


def day(moment):
    """Return the day of a moment, as the pages of the site write it; None for none."""
    return moment and timezone.localdate(moment)


def with_host(path: str) -> str:
    """Return an address of this site as others need it; empty for none."""
    return settings.SITE_URL + path if path.startswith("/") else path
