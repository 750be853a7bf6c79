"""How a figure and a source are cited: in words, and for programs that keep references.

In words they follow the AMA Manual of Style, 11th edition, section 3.15 (electronic references):
author, title, website, dates of publication, update and access, address.
"""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from core.formats import cldr_locale

# What BibTeX would take for a command of its own (The LaTeX Companion, section 3.1).
BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)


@dataclass(frozen=True)
class Citation:
    """What has to be known to cite a figure. `key` is its id."""

    key: str
    author: str
    title: str
    address: str
    published: date | None
    updated: date | None
    accessed: date


def citation(figure, coalition: str) -> Citation:
    """Return how a published figure is cited; `coalition` is the name of the site's owner."""
    page = figure.page
    first, last = page.first_published_at, page.last_published_at
    return Citation(
        key=str(figure.translation_key),
        author=coalition,
        title=in_one_line(f"{page.title}: {figure}" if str(figure) else page.title),
        address=settings.SITE_URL + figure.address,
        published=first and timezone.localdate(first),
        updated=last and timezone.localdate(last),
        accessed=timezone.localdate(),
    )


def in_words(cited: Citation) -> str:
    """Return the citation as a line of a list of references."""
    dates = [
        cited.published and _("Published %(date)s.") % {"date": shown(cited.published)},
        cited.updated != cited.published
        and _("Updated %(date)s.") % {"date": shown(cited.updated)},
        _("Accessed %(date)s.") % {"date": shown(cited.accessed)},
    ]
    return " ".join(filter(None, [f"{cited.author}.", f"{cited.title}.", *dates, cited.address]))


def bibtex(cited: Citation) -> str:
    """Return the citation as a BibTeX entry, for UTF-8 programs (biber, Zotero, Mendeley)."""
    fields = {
        "author": f"{{{escaped(cited.author)}}}",
        "title": f"{{{escaped(cited.title)}}}",
        "year": str(cited.updated.year) if cited.updated else "",
        "url": cited.address,
        "urldate": cited.accessed.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@misc{figure-" + cited.key + ",\n" + ",\n".join(lines) + "\n}\n"


def ris(cited: Citation) -> str:
    """Return the citation as a RIS record (Research Information Systems; lines end in CR LF)."""
    fields = [
        ("TY", "ELEC"),
        ("AU", f"{cited.author},"),  # a comma alone: no family name, an organization
        ("TI", cited.title),
        ("PB", cited.author),
        ("PY", str(cited.updated.year) if cited.updated else ""),
        ("DA", f"{cited.updated:%Y/%m/%d/}" if cited.updated else ""),
        ("Y2", f"{cited.accessed:%Y/%m/%d/}"),
        ("UR", cited.address),
        ("ID", cited.key),
    ]
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def source_in_words(source) -> str:
    """Return how a source is cited: as staff wrote it, else made from what is known of it."""
    if source.citation:
        return source.citation
    published, accessed = source.published_on, source.accessed_on
    dates = [
        published and _("Published %(date)s.") % {"date": shown(published)},
        accessed and _("Accessed %(date)s.") % {"date": shown(accessed)},
    ]
    names = [f"{name}." for name in (source.producer, source.title) if name]
    parts = [*names, *dates, source.address]
    return " ".join(filter(None, parts))


def shown(day: date) -> str:
    """Return a day with its month in full, as AMA has it."""
    return format_date(day, "long", locale=cldr_locale())


def escaped(text: str) -> str:
    return text.translate(BIBTEX)


def in_one_line(text: str) -> str:
    """Return a text whose line breaks cannot begin another field of a record."""
    return " ".join(text.split())
