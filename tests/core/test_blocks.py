"""What each block of a page's body looks like to readers."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from core.blocks import BodyBlock
from resources.models import StatisticPage
from tests import builders
from tests.markup import soup, words

BLOCKS = BodyBlock().child_blocks


@pytest.fixture
def show(site, client):
    """Show a page whose body is made of these blocks; returns its body."""

    def show(*blocks):
        page = builders.content_page(*blocks)
        return soup(client.get(page.url)).select_one(".body")

    return show


def rendered(name, raw):
    """One block on its own."""
    block = BLOCKS[name]
    return BeautifulSoup(block.render(block.to_python(raw)), "html.parser")


# Words


def test_text_and_headings_keep_their_order_and_levels(show):
    shown = show(
        ("heading", {"text": "First", "level": "2"}),
        ("text", "<p>Some <b>words</b>.</p><ul><li>one</li></ul>"),
        ("heading", {"text": "Second", "level": "3"}),
    )
    assert [node.name for node in shown.select("h2, p, ul, h3")] == ["h2", "p", "ul", "h3"]
    assert words(shown) == "First Some words.one Second"


def test_a_quotation_names_its_speaker_and_place():
    shown = rendered(
        "quotation",
        {"words": "We act.", "speaker": "Ada", "address": "https://example.org/said"},
    )
    assert words(shown.blockquote) == "We act."
    assert shown.blockquote["cite"] == shown.figcaption.a["href"] == "https://example.org/said"
    assert words(shown.figcaption) == "Ada"


def test_a_call_to_action_leads_to_a_page_or_to_an_address(show):
    join = Page.objects.get(slug="join")
    shown = show(
        ("call_to_action", {"text": "Come.", "label": "Write", "page": join.pk, "address": ""}),
        ("call_to_action", {"label": "Look", "page": None, "address": "https://example.org/"}),
    )
    links = [(words(a), a["href"]) for a in shown.select("a")]
    assert links == [("Write", "/join/"), ("Look", "https://example.org/")]


@pytest.mark.parametrize("page", ["join", None])
def test_a_call_to_action_needs_exactly_one_place(site, page):
    block = BLOCKS["call_to_action"]
    target = page and Page.objects.get(slug=page).pk
    address = "https://example.org/" if page else ""
    value = block.to_python({"label": "Go", "page": target, "address": address})
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert "page" in refused.value.block_errors


# Files


def image_block(decorative):
    alt = "" if decorative else "Two people at a scanner"
    picture = {"image": builders.image().pk, "decorative": decorative, "alt_text": alt}
    return ("image", {"image": picture, "caption": "A caption", "credit": "A photographer"})


def test_a_picture_says_what_it_shows(show):
    shown = show(image_block(decorative=False))
    assert shown.img["alt"] == "Two people at a scanner"
    assert words(shown.figcaption) == "A caption A photographer"


def test_a_decorative_picture_has_an_empty_alternative(show):
    assert show(image_block(decorative=True)).img["alt"] == ""


def test_a_picture_is_sent_small_with_its_measures(show):
    shown = show(image_block(decorative=True)).img
    assert shown["src"].endswith(".webp")
    assert (shown["width"], shown["height"]) == ("800", "600")


def test_a_picture_needs_words_or_the_mark(site):
    block = BLOCKS["image"]
    raw = {"image": {"image": builders.image().pk, "decorative": False, "alt_text": ""}}
    with pytest.raises(ValidationError):
        block.clean(block.to_python(raw))


def test_a_document_shows_its_kind_and_size(show, client):
    shown = show(("document", {"document": builders.document("A paper").pk, "label": ""}))
    assert words(shown) == "A paper PDF, 2.9 KB"
    assert client.get(shown.a["href"]).status_code == 200


def test_a_document_may_be_called_otherwise(show):
    shown = show(("document", {"document": builders.document().pk, "label": "Read it"}))
    assert words(shown.a) == "Read it"


@pytest.mark.parametrize(
    ("address", "player"),
    [
        (
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        ),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871"),
    ],
)
def test_a_video_waits_until_it_is_opened(address, player):
    shown = rendered("embed", {"title": "A film", "address": address})
    frame = shown.select_one("details:not([open]) > iframe[loading=lazy]")
    assert (frame["src"], frame["title"]) == (player, "A film")
    assert "A film" in words(shown.summary)
    assert shown.select_one("a")["href"] == address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=short",
        "http://vimeo.com/76979871",
        "https://vimeo.com/about",
    ],
)
def test_a_video_from_elsewhere_is_refused_and_never_framed(address):
    block = BLOCKS["embed"]
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({"title": "A film", "address": address}))
    assert "address" in refused.value.block_errors
    assert not rendered("embed", {"title": "A film", "address": address}).select("iframe")


# Tables


def test_a_table_has_a_caption_and_header_cells():
    table = {
        "columns": [{"type": "text", "heading": "Group"}, {"type": "number", "heading": "Rate"}],
        "rows": [{"values": ["Rural", "2.5"]}, {"values": ["Urban", "1"]}],
    }
    shown = rendered("table", {"caption": "Rates", "table": table})
    assert words(shown.caption) == "Rates"
    assert [words(cell) for cell in shown.select("thead th[scope=col]")] == ["Group", "Rate"]
    assert [words(cell) for cell in shown.select("tbody th[scope=row]")] == ["Rural", "Urban"]
    assert [words(cell) for cell in shown.select("tbody td")] == ["2.5", "1"]


# What the other apps hold


def test_chosen_statistics_keep_the_editors_order(show):
    chosen = list(StatisticPage.objects.order_by("-path")[:3])
    shown = show(("statistics", [page.pk for page in chosen]))
    assert [words(node) for node in shown.select(".statement")] == [p.statement for p in chosen]
    assert shown.select(".numerals")


@pytest.mark.parametrize("make", ["statistic", "resource"])
@pytest.mark.parametrize("how", ["unpublished", "private", "deleted"])
def test_chosen_pages_that_readers_may_not_see_are_left_out(show, make, how):
    shown, hidden = (getattr(builders, make)(title) for title in ("Shown", "Hidden"))
    blocks = [(f"{make}s", [hidden.pk, shown.pk])]
    {"unpublished": hidden.unpublish, "private": lambda: builders.hide(hidden)}.get(
        how, hidden.delete
    )()
    text = words(show(*blocks))
    assert "Shown" in text
    assert "Hidden" not in text


def test_nothing_is_left_when_all_chosen_pages_are_hidden(show):
    hidden = builders.statistic("Hidden")
    hidden.unpublish()
    assert show(("statistics", [hidden.pk])) is not None


def test_the_members_block_shows_the_wall(show):
    hidden = builders.society("Hidden society", slug="hidden")
    builders.hide(hidden)
    names = [words(node) for node in show(("members", None)).select(".member-name")]
    assert len(names) == 8
    assert "Hidden society" not in names


# The editor's list of blocks


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_is_explained_to_editors(name):
    meta = BLOCKS[name].meta
    assert meta.icon != "placeholder"
    assert meta.description
    assert str(BLOCKS[name].label)


def test_each_block_is_previewed_in_the_editor(communications):
    for name, block in BLOCKS.items():
        address = reverse("wagtailadmin_block_preview")
        response = communications.get(address, {"id": block.definition_prefix})
        assert response.status_code == 200, name
        assert "site.css" in response.content.decode()
