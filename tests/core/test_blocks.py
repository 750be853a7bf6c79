"""What each block of a page's body looks like to readers."""

from importlib import import_module
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page
from wagtail_localize.models import String, StringTranslation, TranslationSource

from core.blocks import BodyBlock, data
from home.models import HomePage
from resources.models import StatisticPage
from tests import builders
from tests.markup import soup, text_of, words

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


def test_a_call_to_action_may_lead_nowhere_yet_in_a_draft(site):
    block = BodyBlock()
    draft = block.to_python([{"type": "call_to_action", "value": {"label": "Go"}}])
    block.clean_deferred(draft)
    with pytest.raises(ValidationError):
        block.clean(draft)


# Files


def image_block(decorative):
    alt = "" if decorative else "Two people at a scanner"
    picture = {"image": builders.image().pk, "decorative": decorative, "alt_text": alt}
    return ("image", {"image": picture, "caption": "A caption", "credit": "A photographer"})


def test_a_picture_says_what_it_shows(show):
    shown = show(image_block(decorative=False))
    assert shown.img["alt"] == "Two people at a scanner"
    assert list(shown.figcaption.stripped_strings) == ["A caption", "A photographer"]
    assert shown.figcaption.br


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


def table(headings=("Group", "Rate"), rows=(("Rural", "2.5"), ("Urban", "1")), caption="Rates"):
    """A table as it is stored: a column of words and one of numbers."""
    kinds = zip(("text", "number"), headings, strict=False)
    return {
        "columns": [{"type": kind, "heading": heading} for kind, heading in kinds],
        "rows": [{"values": list(row)} for row in rows],
        "caption": caption,
    }


def test_a_table_has_a_caption_and_header_cells():
    shown = rendered("table", table())
    assert words(shown.caption) == "Rates"
    assert [words(cell) for cell in shown.select("thead th[scope=col]")] == ["Group", "Rate"]
    assert [words(cell) for cell in shown.select("tbody th[scope=row]")] == ["Rural", "Urban"]
    assert [words(cell) for cell in shown.select("tbody td")] == ["2.5", "1"]


def test_empty_cells_are_no_headings():
    shown = rendered("table", table(rows=[("", "2.5"), ("Urban", None)], headings=("", "Rate")))
    assert [words(cell) for cell in shown.select("th")] == ["Rate", "Urban"]
    assert [words(cell) for cell in shown.select("tbody td")] == ["", "2.5", ""]


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (table(caption=" "), data.NO_CAPTION),
        (table(headings=("Group", "")), data.NO_HEADING),
        (table(rows=[]), data.NO_CELLS),
        (table(headings=[], rows=[]), data.NO_CELLS),
    ],
)
def test_a_table_that_is_not_whole_is_kept_as_a_draft_only(site, wrong, complaint):
    block = BodyBlock()
    value = block.to_python([{"type": "table", "value": wrong}])
    block.clean_deferred(value)
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert refused.value.as_json_data()["blockErrors"][0] == {"messages": [str(complaint)]}


def test_a_whole_table_is_accepted():
    block = BLOCKS["table"]
    assert block.clean(block.to_python(table())).caption == "Rates"


def test_editors_are_asked_for_one_caption(communications, site):
    address = reverse("wagtailadmin_pages:add", args=["home", "contentpage", site.root_page_id])
    packed = communications.get(address).content.decode()
    assert packed.count("A heading that identifies the overall topic of the table") == 1
    assert "What the table shows" not in packed


def test_the_words_of_a_table_are_translated_and_its_numbers_kept(show, site):
    page = builders.content_page(("table", table()), title="Rates", slug="rates")
    spanish = {"Rates": "Tasas", "Group": "Grupo", "Rate": "Tasa", "Rural": "Rurales"}
    shown = rendered_value(translated(page, spanish).body[0])
    assert words(shown.caption) == "Tasas"
    assert [words(cell) for cell in shown.select("th")] == ["Grupo", "Tasa", "Rurales", "Urban"]
    assert [words(cell) for cell in shown.select("td")] == ["2.5", "1"]


def translated(page, phrases):
    """The page in Spanish, these phrases translated as staff do it with wagtail-localize."""
    spanish = Locale.objects.get(language_code="es")
    builders.translate(HomePage.objects.first())
    source, _ = TranslationSource.update_or_create_from_instance(page)
    strings = String.objects.filter(data__in=phrases)
    assert len(strings) == len(phrases)
    for segment in source.stringsegment_set.filter(string__in=strings):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=spanish,
            data=phrases[segment.string.data],
        )
    copy, _ = source.create_or_update_translation(spanish, fallback=True)
    return copy


def rendered_value(block):
    return BeautifulSoup(block.render(), "html.parser")


def test_tables_of_earlier_bodies_keep_their_cells_and_the_caption_that_was_shown():
    take_out = import_module("home.migrations.0003_one_caption_a_table").TakeTableOut()
    earlier = {"caption": "Rates", "table": table(caption="")}
    assert take_out.apply(earlier) == table()
    assert take_out.apply(table()) == table()
    assert words(rendered("table", take_out.apply({"caption": "", "table": None}))) == ""


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


# What the preview of each shows; a picture is known by its alternative.
PREVIEWED = {
    "text": "Everyone deserves care",
    "heading": "What we do",
    "image": "A sample picture",
    "quotation": "A coalition member",
    "call_to_action": "Get in touch",
    "table": "Visits by year",
    "document": "Annual report PDF, 300.0",
    "embed": "A film",
    "statistics": "Preventable deaths in rural areas",
    "resources": "Championing Health Equity for All",
    "members": "American College of Radiology",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_is_previewed_in_the_editor(communications, name):
    block = BLOCKS[name]
    assert block.is_previewable  # or the editor's list shows neither preview nor description
    address = reverse("wagtailadmin_block_preview")
    response = communications.get(address, {"id": block.definition_prefix})
    assert "site.css" in response.content.decode()
    shown = soup(response).main
    alternatives = [image["alt"] for image in shown.select("img")]
    assert PREVIEWED[name] in " ".join([words(shown), *alternatives])


def test_previews_speak_the_editors_language(site):
    with override("es"), patch("django.utils.translation._trans.gettext", str.upper):
        assert "WHAT WE DO" in BLOCKS["heading"].get_preview_value()["text"]
        assert "EVERYONE" in BLOCKS["text"].get_preview_value().source
        assert BLOCKS["table"].get_preview_value().caption == "VISITS BY YEAR"


def test_previews_show_nothing_that_readers_may_not_see(communications):
    StatisticPage.objects.get(slug="preventable-deaths-rural-areas").unpublish()
    block = BLOCKS["statistics"]
    address = reverse("wagtailadmin_block_preview")
    text = text_of(communications.get(address, {"id": block.definition_prefix}))
    assert "Preventable deaths" not in text
    assert "Breast cancer" in text


@pytest.mark.parametrize(("name", "item"), [("statistics", "Statistic"), ("resources", "Resource")])
def test_chosen_pages_have_a_name_in_the_editor(name, item):
    assert BLOCKS[name].child_block.label == item
    assert "published" in str(BLOCKS[name].meta.help_text)
