"""Terms and sources: kept once, shown everywhere, each with a page that assembles itself."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from forms.models import PledgePage
from forms.models.pledge_parts import PledgeAction
from resources.models import FormerName, Source, Term
from tests import builders
from tests.builders import figure
from tests.markup import soup, text_of, words


@pytest.fixture
def black_women(site):
    return Term.objects.get(wordings__name="Black women")


def edit(browser, term, **changes):
    address = reverse("resources_terms:edit", args=[term.pk])
    wordings = [
        {"id": w.pk, "language": w.language, "name": w.name, "predicate": w.predicate}
        for w in term.wordings.all()
    ]
    wordings[0] |= changes
    formsets = {"wordings": inline_formset(wordings, initial=len(wordings))}
    formsets["former_names"] = inline_formset([])
    return browser.post(address, {"kind": term.kind, **nested_form_data(formsets)})


def test_a_rename_changes_every_page_and_the_old_name_is_still_found(
    communications, client, black_women
):
    assert edit(communications, black_women, name="Women who are Black").status_code == 302
    for address in ("/", "/statistics/breast-cancer-black-women/", black_women.address):
        assert "Women who are Black" in text_of(client.get(address))
    kept = FormerName.objects.get(term=black_women)
    assert (kept.name, kept.until) == ("Black women", timezone.localdate())
    found = soup(client.get("/search/?q=women+who+are+black")).select(".results a")
    assert "Breast cancer deaths among Black women" in [words(a) for a in found]


def test_a_name_that_another_term_has_is_refused_beside_the_field(communications, black_women):
    answer = edit(communications, black_women, name="White women")
    assert "Another term of this kind has this name already." in text_of(answer)
    assert Term.objects.get(pk=black_women.pk).name == "Black women"


def test_the_list_says_of_which_kind_each_is(communications):
    page = soup(communications.get(reverse("resources_terms:index"), {"kind": "outcome"}))
    assert [words(heading) for heading in page.select("thead th")][1] == "Kind"
    assert {words(row.select("td")[1]) for row in page.select("tbody tr")} == {
        "Outcome: what is counted"
    }


def test_what_is_in_use_cannot_be_deleted(communications, black_women):
    one = figure()
    source = builders.source()
    one.sources = [source]
    builders.statistic(figures=[one])
    for name, row in (("terms", black_women), ("sources", source)):
        delete = reverse(f"resources_{name}:delete", args=[row.pk])
        answer = communications.post(delete, follow=True)
        assert "other things of the site need it" in text_of(answer)
        row.refresh_from_db()


def test_what_is_not_in_use_can(communications, site):
    source = builders.source()
    communications.post(reverse("resources_sources:delete", args=[source.pk]))
    assert not Source.objects.exists()


@pytest.mark.parametrize("view", ["resources_terms:index", "resources_sources:index"])
def test_societies_keep_none_of_them(site, client, view):
    client.force_login(builders.society_editor(builders.society()))
    assert client.get(reverse(view)).status_code in (302, 403)


@pytest.mark.parametrize(
    ("kind", "name"),
    [("population", "white women"), ("outcome", "death from breast cancer"), ("topic", "Cancer")],
)
def test_the_page_of_a_term_has_what_is_about_it(site, client, kind, name):
    term = Term.objects.get(kind=kind, wordings__name=name)
    page = soup(client.get(term.address))
    assert words(page.h1) == name
    titles = [words(title) for title in page.select(".statistic-title")]
    assert "Breast cancer deaths among Black women" in titles
    assert "Mammograms without health insurance" not in titles


def test_it_has_resources_and_what_readers_can_do(site, client):
    pledge = PledgePage.objects.get()
    PledgeAction.objects.create(page=pledge, text="Extend our hours", locale=pledge.locale)
    cancer = Term.objects.get(wordings__name="Cancer")
    builders.resource("A toolkit", about=[cancer])
    builders.resource("Something else")
    builders.resource("A draft", about=[cancer]).unpublish()
    text = text_of(client.get(cancer.address))
    assert "A toolkit" in text
    assert "Extend our hours" in text
    assert "A draft" not in text
    assert "Something else" not in text


def test_of_what_is_not_published_nothing_is_told(site, client):
    builders.statistic(figures=[figure(group="The secret group")]).unpublish()
    hidden = Term.objects.get(wordings__name="The secret group")
    assert client.get(hidden.address).status_code == 404
    assert "secret" not in text_of(client.get("/populations/"))
    assert client.get("/populations/nobody/").status_code == 404


def test_the_ways_in_count_statistics(site, client):
    listed = [words(item) for item in soup(client.get("/topics/")).select(".terms li")]
    assert listed[:2] == ["Cancer 4", "Screening 2"]
    ways = soup(client.get("/statistics/")).select(".ways-in h2")
    assert [words(heading) for heading in ways] == ["Populations", "Outcomes", "Topics"]


def test_a_source_lists_every_figure_that_rests_on_it(site, client):
    source = builders.source("The Report", "The Journal", licence="CC BY 4.0")
    one, two = figure(group="One"), figure(group="Two")
    one.sources = two.sources = [source]
    builders.statistic("First", figures=[one])
    builders.statistic("Second", figures=[two])
    draft = figure(group="Three")
    draft.sources = [source]
    builders.statistic("Third", figures=[draft]).unpublish()
    text = text_of(client.get(source.page_address))
    assert "One: death" in text
    assert "Two: death" in text
    assert "Three" not in text
    assert "CC BY 4.0" in text


def test_a_source_on_which_nothing_published_rests_is_not_found(site, client):
    assert client.get(builders.source().page_address).status_code == 404
