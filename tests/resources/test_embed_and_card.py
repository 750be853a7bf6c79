"""What other sites take of a figure: the page for their frames, and the card."""

from io import BytesIO

import pytest
from django.core.cache import cache
from PIL import Image

from resources.figures.card import card_text
from tests import builders
from tests.builders import figure
from tests.markup import soup, words


@pytest.fixture
def more(site):
    """A published figure of 42% more."""
    return builders.statistic(figures=[figure("more")]).figures.get()


def test_a_frame_holds_the_figure_and_who_says_it(client, more):
    page = soup(client.get(f"{more.address}embed/"))
    shown = words(page.body)
    for part in ["42% more", more.sentence, "Source not yet verified.", "Absolute figure not"]:
        assert part in shown
    assert [bar.rect["width"] for bar in page.select(".chart svg")] == ["100.0", "70.4"]
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    canonical = page.select_one("link[rel=canonical]")["href"]
    assert canonical.startswith("http")
    assert canonical.endswith(more.address)
    link = page.select_one("main a")
    assert (link["href"], link["target"], link["rel"]) == (canonical, "_blank", ["noopener"])
    assert "Radiology Health Equity Coalition" in words(link)
    assert not page.select("script, [style]")


def test_only_the_frame_may_be_framed_by_anyone(client, more):
    framed, page = client.get(f"{more.address}embed/"), client.get(more.address)
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "default-src 'none'" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert not framed.cookies


@pytest.mark.parametrize("end", ["embed/", "card.png"])
def test_what_readers_may_not_see_is_not_to_be_had(client, more, end):
    builders.hide(more.page)
    assert client.get(f"{more.address}{end}").status_code == 404


@pytest.mark.parametrize("end", ["", "embed/", "card.png"])
def test_in_another_language_it_is_where_its_language_is(client, more, end):
    assert client.get(f"/es{more.address}{end}").url == f"{more.address}{end}"


def picture(response):
    assert response["Content-Type"] == "image/png"
    return Image.open(BytesIO(response.content))


def test_the_card_is_a_picture_that_a_browser_need_not_load_twice(client, more):
    first = client.get(f"{more.address}card.png")
    assert picture(first).size == (1200, 630)
    again = client.get(f"{more.address}card.png", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_a_corrected_figure_has_another_card(client, more):
    before = client.get(f"{more.address}card.png").content
    more.value = 38
    more.save()
    assert client.get(f"{more.address}card.png").content != before


def test_a_card_is_drawn_once(client, more):
    client.get(f"{more.address}card.png")
    (key,) = [key for key in cache._cache if "figure-card" in key]
    cache.set(key.split(":", 2)[2], b"kept")
    assert client.get(f"{more.address}card.png").content == b"kept"


def test_a_cache_that_is_down_costs_only_time(client, more, settings):
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    broken = {"BACKEND": backend, "LOCATION": f"{__file__}/no-folder"}
    settings.CACHES = {**settings.CACHES, "default": broken}
    assert picture(client.get(f"{more.address}card.png")).size == (1200, 630)


@pytest.mark.parametrize(
    ("kind", "fields", "numbers", "direction"),
    [
        ("more", {"qualifier": "nearly"}, ["nearly 42% more"], ""),
        ("pair", {"comparison_value": 75, "unit": "%"}, ["42%", "75%"], ""),
        ("trend", {"direction": "slower"}, [], "Falling more slowly"),
        ("rate", {"is_suppressed": True}, [], "Withheld by the source"),
        ("rate", {"value": None}, [], ""),
    ],
)
def test_what_a_card_says(kind, fields, numbers, direction):
    card = card_text(figure(kind, **fields), signed="Us")
    assert ([str(numeral) for numeral in card.numerals], card.direction) == (numbers, direction)
    assert (card.source, card.signed) == ("Source not yet verified.", "Us")
