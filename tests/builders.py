"""Makes what tests need, as an editor would, with as few words as can be."""

import json
import time
from decimal import Decimal
from itertools import count
from unittest import mock

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, PageViewRestriction, Site

from forms import minimum_time
from forms.models import ContactPage, PledgePage
from home.models import ContentPage, HomePage
from members import invitations
from members.models import MemberIndexPage, Membership, MemberSocietyPage, Section
from members.sections import open_section
from resources.figures.kinds import WITHOUT_NUMBER, FigureKind
from resources.figures.rules import NUMBERS
from resources.models import (
    Figure,
    Publisher,
    ResourceIndexPage,
    ResourcePage,
    Shelf,
    Source,
    StatisticIndexPage,
    StatisticPage,
    Term,
    TermKind,
    TermWording,
)

_numbers = count(1)


def user_in(*roles, **fields):
    """An account with these roles."""
    email = fields.pop("email", f"person{next(_numbers)}@example.org")
    user = get_user_model().objects.create_user(email, "a password for tests", **fields)
    user.groups.set([Group.objects.get(name=role) for role in roles])
    return user


def superuser(email="root@example.org"):
    """An account that may do everything."""
    return get_user_model().objects.create_superuser(email, "a password for tests")


def add(parent, page):
    """Put a page below another, published but without a history."""
    page.first_published_at = page.last_published_at = timezone.now()
    parent.add_child(instance=page)
    return page


def society(title="Society of Tests", level="", start=None, end=None, **fields):
    """A member society below the members page, with one period of membership."""
    page = add(MemberIndexPage.objects.get(), MemberSocietyPage(title=title, **fields))
    period = {"level": level, "start": start, "end": end, "source": "Minutes"}
    Membership.objects.create(society=page, **period)
    return page


def section(title="Society of Tests", **fields):
    """A society with its group and its collections."""
    return open_section(society(title, **fields))


def invitation(section=None, email="ada@example.org"):
    """An invitation that was just mailed."""
    return invitations.invite(section or Section.objects.first(), email, by=None)


TERMS = {
    "outcome": TermKind.OUTCOME,
    "group": TermKind.POPULATION,
    "comparison_group": TermKind.POPULATION,
}


def term(kind, name, predicate=""):
    """The term of this name, made if need be."""
    known = Term.objects.filter(kind=kind).known_as(name).first()
    return known or saved(unsaved_term(kind, name, predicate))


def unsaved_term(kind, name, predicate=""):
    """A term that the database does not know; a term itself is returned as it is."""
    if not name or isinstance(name, Term):
        return name or None
    return Term(kind=kind, wordings=[TermWording(name=name, predicate=predicate)])


def saved(row):
    row.save()
    return row


def with_saved_terms(figure):
    """The figure, its terms replaced by those of their names that the database knows."""
    for name in TERMS:
        found = getattr(figure, name)
        if found and not found.pk:
            setattr(figure, name, term(found.kind, found.name, found.predicate))
    return figure


def source(title="The Report", producer="The Journal", **fields):
    """A source of figures."""
    return Source.objects.create(title=title, producer=producer, **fields)


def figure(kind="more", **fields):
    """A figure that is right for its kind, not saved; its numbers may be given as integers."""
    if kind == FigureKind.SERIES:
        fields = {"points": "2010 12\n2020 14", "unit": "%", **fields}
    elif kind not in WITHOUT_NUMBER:
        fields = {"value": 42, **fields}
    fields = {"outcome": "death", "group": "Some", "comparison_group": "Others", **fields}
    fields |= {name: unsaved_term(kind, fields[name]) for name, kind in TERMS.items()}
    fields.setdefault("unsourced_reason", "Made for a test.")
    for name in set(NUMBERS) & set(fields):
        fields[name] = None if fields[name] is None else Decimal(fields[name])
    return Figure(kind=kind, **fields)


def statistic(title="A statistic", figures=None, **fields):
    """A statistic below the statistics page, with one figure unless told otherwise."""
    page = StatisticPage(**{"title": title, "statement": f"{title} in words.", **fields})
    page.figures = [with_saved_terms(f) for f in ([figure()] if figures is None else figures)]
    return add(StatisticIndexPage.objects.get(), page)


def publisher(name):
    """The publisher of this name, made if need be."""
    return Publisher.objects.get_or_create(name=name)[0]


def resource(title="A resource", shelf="", below=None, **fields):
    """A resource in the library, on the shelf of this title if one is given.

    Or in the section of a society. Terms may be given as (kind, name) pairs.
    """
    for relation in {"about", "audiences"} & set(fields):
        fields[relation] = [x if isinstance(x, Term) else term(*x) for x in fields[relation]]
    by = fields.get("publisher")
    fields["publisher"] = publisher(by) if by else None
    on = Shelf.objects.filter(title=shelf).first()
    page = ResourcePage(title=title, shelf=on, **fields)
    return add(below or ResourceIndexPage.objects.get(locale__language_code="en"), page)


def hidden_answers(page):
    """What a form carries that its reader opened a minute ago."""
    with mock.patch("time.time", return_value=time.time() - 60):
        return {"wording": page.current_wording.pk, "since": minimum_time.stamp(page)}


def answers(page, **changes):
    """What a visitor's browser posts for the form of a page."""
    return {"name": "Ada Roe", "email": "ada@example.org", **hidden_answers(page), **changes}


def pledge_answers(page=None, **changes):
    """What a visitor's browser posts for a pledge."""
    return answers(page or PledgePage.objects.first(), **changes)


def message_answers(**changes):
    """What a visitor's browser posts for a message."""
    return answers(ContactPage.objects.first(), **{"message": "Hello there.", **changes})


def content_page(*body, title="A page", slug="a-page", **fields):
    """A content page below the home page; its body is made of (block type, raw value) pairs."""
    blocks = [{"type": name, "value": value} for name, value in body]
    page = ContentPage(title=title, slug=slug, body=json.dumps(blocks), **fields)
    return add(HomePage.objects.first(), page)


def image(title="A picture"):
    """An uploaded picture."""
    file = get_test_image_file(size=(800, 600))
    return get_image_model().objects.create(title=title, file=file)


def document(title="A paper", content=b"words " * 500):
    """An uploaded document."""
    file = ContentFile(content, name="paper.pdf")
    return get_document_model().objects.create(title=title, file=file, file_size=file.size)


def hide(page):
    """Let only those see the page who are logged in."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def default_site():
    """The site that readers get under any host name."""
    return Site.objects.get(is_default_site=True)


def translate(page, language="es", **changes):
    """The page in another language, published below its translated parents."""
    locale = Locale.objects.get(language_code=language)
    parent = page.get_parent().specific
    if parent.depth > 1 and not parent.has_translation(locale):
        translate(parent, language)
    copy = page.copy_for_translation(locale)
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def society_editor(society, **fields):
    """An account that edits a society's section, which is opened if need be."""
    user = user_in(**fields)
    user.groups.add(open_section(society).group)
    return user
