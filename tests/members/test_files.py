"""The files of a section: what is taken, where it waits, and when readers get it."""

import struct
import zlib

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from members.models import MemberSocietyPage, Section
from resources.models import ResourcePage
from tests import builders
from tests.conftest import logged_in
from tests.markup import text_of

Image, Document = get_image_model(), get_document_model()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def society(site):
    return MemberSocietyPage.objects.get(slug="american-college-of-radiology")


@pytest.fixture
def editor(society):
    return logged_in(builders.society_editor(society))


def png(width, height):
    """A PNG that is small as a file and large as a picture: its lines are all the same."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    lines = zlib.compress(bytes(1 + width // 8) * height, 9)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", lines), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def upload(browser, name, content, kind="image"):
    """Upload in the chooser, as editors do."""
    prefix = f"{kind}-chooser-upload"
    file = SimpleUploadedFile(name, content)
    address = reverse(
        f"wagtail{kind}s_chooser:create" if kind == "image" else "wagtaildocs_chooser:create"
    )
    return browser.post(address, {f"{prefix}-title": "New", f"{prefix}-file": file})


def mistakes(response) -> str:
    """What the chooser says beside the file."""
    html = BeautifulSoup(response.json()["htmlFragment"], "html.parser")
    return " ".join(message.get_text() for message in html.select(".error-message"))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("logo.png", b"This is no picture.", "Upload a valid image"),
        ("logo.png", SVG, "Not a valid .png image"),
        ("logo.svg", SVG, "Not a supported image format"),
        ("logo.png", png(10_000, 5_000), "too many pixels"),
        ("logo.png", b"", "empty"),
        ("logo.php", b"<?php", "Upload a valid image"),
    ],
    ids=["text", "SVG named PNG", "SVG", "50 megapixels", "empty", "program"],
)
def test_what_is_no_logo_is_refused_with_a_reason(editor, name, content, words):
    response = upload(editor, name, content)
    assert response.status_code == 200
    assert words in mistakes(response)
    assert not Image.objects.exists()


def test_a_page_that_is_no_document_is_refused(editor):
    response = upload(editor, "paper.html", b"<script>alert(1)</script>", kind="document")
    assert "is not allowed" in mistakes(response)
    assert not Document.objects.exists()


def test_a_logo_waits_in_the_files_of_drafts(editor, society):
    content = get_test_image_file(size=(400, 200)).file.getvalue()
    assert upload(editor, "logo.png", content).json()["step"] == "chosen"
    assert Image.objects.get().collection == society.section.drafts


def file_in(collection, file):
    file.collection = collection
    file.save()
    return file


@pytest.fixture
def resource(society):
    """A draft with a document of the section's drafts."""
    document = file_in(society.section.drafts, builders.document())
    page = ResourcePage(title="Paper", slug="paper", live=False, document=document)
    society.add_child(instance=page)
    page.save_revision()
    return page


def test_readers_get_a_document_when_its_page_is_live(resource, client):
    address = resource.document.url
    assert client.get(address).status_code == 302
    resource.get_latest_revision().publish()
    assert client.get(address).status_code == 200


def test_its_editors_cannot_change_it_from_then_on(resource, editor, society):
    resource.get_latest_revision().publish()
    document = Document.objects.get()
    assert document.collection == society.section.published
    address = reverse("wagtaildocs:edit", args=[document.pk])
    other = SimpleUploadedFile("other.pdf", b"other words")
    editor.post(address, {"title": "Other", "file": other, "collection": document.collection_id})
    document.refresh_from_db()
    assert document.title == "A paper"


def test_a_logo_is_published_with_the_page(society):
    society.logo = file_in(society.section.drafts, builders.image())
    society.save_revision().publish()
    assert Image.objects.get().collection == society.section.published


def test_files_of_other_collections_stay_where_they_are(society):
    society.logo = builders.image()
    before = society.logo.collection
    society.save_revision().publish()
    assert Image.objects.get().collection == before


def test_a_new_name_of_the_society_is_the_name_of_its_parts(society):
    society.title = "College of Tests"
    society.save_revision().publish()
    society.section.refresh_from_db()
    assert society.section.published.name == "College of Tests"
    assert society.section.drafts.name == "College of Tests: drafts"
    assert society.section.group.name.endswith("College of Tests")


def test_the_group_of_a_section_cannot_be_deleted(society):
    root = logged_in(builders.superuser())
    address = reverse("wagtailusers_groups:delete", args=[society.section.group_id])
    response = root.post(address, follow=True)
    assert "other things of the site need it" in text_of(response)
    assert Section.objects.filter(society=society).exists()
