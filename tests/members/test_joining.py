"""One action adds a society with all that belongs to it, or nothing."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Collection

from core.site_mail import CannotMailError
from forms.models import OutgoingMail
from members import joining
from members.models import Invitation, MemberIndexPage, Membership, MemberSocietyPage, Section
from tests import builders
from tests.at_once import at_once
from tests.conftest import logged_in
from tests.markup import soup, text_of, words

ADDRESS = "/admin/members/add/"
LONG = "x" * 10_000


def answers(**changes):
    """What staff type."""
    society = {"title": "Society of Imaging", "acronym": "SI", "kind": "specialty"}
    period = {"level": "general", "start": "2026-03-01", "source": "Minutes of March"}
    return {**society, **period, "email": "ada@example.org", **changes}


def counts():
    """How many there are of each thing that a society is made of."""
    models = (MemberSocietyPage, Membership, Section, Group, Collection, Invitation)
    return [model.objects.count() for model in models]


@pytest.fixture
def nothing_is_made(site):
    before = counts()
    yield
    assert counts() == before
    assert not OutgoingMail.objects.exists()


def test_all_of_it_is_there_afterwards(communications, mailoutbox):
    response = communications.post(ADDRESS, answers(website="https://si.example"))
    page = MemberSocietyPage.objects.get(title="Society of Imaging")
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.acronym, page.kind) == (True, "SI", "specialty")
    assert page.website == "https://si.example"
    period = page.memberships.get()
    assert (period.level, period.start, period.end) == ("general", date(2026, 3, 1), None)
    invited = page.section.invitations.get()
    assert (invited.email, mailoutbox[0].to) == ("ada@example.org", ["ada@example.org"])
    assert invited.invited_by == page.owner


def test_staff_are_told_and_see_the_page(communications):
    text = text_of(communications.post(ADDRESS, answers(), follow=True))
    assert "Society of Imaging was added, and ada@example.org was invited" in text


def test_readers_see_it_at_once(communications, client):
    communications.post(ADDRESS, answers())
    assert "Society of Imaging" in text_of(client.get("/members/"))
    assert client.get("/members/society-of-imaging/").status_code == 200


def test_its_editor_works_on_its_page_and_on_no_other(communications, client):
    communications.post(ADDRESS, answers())
    page = MemberSocietyPage.objects.get(title="Society of Imaging")
    editor = logged_in(builders.society_editor(page))
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    other = MemberSocietyPage.objects.exclude(pk=page.pk).first()
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[other.pk])).status_code == 302


def test_a_website_may_be_typed_without_its_scheme(communications):
    communications.post(ADDRESS, answers(website="si.example"))
    assert MemberSocietyPage.objects.get(acronym="SI").website == "https://si.example"


def test_what_the_page_itself_refuses_is_said_above_the_form(
    nothing_is_made, communications, monkeypatch
):
    def refuse(*args):
        raise ValidationError({"slug": "Not this one.", "title": "Nor that one."})

    monkeypatch.setattr(joining, "refuse_second_page", refuse)
    text = text_of(communications.post(ADDRESS, answers()))
    assert "Not this one." in text
    assert "Nor that one." in text


def test_only_name_source_and_editor_must_be_known(communications):
    few = {"title": "Society of Imaging", "source": "A letter", "email": "ada@example.org"}
    assert communications.post(ADDRESS, few).status_code == 302
    assert Membership.objects.get(source="A letter").start is None


WRONG = [
    ("title", ""),
    ("title", LONG),
    ("title", "A\x00B"),
    ("title", "!!!"),
    ("title", "A\nBcc: all@example.org"),
    ("title", "American College of Radiology"),
    ("title", "american college of radiology"),
    ("short_name", LONG),
    ("acronym", "x" * 13),
    ("kind", "nonsense"),
    ("kind", "\x00"),
    ("parent_body", LONG),
    ("website", "nonsense"),
    ("website", "javascript:alert(1)"),
    ("website", f"https://{LONG}.example"),
    ("level", "emperor"),
    ("start", "2026-02-30"),
    ("start", "yesterday"),
    ("start", "\x00"),
    ("source", ""),
    ("source", LONG),
    ("email", ""),
    ("email", "nobody"),
    ("email", f"{LONG}@example.org"),
    ("email", "a@b.example\nBcc: all@example.org"),
    ("email", "a\x00@example.org"),
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_what_is_wrong_is_said_beside_it(nothing_is_made, communications, field, value):
    response = communications.post(ADDRESS, answers(**{field: value}))
    assert response.status_code == 200
    field = soup(response).select_one(f"[name={field}]").find_parent(class_="w-field__wrapper")
    assert words(field.select_one(".w-field__errors"))


def test_what_was_typed_is_kept(nothing_is_made, communications):
    page = soup(communications.post(ADDRESS, answers(email="nobody")))
    assert page.select_one("[name=title]")["value"] == "Society of Imaging"
    assert page.select_one("[name=level] [selected]")["value"] == "general"


def test_a_closed_account_is_not_invited(nothing_is_made, communications):
    builders.user_in(email="ada@example.org", is_active=False)
    text = text_of(communications.post(ADDRESS, answers(email="Ada@example.org")))
    assert "An administrator closed the account of this address." in text


def test_without_the_mail_nothing_is_made(nothing_is_made, communications, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    response = communications.post(ADDRESS, answers())
    assert response.status_code == 200
    assert "The mail could not be written, so nothing was done." in text_of(response)
    assert soup(response).select_one("[name=title]")["value"] == "Society of Imaging"


@pytest.mark.parametrize("step", ["add_period", "open_section", "invite"])
def test_a_step_that_fails_undoes_those_before_it(nothing_is_made, monkeypatch, step):
    def fail(*args, **kwargs):
        raise CannotMailError

    monkeypatch.setattr(joining, step, fail)
    by = builders.user_in("Communications")
    index, details = MemberIndexPage.objects.get(), {"title": "Society of Imaging"}
    with pytest.raises(CannotMailError):
        joining.add_society(index, details, {"source": "A letter"}, "ada@example.org", by)
    index.refresh_from_db()
    assert index.get_children().count() == index.numchild


@pytest.mark.usefixtures("committed")
def test_the_form_sent_twice_at_once_makes_one_society():
    browsers = [logged_in(builders.user_in("Communications")) for _ in range(3)]
    posts = [lambda one=one: one.post(ADDRESS, answers()).status_code for one in browsers]
    assert sorted(at_once(*posts)) == [200, 200, 302]
    assert MemberSocietyPage.objects.filter(title="Society of Imaging").count() == 1


# Where staff find it


def button_on(browser, page, screen="wagtailadmin_explore"):
    html = browser.get(reverse(screen, args=[page.pk])).content.decode()
    return f'href="{ADDRESS}"' in html


def test_the_button_is_above_the_list_of_members(communications, home):
    index = MemberIndexPage.objects.get()
    assert button_on(communications, index)
    assert button_on(communications, index, "wagtailadmin_pages:edit")


def test_it_is_in_the_menu_of_those_who_may(communications, site):
    editor = logged_in(builders.society_editor(Section.objects.first().society))
    assert f'"{ADDRESS}"' in communications.get("/admin/").content.decode()
    assert ADDRESS not in editor.get("/admin/").content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_cannot_add_one(nothing_is_made, client, method):
    editor = logged_in(builders.society_editor(Section.objects.first().society))
    for browser in (editor, client):
        assert getattr(browser, method)(ADDRESS, answers()).status_code == 302


def test_it_cannot_be_made_by_hand(communications):
    index = MemberIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["members", "membersocietypage", index.pk])
    assert communications.get(address).status_code in (302, 403, 404)


def test_without_a_members_page_there_is_nothing_to_add_to(db):
    assert logged_in(builders.superuser()).get(ADDRESS).status_code == 404
