"""What a society's editor sees first: their work, what is missing, and no small numbers."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forms.models import (
    Pledge,
    PledgeAction,
    PledgePage,
    ProblemReport,
    ReportPage,
    Suggestion,
    SuggestionPage,
)
from home.first_screen.pledges import last_months
from members.models import MemberSocietyPage
from resources.models import Link, LinkState, LinkUse, ResourceIndexPage, ResourcePage
from tests import builders
from tests.conftest import logged_in
from tests.markup import soup, text_of, words


@pytest.fixture
def society(site):
    return MemberSocietyPage.objects.get(slug="american-college-of-radiology")


@pytest.fixture
def editor(society):
    return logged_in(builders.society_editor(society))


def test_it_says_what_readers_do_not_find_yet(editor, society):
    assert "Readers do not find yet: a description, a logo" in text_of(editor.get("/admin/"))


def test_what_a_draft_holds_is_not_missing(editor, society):
    society.description = "<p>We.</p>"
    society.website = "https://society.example/"
    society.save_revision()
    text = text_of(editor.get("/admin/"))
    assert "Readers do not find yet: a logo, your competencies" in text


def draft(society, number):
    page = ResourcePage(title=f"Draft {number}", slug=f"draft-{number}", live=False)
    society.refresh_from_db()
    society.add_child(instance=page)
    page.save_revision()
    return page


def test_it_lists_drafts_and_where_they_stand(editor, society):
    draft(society, 1)
    builders.add(society, ResourcePage(title="Toolkit", slug="toolkit"))
    text = text_of(editor.get("/admin/"))
    assert "Draft 1 Resource Draft, not submitted yet" in text
    assert "Toolkit Resource Live" in text


def test_it_lists_files_that_wait(editor, society):
    for file in (builders.image("Our logo"), builders.document("Our paper")):
        file.collection = society.section.drafts
        file.save()
    text = text_of(editor.get("/admin/"))
    assert "Our logo" in text
    assert "Our paper" in text


def sign(society, number, status="confirmed", months_ago=0):
    """Let so many sign; those who confirmed did so in the middle of a month."""
    page = PledgePage.objects.get()
    then = last_months()[0] - timedelta(days=30 * months_ago)
    confirmed = timezone.make_aware(datetime(then.year, then.month, 15))
    known = Pledge.objects.count()
    for n in range(known, known + number):
        Pledge.objects.create(
            page=page,
            wording=page.current_wording,
            name="Ada Roe",
            email=f"ada{n}@example.org",
            society=society,
            language="en",
            status=status,
            confirmed_at=confirmed if status == "confirmed" else None,
        )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Fewer than ten"),
        (9, "Fewer than ten"),
        (10, "Pledges that name us At least 10"),
        (29, "Pledges that name us At least 20"),
    ],
)
def test_pledges_are_counts_and_small_ones_are_hidden(editor, society, number, words):
    sign(society, number)
    response = editor.get("/admin/")
    assert words in text_of(response)
    assert "ada0@" not in response.content.decode()


def trend(browser):
    """What the table says of each month, the latest first."""
    rows = soup(browser.get("/admin/")).select("table.told tbody tr")
    return [[words(cell) for cell in row.select("th, td")][1] for row in rows]


def test_the_trend_shows_twelve_months_and_no_small_one(editor, society):
    sign(society, 12)
    sign(society, 25, months_ago=2)
    sign(society, 9, months_ago=5)
    sign(society, 40, months_ago=20)
    told = trend(editor)
    assert len(told) == 12
    assert told[0] == "at least 10"
    assert told.count("at least 20") == 1
    assert told.count("fewer than ten") == 10
    bars = soup(editor.get("/admin/")).select("table.told rect")
    assert sorted(int(bar["width"]) for bar in bars)[-2:] == [50, 100]


def test_months_are_named(editor, society):
    sign(society, 10)
    month = words(soup(editor.get("/admin/")).select_one("table.told tbody th"))
    assert month == last_months()[0].strftime("%B %Y")


def test_there_is_no_table_while_there_are_few(editor, society):
    sign(society, 9)
    assert trend(editor) == []


@pytest.mark.parametrize("months_ago", [0, 1])
def test_neither_subtracting_nor_another_look_tells_who_came_between(editor, society, months_ago):
    sign(society, 12)
    sign(society, 20, months_ago=2)
    before = text_of(editor.get("/admin/"))
    sign(society, 1, months_ago=months_ago)
    assert text_of(editor.get("/admin/")) == before
    sign(society, 6, months_ago=months_ago)
    assert text_of(editor.get("/admin/")) == before


def test_the_order_of_actions_tells_nothing_that_is_hidden(editor, society):
    page = PledgePage.objects.get()
    for text in ("A later action", "An action", "Another action"):
        page.actions_to_tick.add(PledgeAction(text=text))
    page.save_revision().publish()
    sign(society, 20)
    before = actions(editor)
    keys = [str(action.translation_key) for action in page.actions_to_tick.all()]
    tick(1, keys[1])
    tick(2, keys[2])
    assert actions(editor) == before
    tick(11, keys[2])
    assert actions(editor)[0] == ("Another action", "at least 10")


def tick(number, key):
    """Let so many signers have ticked an action, and none of the others."""
    chosen = Pledge.objects.order_by("pk").values("pk")[:number]
    Pledge.objects.filter(pk__in=list(chosen.values_list("pk", flat=True))).update(ticked=key)


def actions(browser):
    """The lines of the table of actions."""
    table = soup(browser.get("/admin/")).select("table.told")[1]
    cells = [row.select("th, td") for row in table.select("tbody tr")]
    return [(words(row[0]), words(row[1])) for row in cells]


def test_pledges_that_name_its_page_in_another_language_count(editor, society):
    sign(society, 5)
    sign(builders.translate(society), 5)
    assert "At least 10" in text_of(editor.get("/admin/"))


@pytest.mark.parametrize("status", ["pending", "withdrawn", "invalid"])
def test_only_confirmed_pledges_are_counted(editor, society, status):
    sign(society, 12, status)
    assert "Fewer than ten" in text_of(editor.get("/admin/"))


def test_pledges_for_another_society_are_not_counted(editor):
    sign(MemberSocietyPage.objects.get(slug="society-of-interventional-radiology"), 12)
    assert "Fewer than ten" in text_of(editor.get("/admin/"))


def queries(browser):
    """How many queries the first screen takes, once the process is warm."""
    browser.get("/admin/")
    with CaptureQueriesContext(connection) as captured:
        browser.get("/admin/")
    return len(captured)


def test_it_costs_the_same_however_much_there_is(editor, society):
    for n in range(2):
        draft(society, n)
    sign(society, 12)  # from ten on there is more to ask
    before = queries(editor)
    for n in range(2, 12):
        draft(society, n)
        sign(society, 3, months_ago=n)
    assert queries(editor) == before


def contribute(society, numbers):
    """For each number, a suggested draft, a reported problem and a broken link."""
    library = ResourceIndexPage.objects.get()
    form_of_reports, form_of_ideas = ReportPage.objects.get(), SuggestionPage.objects.get()
    report = {"page": form_of_reports, "wording": form_of_reports.current_wording}
    idea = {"page": form_of_ideas, "wording": form_of_ideas.current_wording, "title": "An idea"}
    for n in numbers:
        own = builders.resource(f"Own {n}", below=society, slug=f"own-{n}")
        ProblemReport.objects.create(resource=own, message=f"Not there {n}", **report)
        link = Link.objects.create(address=f"https://gone.example/{n}", state=LinkState.GONE)
        LinkUse.objects.create(link=link, page=own, field="address")
        draft, _known = library.take_suggestion(f"https://idea.example/{n}", title=f"Idea {n}")
        Suggestion.objects.create(resource=draft, why=f"Why {n}", **idea)


@pytest.mark.parametrize("who", ["editor", "communications"])
def test_it_costs_the_same_however_much_was_contributed(request, society, who):
    browser = request.getfixturevalue(who)
    contribute(society, range(2))
    before = queries(browser)
    contribute(society, range(2, 9))
    text = text_of(browser.get("/admin/"))
    assert "Not there 8" in text
    assert ("Why 8" if who == "communications" else "gone.example/8") in text
    assert queries(browser) == before


def test_staff_see_the_screen_of_staff(communications):
    assert "Pledges that name us" not in text_of(communications.get("/admin/"))
