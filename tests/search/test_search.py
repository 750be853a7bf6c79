"""What readers find, and what they never find."""

import pytest

from home.models import ContentPage
from members.models import MemberIndexPage, MemberSocietyPage
from tests import builders
from tests.home.seed_sentences import RESOURCES
from tests.markup import soup, text_of, words

LONG = "x" * 10_000


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("hepatitis", "Stomach cancer, hepatitis and tuberculosis among Asian Americans"),
        ("limb amputated", "Amputations among Black Americans with diabetes"),
        ("ACR", "American College of Radiology"),
        ("Bar Association", RESOURCES[2][1]),
        ("AMA’s commitment", RESOURCES[1][1]),
        ("mobilization team", "Radiology Health Equity Coalition"),
        ("will soon join", "Coalition members"),
        ("advancing health equity in your practice", "What you can do"),
    ],
)
def test_words_of_a_page_find_it(find, question, title):
    assert title in find(question)


def test_a_society_is_found_by_its_other_names(find):
    builders.society("Society of Rays", slug="rays", other_names="Gesellschaft der Strahlen")
    assert find("Strahlen") == ["Society of Rays"]


ES = "/es/search/"


def test_a_society_without_a_spanish_page_is_found_in_spanish_as_the_directory_lists_it(
    find, client
):
    page = builders.society("Zeppelin Society", slug="zeppelin", description="<p>Screening.</p>")
    builders.resource("Zeppelin resource")
    builders.translate(builders.society("Society of Rays", slug="rays"), title="Sociedad de rayos")
    listed = text_of(client.get("/es/members/"))
    for society, is_listed in (("Zeppelin Society", True), ("Society of Rays", False)):
        assert (society in listed) is is_listed
        assert (society in find(society, ES)) is is_listed
    assert find("the zeppelins", ES) == ["Zeppelin Society"]  # compared as English is
    assert find("zeppelin", ES, type="society") == ["Zeppelin Society"]
    assert soup(client.get(ES, {"q": "screened"})).select_one(".results p")["lang"] == "en"
    suggested = client.get("/es/search/suggestions/", {"q": "zepp"}).json()
    assert suggested == {"suggestions": ["Zeppelin Society"]}
    builders.hide(page)
    assert find("zeppelin", ES) == []


def test_its_words_are_taken_for_right_in_spanish(find):
    builders.society("Zeppelin Society", slug="zeppelin")
    builders.translate(builders.content_page(title="Airship", slug="airship"), title="Zepelin")
    assert find("zeppelin xylophone", ES) == ["Zeppelin Society"]


def test_words_inside_blocks_are_found(find):
    builders.content_page(("quotation", {"words": "zeppelin", "speaker": "Ada"}), title="Quoted")
    assert find("zeppelin") == ["Quoted"]


def test_what_readers_may_not_see_is_not_found(find):
    builders.society("Zeppelin draft", slug="draft").unpublish()
    builders.hide(builders.society("Zeppelin private", slug="private"))
    assert find("zeppelin") == []


def test_a_page_below_a_private_page_is_not_found(find):
    parent = builders.content_page(title="Members only", slug="only")
    child = ContentPage(title="Zeppelin below", slug="below")
    builders.add(parent, child)
    builders.hide(parent)
    assert find("zeppelin") == []


def test_internal_notes_are_not_found(find):
    builders.statistic("Doubtful", internal_note="zeppelin")
    assert find("zeppelin") == []


@pytest.mark.parametrize("question", ["", "   "])
def test_without_a_question_there_is_only_the_box(site, client, question):
    page = soup(client.get("/search/", {"q": question}))
    assert page.select_one("main input[name=q]")
    assert not page.select("[role=status], .results")


def test_nothing_found_is_said_so(site, client):
    text = text_of(client.get("/search/", {"q": "zeppelin"}))
    assert "Nothing was found for “zeppelin”." in text


def test_what_was_typed_stands_in_the_box_and_is_not_markup(site, client):
    question = '"><script>alert(1)</script>'
    response = client.get("/search/", {"q": question})
    assert soup(response).select_one("main input[name=q]")["value"] == question
    assert "<script>" not in response.content.decode()


# Pages of results


@pytest.fixture
def many(site):
    pages = [MemberSocietyPage(title=f"Zeppelin {n}", slug=f"zeppelin-{n}") for n in range(12)]
    for page in pages:
        builders.add(MemberIndexPage.objects.get(), page)


def test_results_come_ten_at_a_time(many, find):
    first, second = find("zeppelin"), find("zeppelin", page=2)
    assert (len(first), len(second)) == (10, 2)
    assert len({*first, *second}) == 12


def test_the_way_to_the_next_results(many, client):
    page = soup(client.get("/search/", {"q": "zeppelin"}))
    assert words(page.select_one("[role=status]")) == "12 pages found for “zeppelin”."
    after = page.select_one(".pagination a[rel=next]")
    follow = soup(client.get("/search/" + after["href"]))
    assert len(follow.select(".results a")) == 2
    assert follow.select_one(".pagination a[rel=prev]")
    assert not follow.select_one(".pagination a[rel=next]")


def test_a_page_of_results_that_there_is_not_is_not_found(many, client):
    for number in ["0", "-1", "3", "99999", "9" * 400, "abc", "", "1.5", "\x00"]:
        response = client.get("/search/", {"q": "zeppelin", "page": number})
        assert response.status_code == 404, number


@pytest.mark.parametrize("language", ["/search/", "/es/search/"])
@pytest.mark.parametrize("question", ["nul\x00byte", LONG, "\x00"])
def test_a_question_that_cannot_be_asked_is_refused_beside_the_box(
    site, client, language, question
):
    response = client.get(language, {"q": question})
    assert response.status_code == 422
    box = soup(response).select_one("main input[name=q]")
    errors = box.find_parent(class_="field").select_one(".errorlist")
    assert words(errors)
    assert errors["id"] in box["aria-describedby"].split()
    assert "\x00" in question or box["value"] == question


@pytest.mark.parametrize(
    "query",
    [
        "q=%FF%FE",
        "q=%F0%9F%98%80",
        "q='%20OR%201=1--",
        "q=%22unclosed",
        "q=*",
        "q=a%20AND%20NOT",
        "q=%3A%26%7C!()",
        "q=NEAR(a%20b)",
        "q=a&q=b",
        "q[]=a",
        "%00=a",
        "q=a%20" * 90,
        "q=%5C",
        "q=-",
        "q=%C2%A0",
        "q=(a%2B)%2B%24%5B",
        "q=%25_%5C",
        "q=the%20of%20and",
        "q=cancer&type=",
        "q=cancer&type=nonsense",
        "q=cancer&type=%00",
        "q=" + "z%20y%20x%20w%20v%20u%20" * 15,
    ],
)
def test_no_question_breaks_the_search(site, client, query):
    assert client.get(f"/search/?{query}").status_code in (200, 422)


# Another language


def test_only_pages_in_the_language_being_read_are_found(site, client, home):
    page = builders.society("Zeppelin", slug="zeppelin")
    builders.translate(page, title="Dirigible zeppelin")
    found = soup(client.get("/es/search/", {"q": "zeppelin"})).select(".results a")
    assert [(words(a), a["href"]) for a in found] == [
        ("Dirigible zeppelin", "/es/members/zeppelin/")
    ]


# Types


def test_results_can_be_had_by_type(site, client, find):
    builders.society("Zeppelin society", slug="zeppelin")
    builders.resource("Zeppelin resource")
    builders.resource("Another zeppelin")
    page = soup(client.get("/search/", {"q": "zeppelin"}))
    types = {words(a): a["href"] for a in page.select(".search nav .facet a")}
    assert list(types) == ["All 3", "Societies 1", "Resources 2"]
    chosen = soup(client.get("/search/" + types["Resources 2"]))
    assert words(chosen.select_one("[role=status]")) == "2 pages found for “zeppelin”."
    assert len(chosen.select(".results a")) == 2
    assert words(chosen.select_one(".search nav [aria-current]")) == "Resources 2"
    assert find("zeppelin", type="form") == []


def test_a_type_that_there_is_not_is_said_so(site, client):
    response = client.get("/search/", {"q": "cancer", "type": "nonsense"})
    assert response.status_code == 422
    assert "There is no such type of results." in text_of(response)


def test_words_that_are_on_every_page_are_said_to_be(site, client):
    assert "only words that are on nearly every page" in text_of(
        client.get("/search/", {"q": "what is the"})
    )


# Passages


def test_the_passage_that_answers_is_shown_with_its_words_marked(site, client):
    summary = "It begins elsewhere.\nScreenings of <b>rural</b> towns by zeppelin."
    builders.resource("Travelling", summary=summary)
    found = client.get("/search/", {"q": "zeppelin screening"})
    passage = soup(found).select_one(".results p")
    assert words(passage) == "Screenings of <b>rural</b> towns by zeppelin."
    assert [words(mark) for mark in passage.select("mark")] == ["Screenings", "zeppelin"]
