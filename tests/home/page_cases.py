"""One page of each type as staff would make it: its parent, its fields, what readers then see."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from forms.models import ContactPage, PledgePage, ReportPage, SuggestionPage
from home.models import ContentPage, HomePage
from members.models import MemberIndexPage
from resources.models import (
    ResourceIndexPage,
    ResourcePage,
    StatisticIndexPage,
    StatisticPage,
)
from tests import builders
from tests.admin_forms import body


class Case(NamedTuple):
    """`parent` is a slug of the loaded site; `shows` is what a reader sees."""

    page_type: type
    parent: str
    fields: dict
    shows: list[str]

    @property
    def values(self):
        """The form data; a function among the fields makes more of them, when it is time."""
        made = [value() for value in self.fields.values() if callable(value)]
        plain = {name: value for name, value in self.fields.items() if not callable(value)}
        return reduce(or_, made, plain)


MAIL = {"mail_subject": "Your mail", "mail_body": "Thank you."}
THANKS = {"thank_you_heading": "Thank you", "thank_you_text": "It has arrived."}


def figures():
    """The form data of a statistic's one figure."""
    terms = {
        "outcome": builders.term("outcome", "screening"),
        "group": builders.term("population", "people far away"),
        "comparison_group": builders.term("population", "people nearby"),
    }
    figure = {
        "kind": "pair",
        "value": "12.5",
        "comparison_value": "50",
        "unit": "%",
        "unsourced_reason": "It is made up.",
        **{name: term.pk for name, term in terms.items()},
    }
    return nested_form_data({"figures": inline_formset([figure])})


CASES = [
    Case(
        HomePage,
        "root",
        {
            "title": "Another coalition",
            "slug": "another",
            "tagline": "In one line",
            "introduction": rich_text("<p>Who we are.</p>"),
            "how_heading": "How",
            "how_it_works": rich_text("<p>Like this.</p>"),
        },
        ["Another coalition", "In one line", "Who we are.", "How", "Like this."],
    ),
    Case(
        ContentPage,
        "home",
        {
            "title": "About us",
            "slug": "about",
            "heading": "About the coalition",
            "introduction": rich_text("<p>First words.</p>"),
            **body(("heading", {"text": "A part", "level": "2"})),
        },
        ["About the coalition", "First words.", "A part"],
    ),
    Case(
        MemberIndexPage,
        "another",
        {"title": "Partners", "slug": "partners", "note": "More will join."},
        ["Partners", "More will join."],
    ),
    Case(
        StatisticIndexPage,
        "another",
        {"title": "Numbers", "slug": "numbers", "introduction": rich_text("<p>All of them.</p>")},
        ["Numbers", "All of them.", "No figures have been published yet."],
    ),
    Case(
        StatisticPage,
        "statistics",
        {
            "title": "Screening far away",
            "slug": "far",
            "statement": "Far away, 12.5% were screened, nearby 50%.",
            "caveat": "In one year only.",
            "stated_by": "Somebody",
            "figures": figures,
        },
        [
            "Screening far away",
            "Far away, 12.5% were screened, nearby 50%.",
            "12.5%",
            "50%",
            "people far away",
            "people nearby",
            "In one year only.",
            "Source not yet verified.",
            "Statement by: Somebody",
        ],
    ),
    Case(
        ResourceIndexPage,
        "another",
        {
            "title": "Library",
            "slug": "library",
            **nested_form_data(
                {"shelves": inline_formset([{"title": "Top shelf", "empty_note": "Soon."}])}
            ),
        },
        ["Library", "Top shelf", "Soon."],
    ),
    Case(
        ResourcePage,
        "resources",
        {
            "title": "A toolkit",
            "slug": "toolkit",
            "other_publisher": "The Publisher",
            "summary": "What it offers.",
            "address": "https://toolkit.example/",
            "kind": "toolkit",
            "published_on": "2025-01-31",
        },
        ["A toolkit", "The Publisher", "What it offers.", "Toolkit", "Jan. 31, 2025", "Open"],
    ),
    Case(
        PledgePage,
        "home",
        {
            "title": "Another pledge",
            "slug": "pledge-again",
            "pledge": "I will act.",
            "consent_text": "Write to me.",
            "promise": "We promise.",
            "mail_note": "Look for a mail.",
            "action_label": "Sign it",
            **THANKS,
            **MAIL,
        },
        ["Another pledge", "I will act.", "Write to me.", "We promise.", "a mail.", "Sign it"],
    ),
    Case(
        ContactPage,
        "home",
        {
            "title": "Ask us",
            "slug": "ask",
            "introduction": rich_text("<p>We answer.</p>"),
            "action_label": "Ask",
            **THANKS,
            **MAIL,
        },
        ["Ask us", "We answer.", "Ask", "Your name", "E-mail address", "Message"],
    ),
    Case(
        SuggestionPage,
        "home",
        {
            "title": "Tell us",
            "slug": "tell",
            "introduction": rich_text("<p>We look at it.</p>"),
            "action_label": "Tell",
            **THANKS,
            **MAIL,
        },
        ["Tell us", "We look at it.", "Title of the resource", "Its address", "Tell"],
    ),
    Case(
        ReportPage,
        "home",
        {
            "title": "Complain",
            "slug": "complain",
            "introduction": rich_text("<p>We mend it.</p>"),
            "action_label": "Complain",
            **THANKS,
            **MAIL,
        },
        ["Complain", "We mend it.", "Open the page of the resource"],
    ),
]
