"""Uploaded pictures are public; uploaded documents are Wagtail's to serve."""

from pathlib import Path

import pytest
from django.conf import settings

from tests import builders


@pytest.mark.parametrize(
    "start", ["documents/", "/documents/", "./documents/", "%2fdocuments/", "x/%2e%2e/documents/"]
)
def test_documents_cannot_be_had_past_wagtail(site, client, start):
    name = Path(builders.document().file.name).name
    assert Path(settings.MEDIA_ROOT, "documents", name).exists()
    assert client.get(f"/media/{start}{name}").status_code == 404


def test_pictures_can(site, client):
    rendition = builders.image().get_rendition("max-100x100")
    assert client.get(rendition.url).status_code == 200
