"""A society joins: added by staff, invited by mail, its page written, reviewed and read."""

import re
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from wagtail.images.tests.utils import get_test_image_file

from forms.models import OutgoingMail
from members.models import MemberSocietyPage
from tests.browser.signing_in import sign_in
from tests.builders import user_in

NEW_PASSWORD = "a longer one 4711"


@pytest.fixture(params=[1280, 360], ids=["desk", "phone"])
def width(request):
    return request.param


@pytest.fixture
def staff(loaded_site, settings, open_page, width):
    """A browser in which somebody from communications is logged in."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    page = open_page(width=width)
    page.goto(f"{loaded_site.url}/admin/")
    sign_in(page, user_in("Communications").email)
    return page


def add_society(staff, url):
    """Staff fill in one form."""
    staff.goto(f"{url}/admin/members/add/")
    staff.get_by_label("Official name").fill("Society of Storytelling")
    staff.get_by_label("Acronym").fill("SOST")
    staff.get_by_label("Source").fill("Minutes of the board")
    staff.get_by_label("E-mail address of the first editor").fill("writer@example.org")
    staff.get_by_role("button", name="Add the society").click()
    staff.wait_for_url("**/edit/")
    assert "Society of Storytelling" in staff.title()


def link_in_the_mail():
    """What the invited person finds in their mailbox, without the host."""
    call_command("send_outbox", stdout=StringIO())
    (letter,) = [message for message in mail.outbox if message.to == ["writer@example.org"]]
    mail.outbox.clear()
    return re.search(r"/invitation/\?key=\S+", letter.body)[0]


def accept(writer, address):
    """The invited person looks, types and presses the button."""
    writer.goto(address)
    writer.get_by_label("First name").fill("A")
    writer.get_by_label("Last name").fill("Writer")
    writer.get_by_label("Password", exact=True).fill(NEW_PASSWORD)
    writer.get_by_label("The same password again").fill(NEW_PASSWORD)
    writer.get_by_role("button", name="Make my account").click()
    writer.wait_for_url("**/admin/")


def write(writer, folder):
    """The new editor opens their page with one click, adds a logo and words, and submits."""
    writer.get_by_role("link", name="Edit our page").click()
    writer.wait_for_url("**/edit/")
    writer.get_by_label("Website").fill("https://stories.example/")
    upload_logo(writer, folder)
    writer.get_by_role("button", name="More actions").last.click()
    writer.get_by_role("button", name=re.compile("Submit to")).click()
    writer.wait_for_url("**/admin/?")
    assert writer.get_by_text("Waiting for review").is_visible()


def upload_logo(writer, folder):
    picture = folder / "logo.png"
    picture.write_bytes(get_test_image_file(size=(600, 300)).file.getvalue())
    writer.get_by_role("button", name="Choose an image").click()
    writer.get_by_role("tab", name="Upload").click()
    writer.get_by_label("Title").last.fill("Our logo")
    writer.locator("input[type=file]").set_input_files(picture)
    writer.get_by_role("button", name="Upload").last.click()
    writer.locator(".chooser__title", has_text="Our logo").wait_for()


def approve(staff, url):
    """Staff find it on their first screen, comment and approve."""
    staff.goto(f"{url}/admin/")
    staff.get_by_role("link", name="Society of Storytelling").first.click()
    staff.wait_for_url("**/edit/")
    staff.get_by_role("button", name="More actions").last.click()
    staff.get_by_role("button", name="Approve with comment").click()
    staff.locator(".modal-body textarea").fill("Welcome, and well written.")
    with staff.expect_navigation():
        staff.locator(".modal-body").get_by_role(
            "button", name=re.compile("Submit|Approve")
        ).click()


def test_a_society_joins(staff, loaded_site, open_page, width, tmp_path):
    add_society(staff, loaded_site.url)
    writer = open_page(width=width)
    accept(writer, loaded_site.url + link_in_the_mail())
    write(writer, tmp_path)
    approve(staff, loaded_site.url)
    society = MemberSocietyPage.objects.get(title="Society of Storytelling")
    assert society.logo.title == "Our logo"
    reader = open_page(width=width)
    reader.goto(loaded_site.url + society.url)
    assert reader.locator("main img").first.evaluate("image => image.naturalWidth") > 0
    assert reader.get_by_role("link", name=re.compile("Website of")).is_visible()
    call_command("send_outbox", stdout=StringIO())
    letters = {message.to[0]: message.body for message in mail.outbox}
    assert "Welcome, and well written." in letters["writer@example.org"]
    assert not OutgoingMail.objects.exclude(state="sent").exists()
