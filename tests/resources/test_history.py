"""Published numbers have a history: versions, corrections, what took their place, what is gone."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, TranslationSource

from resources.figures.kept import label_of, rows_of
from resources.figures.record import CLAIM
from resources.history import keep_versions
from resources.models import Correction, Figure, FigureVersion, StatisticPage
from tests import builders
from tests.builders import figure
from tests.markup import soup, words


@pytest.fixture
def page(site):
    """A published statistic with one figure: 42% more."""
    return published(builders.statistic(figures=[figure()], statement="It is so."))


def published(page, correction="", **changes):
    """The page published as it is, or with other values of its first figure."""
    page = StatisticPage.objects.get(pk=page.pk)
    page = page.get_latest_revision_as_object() if page.latest_revision_id else page
    figures = list(page.figures.all())
    for name, value in changes.items():
        setattr(figures[0], name, value)
    page.figures = figures
    if correction:
        page.corrections = [*page.corrections.all(), Correction(text=correction)]
    page.save_revision().publish()
    return StatisticPage.objects.get(pk=page.pk)


def versions(page):
    """Number, value, and whether it still stands, of the versions of a page's figures."""
    found = FigureVersion.objects.filter(page=page)
    return [(v.number, v.record["value"], v.replaced_at is None) for v in found]


def test_what_the_seed_says_is_kept_when_it_is_loaded(site):
    kept = FigureVersion.objects.all()
    assert {v.figure_key for v in kept} == set(
        Figure.objects.values_list("translation_key", flat=1)
    )
    assert {(v.number, v.replaced_at) for v in kept} == {(1, None)}


def test_each_new_claim_is_a_version_and_nothing_else_is(page):
    published(page)
    published(page, unsourced_reason="Another.", sort_order=7)
    assert versions(page) == [(1, "42", True)]
    published(page, value=Decimal("38"), correction="42% was wrong: it is 38%.")
    published(page, value=Decimal("38.0000"))
    assert versions(page) == [(1, "42", False), (2, "38", True)]
    first, second = FigureVersion.objects.filter(page=page)
    assert first.replaced_at == second.published_at
    assert first.correction is None
    assert second.correction.text == "42% was wrong: it is 38%."
    assert second.correction.published_at == second.published_at


def test_another_statement_is_another_version(page):
    page.statement = "It is otherwise."
    page.save_revision().publish()
    assert [v.record["statement"] for v in FigureVersion.objects.filter(page=page)] == [
        "It is so.",
        "It is otherwise.",
    ]


def test_a_figure_that_leaves_the_page_no_longer_stands(page):
    page.figures = []
    page.save_revision().publish()
    assert versions(page) == [(1, "42", False)]


def test_what_is_unpublished_no_longer_stands_and_what_comes_back_stands_again(page):
    page.unpublish()
    assert versions(page) == [(1, "42", False)]
    published(page)
    assert versions(page) == [(1, "42", False), (2, "42", True)]


def test_a_page_that_waits_for_its_day_says_nothing_yet(site):
    page = builders.statistic()
    page.live, page.go_live_at = False, timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    assert versions(page) == []


def test_versions_of_a_deleted_page_stay(page):
    page.delete()
    assert FigureVersion.objects.filter(page=None, replaced_at__isnull=False).count() == 1


def test_a_translation_has_versions_of_its_own(page):
    for parent in [*page.get_ancestors().filter(depth__gt=1).specific()]:
        if not parent.has_translation(Locale.objects.get(language_code="es")):
            builders.translate(parent)
    source, _ = TranslationSource.get_or_create_from_instance(page)
    spanish = Locale.objects.get(language_code="es")
    translated_by_localize(source, spanish, {"It is so.": "Es así."})
    published(page, value=Decimal("38"), correction="Wrong.")
    found = {
        (v.language, v.number): v.record
        for v in FigureVersion.objects.filter(figure_key=page.figures.get().translation_key)
    }
    assert set(found) == {("en", 1), ("en", 2), ("es", 1), ("es", 2)}
    assert found["es", 1]["statement"] == "Es así."
    assert (found["es", 1]["value"], found["es", 2]["value"]) == ("42", "38")
    source.update_from_db()
    translated_by_localize(source, spanish, {"Wrong.": "Mal."})
    (correction,) = page.get_translation(spanish).corrections.all()
    assert correction.text == "Mal."


def translated_by_localize(source, locale, texts):
    """Translate some texts as staff do, and publish."""
    for segment in source.stringsegment_set.select_related("string", "context"):
        if segment.string.data in texts:
            StringTranslation.objects.create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                data=texts[segment.string.data],
            )
    revision = source.create_or_update_translation(locale, publish=False, fallback=True)[0]
    revision.get_latest_revision().publish()


def test_figures_that_were_live_before_are_kept_once(site):
    page = builders.statistic()
    call_command("keep_figure_versions")
    call_command("keep_figure_versions")
    assert versions(page) == [(1, "42", True)]


def test_what_was_published_is_neither_changed_nor_deleted(page):
    version = FigureVersion.objects.filter(page=page).get()
    version.record["value"] = "7"
    for act in (
        version.save,
        version.delete,
        FigureVersion.objects.all().delete,
        lambda: FigureVersion.objects.update(record={}),
        lambda: FigureVersion.objects.bulk_update([version], ["record"]),
    ):
        with pytest.raises(ProtectedError), transaction.atomic():
            act()
    assert versions(page) == [(1, "42", True)]


def test_no_revision_takes_back_a_published_correction(page):
    before = page.latest_revision
    published(page, value=Decimal("38"), correction="Wrong.")
    key = page.figures.get().pk
    before.publish()
    assert [c.text for c in page.corrections.all()] == ["Wrong."]
    assert page.corrections.get().published_at
    assert page.figures.get().pk == key


def test_what_points_to_a_figure_goes_on_to_when_its_revision_is_published_again(page):
    page.figures = [*page.figures.all(), builders.with_saved_terms(figure("ratio", value=2))]
    revision = page.save_revision()
    revision.publish()
    added = Figure.objects.get(page=page, kind="ratio")
    old = published(builders.statistic("Old", [figure(superseded_by=added)], slug="old"))
    revision.publish()
    assert old.figures.get().superseded_by.translation_key == added.translation_key


def test_keeping_versions_costs_the_same_for_one_and_for_twenty(site):
    numbers = []
    for count in (1, 20):
        page = builders.statistic(figures=[figure() for _ in range(count)], slug=f"n{count}")
        keep_versions(page)
        Figure.objects.filter(page=page).update(value=7)
        Correction.objects.create(page=page, text="Wrong.", locale=page.locale)
        with CaptureQueriesContext(connection) as captured:
            keep_versions(page)
        assert FigureVersion.objects.filter(page=page).count() == 2 * count
        numbers.append(len(captured))
    assert numbers[0] == numbers[1]


def address(page, *rest):
    """The address of a page's first figure, or of a version of it."""
    key = page.figures.first().translation_key
    return f"/figures/{key}/" + "".join(f"{part}/" for part in rest)


@pytest.fixture
def corrected(page):
    """The statistic after a correction: 38% more."""
    return published(page, value=Decimal("38"), correction="It is 38%, not 42%.")


def day(shown):
    return shown.select_one("time")["datetime"][:10]


TODAY = timezone.localdate


def test_the_figure_says_what_it_was_and_the_page_what_changed(corrected, client):
    shown = soup(client.get(address(corrected))).select_one(".figure-history")
    assert "It was 42% more until" in words(shown)
    assert "It is 38%, not 42%." in words(shown)
    assert shown.a["href"] == address(corrected, "versions", 1)
    assert day(shown) == str(TODAY())
    corrections = soup(client.get(corrected.url)).select_one(".corrections")
    assert words(corrections.li).startswith("Correction, ")
    assert "It is 38%, not 42%." in words(corrections)
    assert day(corrections) == str(TODAY())


def test_an_earlier_version_can_be_read_at_its_own_address(corrected, client):
    shown = soup(client.get(address(corrected, "versions", 1)))
    assert "This is an earlier version. It stood here from" in words(shown.select_one(".lead"))
    assert [day(shown), shown.select_one("meta[name=robots]")["content"]] == [
        str(TODAY()),
        "noindex",
    ]
    rows = {words(row.th): words(row.td) for row in shown.select("tr")}
    expected = {"Value": "42", "Outcome": "death", "Group": "Some", "Statement": "It is so."}
    assert expected.items() <= rows.items()
    assert "42% higher" in words(shown.main)
    assert shown.select_one(".page-head .more")["href"] == address(corrected)
    current = soup(client.get(address(corrected, "versions", 2)))
    assert "has stood here since" in words(current.select_one(".lead"))
    assert client.get(address(corrected, "versions", 3)).status_code == 404
    assert client.get(address(corrected, "versions", 10**30)).status_code == 404
    assert client.get("/es" + address(corrected, "versions", 1)).status_code == 404


def test_a_figure_that_was_superseded_points_on(page, client):
    new = published(builders.statistic("New", [figure(value=7)], slug="new"))
    old = published(page, superseded_by=new.figures.get())
    shown = soup(client.get(address(old))).select_one(".figure-history")
    assert "This figure was superseded by 7% more: Some: death." in words(shown)
    assert "It was 42% more until" in words(shown)
    assert shown.a["href"] == address(new)
    assert words(soup(client.get("/statistics/")).select_one(".superseded")) == "Superseded"
    translated = builders.translate(new, title="Nueva")
    builders.translate(old)
    assert soup(client.get(f"/es{address(old)}")).select_one(".figure-history a")["href"] == (
        f"/es{address(new)}"
    )
    translated.unpublish()
    builders.hide(new)
    assert "superseded by" not in words(soup(client.get(address(old))).main)


@pytest.mark.parametrize(("days", "is_due"), [(-1, True), (0, True), (1, False)])
def test_readers_see_that_a_review_is_due(page, client, days, is_due):
    page.review_on = TODAY() + timedelta(days=days)
    page.on_home_page = True
    page.save()
    for where in (page.url, address(page), "/statistics/", "/"):
        assert bool(soup(client.get(where)).select(".review-due time")) == is_due, where


def test_what_is_gone_keeps_its_address(corrected, client):
    at = address(corrected)
    corrected.unpublish()
    response = client.get(at)
    assert response.status_code == 410
    shown = soup(response)
    assert "This figure was withdrawn on" in words(shown.select_one(".lead"))
    assert day(shown) == str(TODAY())
    assert "38% higher" in words(shown.main)
    assert client.get(f"/es{at}").status_code == 302
    assert "no longer published" in words(soup(client.get(f"{at}versions/1/")).main)
    corrected.delete()
    assert client.get(at).status_code == 410


def test_so_does_a_figure_that_left_its_page(corrected, client):
    at = address(corrected)
    corrected.figures = []
    corrected.save_revision().publish()
    assert client.get(at).status_code == 410


@pytest.mark.parametrize("gone", ["live", "unpublished", "deleted"])
@pytest.mark.parametrize("above", [False, True], ids=["the page", "its parent"])
def test_what_is_hidden_is_not_found(corrected, client, gone, above):
    at = address(corrected)
    builders.hide(corrected.get_parent() if above else corrected)
    if gone != "live":
        corrected.unpublish() if gone == "unpublished" else corrected.delete()
    assert client.get(at).status_code == 404
    assert client.get(f"{at}versions/1/").status_code == 404


def test_a_figure_that_never_was_is_not_found(site, client):
    assert client.get("/figures/00000000-0000-4000-8000-000000000000/").status_code == 404


def test_the_page_of_a_figure_costs_the_same_however_long_its_history(page, client):
    numbers = []
    for values in (["38"], ["37", "36", "35", "34"]):
        for value in values:
            published(page, value=Decimal(value), correction=f"It is {value}%.")
        client.get(address(page))
        with CaptureQueriesContext(connection) as captured:
            client.get(address(page))
        numbers.append(len(captured))
    assert numbers[0] == numbers[1]


def test_every_name_of_a_claim_has_a_label_and_a_row_of_its_own():
    record = dict.fromkeys(CLAIM, "7") | {
        "points": [{"year": 2010, "value": "7", "comparison_value": None}],
        "sources": [{"producer": "The Journal", "title": "The Report"}],
    }
    assert len({label_of(name, Figure) for name in CLAIM}) == len(CLAIM)
    assert len(dict(rows_of(record, Figure))) == len(CLAIM)
    assert dict(rows_of({"base_unit": "per 100"}, Figure)) == {
        "Unit of the measured values": "per 100"
    }


def renamed_group(page):
    wording = page.figures.get().group.wordings.get()
    wording.name = "People of another name"
    wording.save()
    published(page)


def other_statement(page):
    page.statement = "It is otherwise."
    page.save_revision().publish()


def came_back(page):
    page.unpublish()
    published(page)


# What changes a version, but not what its number says; and what the history makes of it.
DETAILS = {
    "a definition": (lambda page: published(page, definition="Adjusted."), "Its details were"),
    "a measured value": (
        lambda page: published(page, base_value=Decimal(2), correction="Added."),
        "Its details were",
    ),
    "a renamed term": (renamed_group, "Its details were changed on"),
    "another statement": (other_statement, "Its details were changed on"),
    "a page that came back": (came_back, "It was withdrawn on"),
}


@pytest.mark.parametrize("change", DETAILS)
def test_the_history_says_what_it_was_only_of_another_number(page, client, change):
    act, said = DETAILS[change]
    act(page)
    shown = soup(client.get(address(page))).select_one(".figure-history")
    assert said in words(shown)
    assert "It was 42%" not in words(shown)
    assert shown.a["href"] == address(page, "versions", 1)


def test_a_correction_stands_only_with_the_figures_that_changed_with_it(site):
    figures = [figure(sort_order=0), figure("ratio", value=3, sort_order=1)]
    page = published(builders.statistic(figures=figures, statement="It is so."))
    page.statement = "It is otherwise."
    page.save_revision()
    page = published(page, value=Decimal("38"), correction="It is 38%.")
    last = page.get_latest_revision_as_object()
    last.figures = explained = list(last.figures.all())
    for each in explained:
        each.definition = "Adjusted."
    last.save_revision().publish()
    found = FigureVersion.objects.filter(page=page).order_by("number")
    announced = [(v.number, v.record["kind"], bool(v.correction)) for v in found]
    assert sorted(announced) == [
        *((1, "more", False), (1, "ratio", False)),
        *((2, "more", True), (2, "ratio", False)),
        *((3, "more", False), (3, "ratio", False)),
    ]


def test_a_figure_that_was_superseded_keeps_a_version_of_another_number(page, client):
    new = published(builders.statistic("New", [figure(value=7)], slug="new"))
    old = published(page, superseded_by=new.figures.get())
    old = published(old, value=Decimal("40"), correction="It was 40% all along.")
    published(old)
    assert versions(old) == [(1, "42", False), (2, "42", False), (3, "40", True)]
    shown = words(soup(client.get(address(old))).select_one(".figure-history"))
    assert "It was 42% more until" in shown
    assert "It was 40% all along." in shown
