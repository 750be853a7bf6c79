"""One number, quoted by reference: it says what its figure says today, wherever it stands."""

import json
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale
from wagtail.rich_text import expand_db_html
from wagtail.test.utils.form_data import rich_text
from wagtail_localize.models import TranslationSource

from core.quoted_in_translation import restored, segments_of
from core.rich_text import PARAGRAPHS, PARAGRAPHS_AND_FILES, SENTENCES, paragraphs_of
from members.models import MemberSocietyPage
from resources.figure_quotes.parts import texts_of
from tests import builders
from tests.admin_forms import form_at
from tests.conftest import logged_in
from tests.markup import soup, words


def quoting(figure, part="number"):
    """The tag that stands in a text for a part of a figure."""
    key = getattr(figure, "translation_key", figure)
    return f'<embed embedtype="figure" key="{key}" part="{part}"/>'


def read(figure, part="number"):
    """What readers get for it."""
    return expand_db_html(f"<p>About {quoting(figure, part)} of them.</p>")


@pytest.mark.parametrize(
    ("figure", "texts"),
    [
        (builders.figure("more"), {"number": "42%", "words": "42% more"}),
        (builders.figure("share"), {"number": "42%"}),
        (
            builders.figure("ratio", value=2, qualifier="nearly"),
            {"number": "nearly 2 times", "words": "nearly 2×"},
        ),
        (builders.figure("rate", value=1234, unit="per 100,000"), {"number": "1,234 per 100,000"}),
        (
            builders.figure("pair", value=39, comparison_value=75, unit="%"),
            {"number": "39%", "words": "39% compared with 75%", "comparison": "75%"},
        ),
        (builders.figure("direction", direction="higher"), {"words": "higher"}),
        (builders.figure("more", value=None), {}),
    ],
    ids=str,
)
def test_what_of_a_figure_can_be_quoted(figure, texts):
    assert texts_of(figure) == texts


@pytest.fixture
def figure(site):
    return builders.statistic(figures=[builders.figure("more")]).figures.get()


def test_a_quote_is_the_number_with_a_link_and_follows_corrections(figure, client):
    address = f"/figures/{figure.translation_key}/"
    text = f"<p>Deaths are {quoting(figure)} higher.</p>"
    page = builders.content_page(("text", text), introduction=text)
    figure.value = 38
    figure.page.figures = [figure]
    figure.page.save_revision().publish()
    found = soup(client.get(page.url))
    assert [a["href"] for a in found.select("a.quoted-figure")] == [address, address]
    assert words(found.select_one(".measure")) == "Deaths are 38% higher."
    assert client.get(address).status_code == 200


def test_a_figure_that_readers_may_not_see_is_said_to_be_gone(figure):
    missing = '<p>About <span class="quoted-figure">[figure not available]</span> of them.</p>'
    assert "42%" in read(figure)
    for forged in (uuid4(), "no-key", "", "&lt;b&gt;"):
        assert read(forged) == missing
    assert read(figure, "comparison") == missing
    assert "42%" in read(figure, "nonsense")
    builders.hide(figure.page)
    assert read(figure) == missing
    figure.page.delete()
    assert read(figure) == missing
    assert expand_db_html('<p>About <embed embedtype="figure"/> of them.</p>') == missing


def test_a_quote_is_in_the_language_of_its_page(figure):
    with override("es"):
        assert f'href="/figures/{figure.translation_key}/"' in read(figure)
        assert "42&nbsp;%" in read(figure) or "42%" in read(figure)
        builders.translate(figure.page)
        assert f'href="/es/figures/{figure.translation_key}/"' in read(figure)
    assert f'href="/figures/{figure.translation_key}/"' in read(figure)


def test_a_text_asks_once_however_many_figures_it_quotes(site):
    figures = [builders.figure(value=number) for number in range(20, 32)]
    page = builders.statistic(figures=figures)
    html = "".join(f"<p>{quoting(found)}</p>" for found in page.figures.all())
    with CaptureQueriesContext(connection) as captured:
        assert "31%" in expand_db_html(html)
    assert len(captured) == 1


def test_a_page_asks_as_often_for_the_quotes_of_twenty_texts_as_for_one(site, client):
    found = [builders.figure(value=n, sort_order=n) for n in range(20, 40)]
    figures = builders.statistic(figures=found).figures
    texts = [("text", f"<p>{quoting(found)} in a text</p>") for found in figures.all()]
    addresses = [
        builders.content_page(*some, slug=f"page-{len(some)}").url for some in (texts[:1], texts)
    ]
    for address in addresses:
        client.get(address)
    counts = []
    for address, last in zip(addresses, ("20%", "39%"), strict=True):
        with CaptureQueriesContext(connection) as captured:
            page = soup(client.get(address))
        counts.append(len(captured))
        assert words(page.select(".measure")[-1]) == f"{last} in a text"
    assert counts[0] == counts[1]


def test_the_words_of_a_text_do_not_hold_what_it_quotes():
    html = f"<p>One {quoting(uuid4())} two</p><ul><li>Three</li></ul><p></p>"
    assert paragraphs_of(html) == ["One  two", "Three"]


@pytest.mark.parametrize("features", [SENTENCES, PARAGRAPHS_AND_FILES], ids=len)
def test_the_editor_gives_back_what_it_was_given(figure, features):
    converter = ContentstateConverter(features=features)
    html = f"<p>Deaths are <b>about {quoting(figure)} higher</b> here.</p>"
    content = converter.from_database_format(html)
    [entity] = json.loads(content)["entityMap"].values()
    [block] = json.loads(content)["blocks"]
    assert block["text"] == "Deaths are about 42% higher here."
    assert (entity["type"], entity["mutability"]) == ("FIGURE", "IMMUTABLE")
    back = converter.to_database_format(content)
    assert quoting(figure) in back
    assert "42%" not in back


def kept_of(society):
    society.refresh_from_db()
    return society.get_latest_revision_as_object().description


def entity(data):
    """What an editor would post for a text of one quote."""
    block = {"key": "a", "type": "unstyled", "text": "42%", "depth": 0, "inlineStyleRanges": []}
    block["entityRanges"] = [{"offset": 0, "length": 3, "key": 0}]
    map_ = {"0": {"type": "FIGURE", "mutability": "IMMUTABLE", "data": data}}
    return json.dumps({"blocks": [block], "entityMap": map_})


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"key": "forged", "part": "number"}, 302),
        ({"key": {"a": 1}, "part": ["b"]}, 302),
        ({"key": '"><script>', "part": '"/>'}, 302),
        ({}, 302),
        (["no", "data"], 400),
        (None, 400),
    ],
    ids=str,
)
def test_a_forged_quote_does_no_harm(site, data, status):
    society = MemberSocietyPage.objects.first()
    browser = logged_in(builders.society_editor(society))
    address = reverse("wagtailadmin_pages:edit", args=[society.pk])
    posted = {**form_at(browser, address), "description": entity(data)}
    assert browser.post(address, posted).status_code == status
    kept = kept_of(society)
    assert ("42%" in kept) == (status == 302)
    assert "embed" not in kept
    assert "script" not in kept


def test_a_society_quotes_public_figures_and_no_draft(figure):
    society = MemberSocietyPage.objects.first()
    browser = logged_in(builders.society_editor(society))
    draft = builders.statistic("Secret draft", [builders.figure(value=77)])
    draft.unpublish()
    hidden = draft.figures.get()
    chooser = choose(browser)
    assert "A statistic" in chooser
    assert "Secret draft" not in choose(browser, q="Secret") + chooser
    text = f"<p>{quoting(figure)} and {quoting(hidden)}</p>"
    address = reverse("wagtailadmin_pages:edit", args=[society.pk])
    description = rich_text(text, features=PARAGRAPHS)
    browser.post(address, {**form_at(browser, address), "description": description})
    kept = kept_of(society)
    assert "42%" in expand_db_html(kept)
    assert "77%" not in expand_db_html(kept)


def choose(browser, **query):
    response = browser.get(reverse("resources_choose_figure"), query)
    assert response.status_code == 200
    return response.json()["html"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("lungs", True),
        ("LUNGS 61%", True),
        ("61", True),
        ("62", False),
        ("lungs xylophone", False),
        ("1e999999", False),
        ("\x00", False),
        ("x" * 300, False),
    ],
)
def test_the_chooser_finds_figures_by_words_and_number(site, communications, query, found):
    shown = builders.figure("pair", value=61, comparison_value=70, unit="%", outcome="full lungs")
    page = builders.statistic("Found", [shown])
    builders.translate(page)
    html = choose(communications, q=query)
    assert html.count(f'data-figure-key="{shown.translation_key}"') == (3 if found else 0)


def test_the_chooser_turns_pages_and_costs_the_same_for_many(site, communications):
    builders.statistic("Many", [builders.figure(value=number) for number in range(1, 25)])
    choose(communications)
    with CaptureQueriesContext(connection) as few:
        first = choose(communications, q="Many")
    assert "Page 1 of 3" in first
    assert "Page 3 of 3" in choose(communications, q="Many", p="99")
    builders.statistic("Many more", [builders.figure(value=number) for number in range(1, 25)])
    with CaptureQueriesContext(connection) as many:
        choose(communications, q="Many")
    assert len(many) <= len(few)


@pytest.mark.parametrize(
    "sentence",
    ["Deaths are {} higher.", "{} more", "Deaths are <b>{}</b> higher.", "At <i>about {} of</i> x"],
)
def test_a_quote_stays_in_its_sentence_when_the_page_is_translated(figure, sentence):
    html = f"<p>{sentence.format(quoting(figure))}</p>"
    page = builders.content_page(("text", html), introduction=html)
    spanish = Locale.objects.get(language_code="es")
    builders.translate(page.get_parent().specific)
    source, _created = TranslationSource.get_or_create_from_instance(page)
    source.create_or_update_translation(spanish, fallback=True)
    translation = page.get_translation(spanish).get_latest_revision_as_object()
    for text in (translation.introduction, translation.body[0].value.source):
        assert text == html


def test_translators_get_the_whole_sentence_and_may_move_the_quote():
    key = uuid4()
    template, sentence = segments_of(f"<p>Deaths are <b>{quoting(key)}</b> higher.</p>")
    assert sentence.string.data == 'Deaths are <b><a id="a1">[#]</a></b> higher.'
    sentence.string.data = 'Un <a id="a1">[#]</a> más de muertes'
    assert restored([template, sentence]) == f"<p>Un {quoting(key)} más de muertes</p>"
