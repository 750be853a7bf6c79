"""The directory: who was in the coalition on which day, by kind, level and letter."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from members.alphabet import letter_of, sorting_key
from members.models import MemberIndexPage, Membership, SocietyName
from tests import builders
from tests.home.seed_sentences import SOCIETIES
from tests.many_societies import many_societies
from tests.markup import soup, words

LONG = "x" * 10_000
DAY = date(2021, 8, 2)


@pytest.fixture
def read(site, client):
    """The directory as a reader sees it with these choices."""

    def read(address="/members/", **choices):
        response = client.get(address, choices)
        assert response.status_code == 200
        return soup(response)

    return read


def names(page):
    return [words(name) for name in page.select(".member-wall .member-name")]


def options(page, facet):
    """Each option of a facet and its count."""
    links = page.select(f".facet-{facet} a")
    return dict(words(link).rsplit(" ", 1) for link in links)


def chosen(page, facet):
    return words(page.select_one(f".facet-{facet} [aria-current]")).rsplit(" ", 1)[0]


def link(page, facet, label):
    """Where an option leads, as a path and what was chosen."""
    [found] = [a for a in page.select(f".facet-{facet} a") if words(a).rsplit(" ", 1)[0] == label]
    parts = urlsplit(found["href"])
    return parts.path, {name: value for name, [value] in parse_qs(parts.query).items()}


def status(page):
    return words(page.select_one("[role=status]"))


# Days


@pytest.fixture
def dated(site):
    """A society that was a member for two years around DAY, and is none any more."""
    page = builders.society(
        "Dated Society", level="general", start=date(2020, 1, 1), end=date(2021, 12, 31), slug="d"
    )
    Membership.objects.create(society=page, level="former", start=date(2022, 1, 1), source="A")
    return page


@pytest.mark.parametrize(
    ("on", "is_there"),
    [
        ("2019-12-31", False),
        ("2020-01-01", True),
        ("2021-08-02", True),
        ("2021-12-31", True),
        ("2022-01-01", False),
        ("", False),
    ],
)
def test_who_was_in_the_coalition_on_a_day(dated, read, on, is_there):
    page = read(on=on)
    assert ("Dated Society" in names(page)) is is_there
    assert ("Dated Society" in words(page.select_one(".page-head .lead"))) is is_there


def test_a_past_day_has_its_own_sentence_heading_count_and_title(dated, read):
    page = read(on="2021-08-02")
    sentence = words(page.select_one(".page-head .lead"))
    assert sentence.startswith("On Aug. 2, 2021, the coalition included the American Board of")
    assert "will soon join" not in sentence
    assert words(page.select_one("#shown")) == "Members on Aug. 2, 2021"
    assert status(page).startswith("9 societies are recorded as members.")
    assert words(page.title).startswith("Members, Aug. 2, 2021 –")
    assert page.select_one("input[name=on]")["value"] == "2021-08-02"


def test_today_is_the_default(read):
    page = read()
    assert words(page.select_one("#shown")) == "Members today"
    assert status(page).startswith("8 societies are members.")
    assert "will soon join" in words(page.select_one(".page-head .lead"))
    today = read(on=timezone.localdate().isoformat())
    assert words(today.select_one("#shown")) == "Members today"
    assert today.select_one("link[rel=canonical]")["href"].endswith("/members/")


def test_the_home_page_says_the_same_sentence(read):
    sentences = [
        words(read(a).select_one(f"{where} .lead"))
        for a, where in [("/", "section[aria-labelledby=members]"), ("/members/", ".page-head")]
    ]
    assert sentences[0] == sentences[1]


def test_what_is_not_recorded_is_said_once(dated, read):
    said = "For 8 of them the first day is not recorded; they are counted on every earlier day."
    assert text_of_page(read(on="2021-08-02")).count(said) == 1
    assert "For 1 of them the first day is not recorded; it is" in status(read(kind="board"))
    Membership.objects.filter(start=None).update(start=date(2000, 1, 1))
    assert "not recorded" not in text_of_page(read())


def text_of_page(page):
    return words(page.body)


def test_nobody_was_a_member(read):
    Membership.objects.update(start=date(2022, 1, 1))
    page = read(on="2021-08-02")
    assert status(page) == "No society was a member on that day."
    assert not page.select(".member-wall, .page-head .lead")


def test_a_past_day_has_the_names_of_that_day(dated, read):
    dated.title = "Society of Today"
    dated.save()
    SocietyName.objects.create(society=dated, name="Dated Society")
    SocietyName.objects.create(society=dated, name="Society of Today", since=date(2021, 9, 1))
    page = read(on="2021-08-02")
    assert "Dated Society" in names(page)
    assert "Dated Society" in words(page.select_one(".page-head .lead"))
    assert options(page, "letter")["D"] == "1"
    [tile] = [li for li in page.select(".member-wall li") if "Dated" in words(li)]
    assert "today Society of Today" in words(tile)
    later = read(on="2021-09-01")
    assert "Society of Today" in names(later)
    assert "Dated Society" not in text_of_page(later)


def test_a_society_that_readers_may_not_see_was_never_there(dated, read):
    builders.hide(dated)
    page = read(on="2021-08-02")
    assert "Dated" not in text_of_page(page)
    assert "D" not in options(page, "letter")


# Filters


def test_from_a_to_z_whatever_the_coalitions_order(read):
    builders.society("Ärztliche Vereinigung", slug="arzt", order=5000)
    builders.society("ZEBRA", slug="zebra", order=1)
    builders.society("zeal", slug="zeal", order=2)
    expected = [*SOCIETIES, "Ärztliche Vereinigung", "ZEBRA", "zeal"]
    assert names(read()) == sorted(expected, key=sorting_key)
    assert names(read())[-2:] == ["zeal", "ZEBRA"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ärzte", "A"),
        ("ñandú", "N"),
        ("“Quoted”", "Q"),
        ("3D Society", "other"),
        ("", "other"),
        ("Общество", "other"),
        ("...", "other"),
    ],
)
def test_the_letter_of_a_name(name, letter):
    assert letter_of(name) == letter


def test_the_counts_of_the_choices(read):
    page = read()
    assert options(page, "level") == {"All members": "8", "Convenor": "1"}
    assert options(page, "kind") == {
        "All kinds": "8",
        "Board": "1",
        "College": "1",
        "Specialty society": "4",
        "Section of a larger body": "2",
    }
    assert options(page, "letter") == {"A to Z": "8", "A": "3", "R": "2", "S": "3"}


def test_each_count_is_what_its_link_shows(dated, read):
    builders.society("Future", level="prospective", slug="future", kind="board")
    page = read(on="2021-08-02", kind="board")
    links = page.select(".facet a")
    assert len(links) == 9
    for found in links:
        count = int(words(found).rsplit(" ", 1)[1])
        assert len(names(read(f"/members/{found['href'].removeprefix('/members/')}"))) == count


def test_a_link_keeps_the_other_choices(read):
    page = read(on="2021-08-02", kind="specialty", letter="S", page=1)
    kept = {"on": "2021-08-02", "kind": "specialty", "letter": "S"}
    assert link(page, "kind", "Section of a larger body")[1] == {**kept, "kind": "section"}
    assert link(page, "kind", "All kinds")[1] == {"on": "2021-08-02", "letter": "S"}
    assert link(page, "letter", "A")[1] == {**kept, "letter": "A"}
    assert link(read(kind="board"), "kind", "All kinds") == ("/members/", {})


def test_the_choices_narrow_the_list_and_not_the_sentence(read):
    page = read(kind="specialty", letter="S")
    assert names(page) == [
        "Society of Chairs of Academic Radiology Departments",
        "Society of Interventional Radiology",
    ]
    assert status(page).startswith("2 societies match your choice.")
    assert "American Board" in words(page.select_one(".page-head .lead"))
    assert (chosen(page, "kind"), chosen(page, "letter")) == ("Specialty society", "S")
    assert chosen(page, "level") == "All members"
    assert page.select_one("select[name=kind] [selected]")["value"] == "specialty"


@pytest.mark.parametrize("level", ["former", "prospective"])
def test_others_than_members_are_shown_by_choice(read, level):
    builders.society("Outside Society", level=level, slug="outside")
    assert "Outside Society" not in text_of_page(read())
    page = read(level=level)
    assert names(page) == ["Outside Society"]
    assert words(page.select_one("#shown")) == f"{level.capitalize()} members today"
    assert "Outside" not in words(page.select_one(".page-head .lead"))


def test_nothing_that_matches_leads_back_to_all(read):
    page = read(on="2021-08-02", kind="state")
    assert status(page).startswith("No society matches your choice.")
    assert page.select_one("[role=status] a")["href"] == "?on=2021-08-02"
    assert chosen(page, "kind") == "State society"
    assert read(kind="state").select_one("[role=status] a")["href"] == "/members/"


def test_the_form_asks_the_same_question(read, client):
    page = read(on="2021-08-02", kind="board")
    form = page.select_one("form[role=search]")
    assert form["action"] == "/members/"
    assert form.get("method", "get") == "get"
    fields = {field["name"] for field in form.select("[name]")}
    assert fields == {"on", "kind", "level", "letter"}
    assert names(read(on="", kind="", level="", letter="")) == names(read())


# Addresses


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("?on=&kind=&level=&letter=&page=1", ""),
        ("?letter=S&kind=specialty&on=2021-8-2", "?on=2021-08-02&kind=specialty&letter=S"),
        ("?kind=board&kind=college&unknown=1", "?kind=college"),
        ("?page=2", "?page=2"),
    ],
)
def test_there_is_one_address_for_each_state(read, query, canonical):
    many_societies(30)
    builders.translate(MemberIndexPage.objects.get())
    page = read(f"/members/{query}")
    assert page.select_one("link[rel=canonical]")["href"].endswith(f"/members/{canonical}")
    other = page.select_one("link[rel=alternate][hreflang=es]")
    assert other["href"].endswith(f"/es/members/{canonical}")
    assert page.select_one("nav a[lang=es]")["href"] == f"/es/members/{canonical}"


def test_in_spanish_form_and_links_stay_in_spanish(read):
    builders.translate(MemberIndexPage.objects.get(), title="Miembros")
    page = read("/es/members/", on="2021-08-02", letter="S")
    assert page.select_one("form[role=search]")["action"] == "/es/members/"
    assert names(page) == sorted(name for name in SOCIETIES if name.startswith("S"))
    for found in page.select(".facet a"):
        assert found["href"].startswith(("?", "/es/members/"))
    assert page.select_one("[lang=en][hreflang=en]")["href"].startswith("/members/?on=")


def test_a_translation_knows_the_names_from_before_it(dated, read):
    SocietyName.objects.create(society=dated, name="First Society")
    SocietyName.objects.create(society=dated, name="Dated Society", since=date(2021, 9, 1))
    builders.translate(dated, title="Sociedad con fechas")
    assert "First Society" in names(read("/es/members/", on="2021-08-02"))
    assert "Sociedad con fechas" in names(read("/es/members/", on="2021-09-01"))
    assert "First Society" in names(read(on="2021-08-02"))


# What cannot be read


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", "0000-00-00"),
        ("on", "2021-02-30"),
        ("on", "10000-01-01"),
        ("on", "yesterday"),
        ("on", "٢٠٢١-٠٨-٠٢"),
        ("on", "2021-08-02T00:00:00"),
        ("on", " "),
        ("on", "2021-\x00-02"),
        ("on", LONG),
        ("on", '"><script>alert(1)</script>'),
        ("kind", "nonsense"),
        ("kind", "\x00"),
        ("kind", LONG),
        ("level", "Convenor"),
        ("level", "'"),
        ("letter", "zz"),
        ("letter", "\ud83d\ude00"),
        ("letter", "\x00"),
    ],
)
@pytest.mark.parametrize("address", ["/members/", "/es/members/"])
def test_nonsense_is_refused_beside_its_field_and_kept(site, client, address, field, value):
    if address.startswith("/es/"):
        builders.translate(MemberIndexPage.objects.get())
    value = value.encode("utf-16", "surrogatepass").decode("utf-16")
    response = client.get(address, {"page": "99", field: value})
    assert response.status_code == 422
    page = soup(response)
    control = page.select_one(f"[name={field}]")
    errors = control.find_parent(class_="field").select_one(".errorlist")
    assert words(errors)
    assert errors["id"] in control["aria-describedby"].split()
    kept = control.select_one("[selected]") if control.name == "select" else control
    assert "\x00" in value or kept["value"] == value
    assert control.get("type") in ("text", None)
    assert not page.select(".member-wall, .facet, main script")


def test_the_other_choices_are_kept_beside_an_error(site, client):
    page = soup(client.get("/members/", {"on": "x", "kind": "board", "letter": "S"}))
    assert page.select_one("[name=kind] [selected]")["value"] == "board"
    assert page.select_one("[name=letter] [selected]")["value"] == "S"
    assert len(page.select(".field-wrong")) == 1
    assert words(page.title).startswith("Error:")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", " 2021-08-02 "])
@pytest.mark.parametrize("letter", ["", "S", "other"])
def test_no_day_breaks_the_directory(read, day, letter):
    assert read(on=day, letter=letter).select_one("#shown")


@pytest.mark.parametrize("number", ["0", "-1", "2", "9" * 400, "abc", "", "1.5", "\x00", LONG])
def test_a_page_that_there_is_not_is_not_found(site, client, number):
    assert client.get("/members/", {"page": number}).status_code == 404


@pytest.mark.parametrize("query", ["on[]=a", "%00=a", "on=a&on=2021-08-02", "=&=&", "kind=&kind="])
def test_no_question_breaks_the_directory(site, client, query):
    assert client.get(f"/members/?{query}").status_code == 200


def test_an_answer_to_nonsense_is_kept_by_no_cache(site, client):
    assert "no-store" in client.get("/members/?on=x")["Cache-Control"]
    assert "public" in client.get("/members/?on=2021-08-02")["Cache-Control"]


# Pages of the list


def test_thirty_societies_at_a_time(read):
    many_societies(40)
    first, second = read(kind="", unknown="1"), read(page=2)
    assert (len(names(first)), len(names(second))) == (30, 18)
    together = names(first) + names(second)
    assert together == sorted(set(together), key=sorting_key)
    assert status(first).startswith("48 societies are members.")
    onward = first.select_one(".pagination [rel=next]")["href"]
    assert onward == "?page=2"
    assert read(on="2021-08-02").select_one("[rel=next]")["href"] == "?on=2021-08-02&page=2"
    assert ", page 2 –" in words(second.title)


def test_tomorrow_is_told_as_what_is_known(read):
    tomorrow = timezone.localdate() + timedelta(days=1)
    Membership.objects.filter(society__slug="american-board-of-radiology").update(
        end=timezone.localdate()
    )
    page = read(on=tomorrow.isoformat())
    assert words(page.select_one(".page-head .lead")).startswith("As far as is known, on ")
    assert "American Board of Radiology" not in names(page)
