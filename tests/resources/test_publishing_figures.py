"""What publishing a figure asks for. A draft can lack all of it, and nothing typed is lost."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from members.models import MemberSocietyPage
from resources.models import Correction, StatisticPage
from tests import builders
from tests.admin_forms import PUBLISH, form_at, mistakes, preview
from tests.builders import figure
from tests.conftest import logged_in
from tests.markup import soup, text_of

SUBMIT = {"action-submit": "action-submit"}
STATEMENT = "Some are 42% more likely to die than others."
CORRECTION = {
    "corrections-TOTAL_FORMS": "1",
    "corrections-0-kind": "correction",
    "corrections-0-text": "It is 38%, not 42%.",
    "corrections-0-ORDER": "1",
}


@pytest.fixture
def page(site):
    """A published statistic that agrees with its figure."""
    return live(builders.statistic(figures=[figure(value=42)], statement=STATEMENT))


def live(page):
    page.save_revision().publish()
    return StatisticPage.objects.get(pk=page.pk)


@pytest.fixture
def send(communications):
    """Change some fields of a page in the admin, and save, submit or publish it."""
    opened = {}

    def send(page, action=PUBLISH, browser=communications, **changes):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        last = (address, Page.objects.get(pk=page.pk).latest_revision_id)
        if last not in opened:
            opened[last] = form_at(browser, address)
        return browser.post(address, {**opened[last], **changes, **action})

    return send


def value_of(page):
    return int(StatisticPage.objects.get(pk=page.pk).figures.get().value)


CHANGED = {"figures-0-value": "38", "statement": STATEMENT.replace("42", "38")}
# What lacks something, and a part of what the editor is told.
LACKING = {
    "a figure without a source needs a reason": (
        {"figures-0-unsourced_reason": ""},
        "Choose a source, or say here why there is none",
    ),
    "a changed number needs a correction": (
        CHANGED,
        "Some: death: “42% more” becomes “38% more” (value)",
    ),
    "so does a changed period": (
        {"figures-0-period": "2019"},
        "becomes “42% more” (period in words)",
    ),
    "so does a figure that is removed": (
        {"figures-0-DELETE": "1", "statement": "No number."},
        "Some: death: “42% more” is no longer there",
    ),
    "a notice does not announce a change": (
        {**CHANGED, **CORRECTION, "corrections-0-kind": "notice"},
        "“42% more” becomes “38% more”",
    ),
    "a statement that disagrees needs a reason": (
        {"statement": "Some are 19% less likely to die."},
        "The statement does not say “42% more”",
    ),
}


@pytest.mark.parametrize("lacking", LACKING)
def test_what_lacks_is_named_and_a_draft_is_saved_all_the_same(page, send, lacking):
    changes, told = LACKING[lacking]
    refused = send(page, **changes)
    assert refused.status_code == 200
    assert told in mistakes(refused)
    typed = form_of(refused)
    assert {name: typed[name] for name in changes if name in typed} == changes
    assert value_of(page) == 42
    assert send(page, action={}, **changes).status_code == 302
    assert value_of(page) == 42


def form_of(response):
    """What stands in the fields of a form that was given back."""
    fields = soup(response).select("#page-edit-form [name]")
    return {field["name"]: value(field) for field in fields}


def value(field):
    chosen = field.select_one("[selected]")
    text = field.text.removeprefix("\n").removeprefix("\r\n")
    return chosen["value"] if chosen else field.get("value", text)


REASONED = {
    "with more about the number": {
        "figures-0-n": "1200",
        "figures-0-definition": "Adjusted for age.",
        "figures-0-missing": "People in prisons.",
        "figures-0-confidence": "95",
    },
    "with a correction": {**CHANGED, **CORRECTION},
    "with a new figure's source": {"figures-0-caveat": ""},
    "with a reason to disagree": {
        "statement": "Some die sooner.",
        "disagreement_reason": "The number stands in the caption.",
    },
}


@pytest.mark.parametrize("reasoned", REASONED)
def test_with_that_it_is_published(page, send, reasoned):
    response = send(page, **REASONED[reasoned])
    assert response.status_code == 302, mistakes(response)
    published = StatisticPage.objects.get(pk=page.pk)
    assert published.statement == REASONED[reasoned].get("statement", STATEMENT)


def test_a_source_is_enough_without_a_reason(page, send):
    one = page.figures.get()
    one.sources = [builders.source()]
    one.save()
    page = live(StatisticPage.objects.get(pk=page.pk))
    response = send(page, **{"figures-0-unsourced_reason": ""})
    assert response.status_code == 302, mistakes(response)


@pytest.mark.parametrize("statistic", range(7))
def test_each_statistic_of_the_seed_can_be_published_again(site, send, statistic):
    response = send(StatisticPage.objects.order_by("path")[statistic])
    assert response.status_code == 302, mistakes(response)


def test_a_new_figure_changes_nothing_that_readers_knew(site, send):
    page = live(builders.statistic(figures=[figure(value=42)], statement=STATEMENT))
    draft = page.get_latest_revision_as_object()
    draft.statement += " Three times as many fall ill."
    draft.figures = [*draft.figures.all(), builders.with_saved_terms(figure("ratio", value=3))]
    draft.save_revision()
    response = send(page)
    assert response.status_code == 302, mistakes(response)
    assert StatisticPage.objects.get(pk=page.pk).figures.count() == 2


@pytest.fixture
def corrected(page, send):
    """The page, its number corrected in public."""
    assert send(page, **CHANGED, **CORRECTION).status_code == 302
    return StatisticPage.objects.get(pk=page.pk)


FORGED = {
    "another text": {"corrections-0-text": "It was always 38%."},
    "another kind": {"corrections-0-kind": "notice"},
    "no text": {"corrections-0-text": ""},
    "deleted": {"corrections-0-DELETE": "1"},
    "left out": {"corrections-TOTAL_FORMS": "0", "corrections-INITIAL_FORMS": "0"},
    "another row's key": {"corrections-0-id": "99999"},
    "no key": {"corrections-0-id": ""},
}


@pytest.mark.parametrize("action", [PUBLISH, {}], ids=["published", "a draft"])
def test_a_published_correction_stays(corrected, send, action):
    for forged, changes in FORGED.items():
        refused = send(corrected, action=action, **changes)
        assert refused.status_code == 200, forged
        assert "stays as it was published" in mistakes(refused), forged
    assert [c.text for c in Correction.objects.all()] == ["It is 38%, not 42%."]


def test_it_can_be_followed_by_another_and_is_shown_to_be_read(corrected, send):
    address = reverse("wagtailadmin_pages:edit", args=[corrected.pk])
    browser = logged_in(builders.user_in("Communications"))
    shown = soup(browser.get(address))
    assert shown.select_one("[name=corrections-0-text]").has_attr("readonly")
    assert len(shown.select("[name=corrections-0-kind] option")) == 1
    second = {name.replace("-0-", "-1-"): v for name, v in CORRECTION.items()}
    second |= {"corrections-TOTAL_FORMS": "2", "corrections-1-text": "42% after all."}
    changes = {"figures-0-value": "42", "statement": STATEMENT, "corrections-1-ORDER": "2"}
    response = send(corrected, **{**second, **changes})
    assert response.status_code == 302, mistakes(response)
    texts = [c.text for c in StatisticPage.objects.get(pk=corrected.pk).dated_corrections]
    assert texts == ["42% after all.", "It is 38%, not 42%."]


def test_a_published_correction_announces_no_further_change(corrected, send):
    refused = send(corrected, **{"figures-0-value": "7", "statement": "7% more."})
    assert "“38% more” becomes “7% more”" in mistakes(refused)


def test_an_editor_of_a_society_submits_under_the_same_rules(site, send):
    society = MemberSocietyPage.objects.first()
    editor = builders.society_editor(society)
    page = StatisticPage(title="Ours", statement="19%", live=False, owner=editor)
    page.figures = [builders.with_saved_terms(figure(value=42, unsourced_reason=""))]
    society.add_child(instance=page)
    page.save_revision(user=editor)
    browser = logged_in(editor)
    refused = send(page, action=SUBMIT, browser=browser)
    assert "Choose a source" in mistakes(refused)
    assert "does not say “42% more”" in mistakes(refused)
    assert not Page.objects.get(pk=page.pk).workflow_in_progress
    good = {"figures-0-unsourced_reason": "Ours.", "statement": STATEMENT}
    assert send(page, action=SUBMIT, browser=browser, **good).status_code == 302
    assert Page.objects.get(pk=page.pk).workflow_in_progress


def test_no_figure_supersedes_itself_not_even_by_way_of_others(page, send):
    one = page.figures.get()
    other = live(builders.statistic("Other", [figure(superseded_by=one)], statement=STATEMENT))
    successors = {"itself": one, "the other": other.figures.get()}
    for figure_ in successors.values():
        refused = send(page, action={}, **{"figures-0-superseded_by": str(figure_.pk)})
        assert "in a circle" in mistakes(refused)


def test_only_what_readers_see_in_its_language_takes_the_place_of_a_figure(page, send):
    good = live(builders.statistic("New", slug="new"))
    draft = builders.statistic("Draft", slug="draft")
    draft.unpublish()
    spanish = builders.translate(page)
    for foreign in (draft, spanish):
        chosen = str(foreign.figures.get().pk)
        refused = send(page, action={}, **{"figures-0-superseded_by": chosen})
        assert "not one of the available choices" in mistakes(refused)
    accepted = send(page, **{"figures-0-superseded_by": str(good.figures.get().pk)})
    assert accepted.status_code == 302, mistakes(accepted)
    assert page.figures.get().superseded_by == good.figures.get()


def test_the_editor_sees_what_the_data_say_and_what_disagrees(page, communications):
    shown = text_of(preview(communications, page, mode="check", statement="19% less."))
    assert "42% more" in shown
    assert "The statement does not say “42% more”" in shown
    assert "“19%” stands in the statement, but in no figure" in shown
    agreed = text_of(preview(communications, page, mode="check"))
    assert "agree" in agreed


CHOOSER = reverse("resources_figure_chooser:choose")


def test_the_chooser_shows_what_readers_see(page, communications):
    builders.statistic("A hidden one", slug="hidden")
    builders.hide(StatisticPage.objects.get(slug="hidden"))
    builders.translate(page, title="En español")
    society = builders.society_editor(MemberSocietyPage.objects.first())
    for browser in (communications, logged_in(society)):
        found = browser.get(CHOOSER, {"language": "en", "q": "a statistic"}).json()["html"]
        assert "A statistic" in found
        assert "42% more" in found
        assert "A hidden one" not in browser.get(CHOOSER, {"language": "en"}).json()["html"]
        assert "En español" not in browser.get(CHOOSER, {"language": "en"}).json()["html"]
        assert chosen(browser, page).status_code == 200
        assert chosen(browser, StatisticPage.objects.get(slug="hidden")).status_code == 404


def chosen(browser, page):
    key = page.figures.get().pk
    return browser.get(reverse("resources_figure_chooser:chosen", args=[key]))


@pytest.mark.parametrize("key", ["x", "99999999999999999999999", "0"])
def test_no_key_breaks_the_chooser(communications, key):
    address = reverse("resources_figure_chooser:chosen", args=[key])
    assert communications.get(address).status_code == 404


def drafted(page, **changes):
    """The page with a draft in which its figure has other values."""
    draft = page.get_latest_revision_as_object()
    draft.figures = figures = list(draft.figures.all())
    for name, value in changes.items():
        setattr(figures[0], name, value)
    draft.save_revision()
    return page


def test_many_pages_at_once_are_published_under_the_same_rules(page, communications):
    other = live(builders.statistic("Other", slug="other", statement=STATEMENT))
    for each in (other, page):
        drafted(each, caveat="New.")
    drafted(page, value=38)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    address += f"?id={other.pk}&id={page.pk}&next=/admin/"
    refused = communications.post(address, follow=True)
    assert "“42% more” becomes “38% more”" in text_of(refused)
    assert [value_of(page), caveats(page, other)] == [42, ["", ""]]
    drafted(page, value=42)
    communications.post(address, follow=True)
    assert caveats(page, other) == ["New.", "New."]


def caveats(*pages):
    return [StatisticPage.objects.get(pk=page.pk).figures.get().caveat for page in pages]


@pytest.mark.parametrize("is_dialog", [False, True], ids=["the button", "the dialog"])
def test_an_approval_by_one_click_is_given_under_the_same_rules(
    society_page, communications, is_dialog
):
    page, editor = society_page
    drafted(page, unsourced_reason="")
    page.get_workflow().start(page, editor)
    state = Page.objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    sent_as = {"x-requested-with": "XMLHttpRequest"} if is_dialog else {}
    communications.post(address, {"comment": ""}, headers=sent_as)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "Choose a source" in text_of(communications.get(edit))
    assert not StatisticPage.objects.get(pk=page.pk).live
    assert Page.objects.get(pk=page.pk).workflow_in_progress


@pytest.fixture
def society_page(site):
    """A draft of a society, and who wrote it."""
    society = MemberSocietyPage.objects.first()
    editor = builders.society_editor(society)
    page = StatisticPage(title="Ours", statement=STATEMENT, live=False, owner=editor)
    page.figures = [builders.with_saved_terms(figure(value=42))]
    society.add_child(instance=page)
    page.save_revision(user=editor)
    return page, editor


def test_what_was_unpublished_changes_in_public_too(page, send):
    page.unpublish()
    refused = send(page, **CHANGED)
    assert "“42% more” becomes “38% more”" in mistakes(refused)
    assert send(page, **CHANGED, **CORRECTION).status_code == 302
    assert value_of(page) == 38


def test_what_was_removed_in_public_is_not_asked_about_again(page, send):
    removed = {"figures-0-DELETE": "1", "statement": "No number."}
    assert send(page, **removed, **CORRECTION).status_code == 302
    response = send(page)
    assert response.status_code == 302, mistakes(response)


def test_what_took_the_place_of_a_figure_stays(page, send, communications):
    successor = page.figures.get()
    old = live(builders.statistic("Old", [figure(superseded_by=successor)], slug="old"))
    removed = {"figures-0-DELETE": "1", "statement": "No number.", **CORRECTION}
    assert "were superseded" in mistakes(send(page, **removed))
    delete = reverse("wagtailadmin_pages:delete", args=[page.pk])
    assert "were superseded" in text_of(communications.post(delete, follow=True))
    assert StatisticPage.objects.filter(pk=page.pk).exists()
    old.unpublish()
    assert send(page, **removed).status_code == 302
