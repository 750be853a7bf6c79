"""Each page type can be made, read, edited and previewed by communications staff."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from home.models import ContentPage, HomePage
from tests import builders
from tests.admin_forms import PUBLISH, add_page, body, edit_page, form_at, preview
from tests.home.page_cases import CASES
from tests.markup import soup, text_of, words

each_type = pytest.mark.parametrize("case", CASES, ids=lambda case: case.page_type.__name__)
# One page of each type of the loaded site.
SLUGS = [
    "home",
    "members",
    "american-college-of-radiology",
    "statistics",
    "breast-cancer-black-women",
    "resources",
    "championing-health-equity-for-all",
    "commit",
    "join",
    "suggest",
    "report-a-problem",
]


def parent_of(case):
    """The parent; indexes, of which there is one, go below a home page of their own."""
    if case.parent == "another":
        top = Page.get_first_root_node()
        return builders.add(top, HomePage(title="Another", slug="another"))
    return Page.objects.get(slug=case.parent)


def read(client, page):
    """What a reader is served; a second home page is looked at as the site's own."""
    home = page.get_ancestors(inclusive=True).type(HomePage).last()
    site = home.get_site() or builders.default_site()
    site.root_page = home
    site.save()
    return client.get(page.get_url())


@each_type
def test_staff_make_a_page_and_readers_read_it(communications, client, case):
    page = add_page(communications, parent_of(case), case.page_type, **case.values)
    response = read(client, page)
    assert response.status_code == 200
    text = text_of(response)
    assert [words for words in case.shows if words not in text] == []
    assert len(soup(response).select("h1")) == 1


@each_type
def test_a_page_of_which_only_the_title_is_known_can_be_previewed(communications, case):
    parent = parent_of(case)
    names = [case.page_type._meta.app_label, case.page_type._meta.model_name, parent.pk]
    add = reverse("wagtailadmin_pages:add", args=names)
    address = reverse("wagtailadmin_pages:preview_on_add", args=names)
    kept = communications.post(
        address, {**form_at(communications, add), **body(), "title": "Half done"}
    )
    assert kept.json()["is_valid"]
    for mode, _ in case.page_type().preview_modes:
        response = communications.get(address, {"mode": mode})
        assert response.status_code == 200
        assert "Half done" in text_of(response) or mode in ("thank-you", "mail")
        assert empty_parts(response) == []
        assert "As of" not in text_of(response)


def empty_parts(response):
    """What a page says nothing in: headings, buttons, labels, the dark band."""
    parts = soup(response).select("main :is(h1, h2, h3, button, label, blockquote, .reading-room)")
    return [str(part) for part in parts if not words(part)]


def test_a_statistic_without_its_words_has_no_band_and_no_data(communications):
    page = builders.statistic(figures=[])
    response = preview(communications, page, statement="")
    assert "not yet verified" not in text_of(response)
    assert "The data" not in text_of(response)
    figures_only = preview(communications, builders.statistic("Another"), statement="")
    assert soup(figures_only).select(".reading-room .numerals")
    assert "The data" in text_of(figures_only)


@pytest.mark.parametrize("slug", SLUGS)
def test_staff_preview_what_they_type_and_readers_do_not_see_it(communications, client, slug):
    page = Page.objects.get(slug=slug)
    response = preview(communications, page, title="A title nobody knows", heading="")
    assert response.status_code == 200
    assert "A title nobody knows" in text_of(response)
    assert "A title nobody knows" not in text_of(client.get(page.url))


@pytest.mark.parametrize("slug", ["commit", "join"])
def test_the_thank_you_page_is_previewed_too(communications, slug):
    page = Page.objects.get(slug=slug)
    response = preview(communications, page, "thank-you", thank_you_heading="Many thanks")
    assert soup(response).h1.get_text(strip=True) == "Many thanks"
    assert not soup(response).select("main form [name=name]")


def test_an_empty_number_of_a_required_kind_is_refused_beside_it(communications):
    page = Page.objects.get(slug="breast-cancer-black-women")
    with pytest.raises(AssertionError, match="This kind of figure needs a value"):
        edit_page(communications, page, **{"figures-0-value": ""})


def test_a_pledge_page_is_not_published_without_its_words(communications):
    fields = ["pledge", "consent_text", "action_label", "mail_subject", "mail_body"]
    address = reverse("wagtailadmin_pages:edit", args=[Page.objects.get(slug="commit").pk])
    emptied = form_at(communications, address) | dict.fromkeys(fields, "") | PUBLISH
    response = communications.post(address, emptied)
    assert set(response.context["form"].errors) == set(fields)


@pytest.mark.parametrize("slug", ["topics", "search", "admin", "es", "healthz"])
def test_no_page_takes_an_address_that_the_site_answers_itself(communications, slug):
    home, values = HomePage.objects.get(), {"title": "A page", "slug": slug}
    with pytest.raises(AssertionError, match="The site itself uses this address"):
        add_page(communications, home, ContentPage, **values)


def test_farther_down_it_may_have_it(communications, client):
    parent = builders.content_page(title="About", slug="about")
    values = {"title": "Search", "slug": "search"}
    page = add_page(communications, parent, ContentPage, **values)
    assert client.get(page.url).status_code == 200


@pytest.mark.parametrize("slug", SLUGS)
def test_an_unpublished_page_is_not_found(communications, client, slug):
    page = Page.objects.get(slug=slug)
    address = page.url
    communications.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert client.get(address).status_code == 404
