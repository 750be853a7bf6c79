"""The loaded site says what the coalition's own page said, all of it and nothing more."""

from decimal import Decimal

import pytest

from core.models import CoalitionSettings
from members.models import MemberSocietyPage
from resources.models import Figure, ResourcePage, Shelf, StatisticPage
from tests.home.seed_sentences import NAME, RESOURCES, SHELVES, SOCIETIES, STATEMENTS, WHERE
from tests.markup import soup, text_of, words


@pytest.mark.parametrize("address", WHERE)
def test_every_sentence_stands_where_it_belongs(site, client, address):
    text = text_of(client.get(address))
    assert [sentence for sentence in WHERE[address] if sentence not in text] == []


def test_the_eight_societies_stand_in_the_coalitions_order(site, client):
    wall = soup(client.get("/")).select(".member-wall .member-name")
    assert [words(name) for name in wall] == SOCIETIES


def test_the_directory_has_the_eight_societies_from_a_to_z(site, client):
    wall = soup(client.get("/members/")).select(".member-wall .member-name")
    assert [words(name) for name in wall] == sorted(SOCIETIES)


def test_the_societies_have_what_the_page_says_of_them(site):
    convenors = MemberSocietyPage.objects.filter(memberships__level="convenor")
    assert [society.title for society in convenors] == ["American College of Radiology"]
    sections = MemberSocietyPage.objects.exclude(parent_body="").order_by("order")
    bodies = ["American Medical Association", "National Medical Association"]
    assert [society.parent_body for society in sections] == bodies


@pytest.mark.parametrize("address", ["/", "/statistics/"])
def test_the_seven_statistics_stand_in_their_order(site, client, address):
    statements = soup(client.get(address)).select(".statement")
    assert [words(node) for node in statements] == [" ".join(s) for s in STATEMENTS.values()]


def test_the_ten_numbers_and_two_figures_without_one(site):
    figures = Figure.objects.order_by("page__path", "sort_order")
    values = [v for f in figures for v in (f.value, f.comparison_value) if v is not None]
    assert values == [Decimal(n) for n in (2, 42, 52, 19, 3, 2, 8, 30, 39, 75)]
    assert [f.kind for f in figures if f.value is None] == ["direction", "trend"]
    assert [f.kind for f in figures] == [
        "ratio",
        "more",
        "more",
        "disparity",
        "ratio",
        "direction",
        "trend",
        "ratio",
        "ratio",
        "ratio",
        "pair",
    ]


def test_hedged_numbers_keep_their_hedges(site):
    hedged = Figure.objects.exclude(qualifier="", caveat="").order_by("value")
    assert [(f.value, f.qualifier, f.caveat) for f in hedged] == [
        (Decimal(2), "nearly", "often"),
        (Decimal(19), "", "may be due to fewer screenings"),
        (Decimal(30), "more_than", ""),
    ]
    pair = Figure.objects.get(kind="pair")
    assert (pair.period, pair.place, pair.higher_is_better) == ("past two years", "U.S.", True)


def test_the_doubtful_wording_has_a_note_that_readers_never_see(site, client):
    statistic = StatisticPage.objects.get(slug="colorectal-cancer-black-men")
    assert "clinician" in statistic.internal_note
    assert "clinician" not in text_of(client.get(statistic.url))


@pytest.mark.parametrize("address", ["/", "/resources/"])
def test_the_shelves_hold_the_four_resources(site, client, address):
    member, national = soup(client.get(address)).select(".shelf")
    assert [words(shelf.select_one("h2, h3")) for shelf in (member, national)] == SHELVES
    assert member.select(".resource-list li") == []
    assert words(member.select_one(".empty"))
    shown = [
        (words(item.select_one(".publisher")), words(item.a))
        for item in national.select(".resource-list li")
    ]
    assert shown == RESOURCES


def test_nothing_was_added_to_the_library(site):
    assert Shelf.objects.count() == 2
    assert ResourcePage.objects.count() == 4


# What the source lost is never invented


def test_resources_without_an_address_have_no_dead_link(site, client):
    for resource in ResourcePage.objects.all():
        page = soup(client.get(resource.url))
        assert resource.link == ""
        assert page.select_one("article .button") is None
        assert "do not have an address" in words(page.select_one(".empty"))


@pytest.mark.parametrize("address", ["/", "/join/"])
def test_there_is_no_contact_link_while_no_address_is_set(site, client, address):
    assert "mailto:" not in client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/", "/statistics/"])
def test_each_statement_says_that_its_source_is_not_verified(site, client, address):
    sources = soup(client.get(address)).select(".statistic .source")
    assert len(sources) == len(STATEMENTS)
    for source in sources:
        assert "Source not yet verified" in words(source)
        assert NAME in words(source)
        assert source.a is None


def test_each_statistic_says_so_on_its_own_page(site, client):
    for slug in STATEMENTS:
        assert "Source not yet verified" in text_of(client.get(f"/statistics/{slug}/"))


def test_the_settings_hold_what_is_known_and_no_more(site):
    coalition = CoalitionSettings.for_site(site)
    assert (coalition.name, coalition.convenor) == (NAME, "American College of Radiology")
    assert coalition.contact_address == coalition.sender_address == coalition.postal_address == ""
    assert coalition.mail_sender[0] == "American College of Radiology"


def test_the_name_stands_in_header_and_footer(site, client):
    page = soup(client.get("/members/"))
    assert words(page.select_one(".site-header .site-name")) == NAME
    assert NAME in words(page.select_one(".site-footer"))
    assert words(page.title) == f"Members – {NAME}"
