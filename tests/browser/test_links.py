"""Staff and a society's editor meet links to other sites in the real admin."""

from itertools import product

import pytest
from django.utils.timezone import now

from members.models import MemberSocietyPage
from resources.links.gathering import gather
from resources.models import Link, LinkCheck, ResourcePage
from tests import builders
from tests.browser.axe import assert_accessible
from tests.browser.publishing import publish
from tests.browser.signing_in import sign_in

OLD, NEW = "https://old.example/toolkit", "https://new.example/toolkit"
DEAD = "https://www.a-foundation-with-a-long-name.example/" + "library/" * 12 + "?version=3"
SCREENS = [
    "resources/link/",
    "resources/link/inspect/{}/",
    "resources/link/edit/{}/",
    "links/{}/new-address/",
    "links/{}/check/",
    "reports/links/",
    "",
]
UNDECIDED = {
    "color-contrast": "Axe cannot see what scrolls sideways or is cut short. Colors are Wagtail's.",
    "aria-prohibited-attr": "Wagtail's own summary on the first screen.",
    "aria-valid-attr-value": "The same: it names a heading that an empty header lacks.",
}


@pytest.fixture
def society(loaded_site):
    """A society with a dead link; the library has one that moved."""
    society = MemberSocietyPage.objects.get(slug="american-college-of-radiology")
    builders.add(society, ResourcePage(title="Ours", slug="ours", address=DEAD))
    builders.resource("Toolkit", address=OLD)
    gather()
    Link.objects.filter(address=OLD).update(state="moved", moved_to=NEW)
    Link.objects.filter(address=DEAD).update(state="gone", failing_since=now(), strikes=3)
    for link in Link.objects.filter(address__in=[OLD, DEAD]):
        LinkCheck.objects.create(link=link, outcome="failed", reason="tls")
    return society


@pytest.fixture
def log_in(loaded_site, settings, open_page):
    """Log somebody in; return the page, which shows their first screen."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0

    def log_in(user, **options):
        page = open_page(**options)
        page.goto(f"{loaded_site.url}/admin/")
        sign_in(page, user.email)
        return page

    return log_in


def test_every_screen_is_accessible_and_as_wide_as_a_phone(society, loaded_site, log_in, open_page):
    state = log_in(builders.user_in("Communications")).context.storage_state()
    links = Link.objects.filter(address__in=[OLD, DEAD]).values_list("pk", flat=True)
    for width, scheme in product([360, 1280], ["light", "dark"]):
        page = open_page(width=width, color_scheme=scheme, storage_state=state)
        for screen in {screen.format(link) for screen in SCREENS for link in links}:
            page.goto(f"{loaded_site.url}/admin/{screen}")
            page.get_by_role("main").wait_for()
            assert_accessible(page, UNDECIDED)
            for words in page.locator("main dd, main p, .w-header__title").all():
                assert words.evaluate("it => it.scrollWidth <= it.clientWidth + 1"), screen


def test_staff_use_the_new_address(society, log_in):
    staff = log_in(builders.user_in("Communications"))
    staff.get_by_role("button", name="Library").click()
    staff.get_by_role("link", name="Links", exact=True).click()
    staff.get_by_title(f"Use the new address: {OLD}").click()
    staff.get_by_role("button", name="Use the new address").click()
    staff.get_by_text("“Toolkit” has a draft with the new address.").wait_for()
    assert ResourcePage.objects.get(title="Toolkit").address == OLD
    staff.locator(".messages").get_by_role("link", name="Edit").click()
    assert staff.get_by_label("Address", exact=True).input_value() == NEW
    publish(staff)
    assert ResourcePage.objects.get(title="Toolkit").address == NEW


@pytest.mark.parametrize("width", [360, 1280])
def test_a_society_is_led_to_its_own_dead_link_alone(society, loaded_site, log_in, width):
    editor = log_in(builders.society_editor(society), width=width)
    editor.get_by_text("A link on your page “Ours” no longer works").wait_for()
    assert_accessible(editor, UNDECIDED)
    assert editor.get_by_text(OLD).count() == 0
    link = Link.objects.get(address=OLD).pk
    for screen in SCREENS:
        editor.goto(f"{loaded_site.url}/admin/{screen.format(link)}")
        assert editor.url == f"{loaded_site.url}/admin/"
    editor.get_by_role("link", name="Change it on “Ours”").click()
    assert editor.get_by_label("Address", exact=True).input_value() == DEAD
