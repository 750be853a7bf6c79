"""Requests that name odd encodings, on the application as a server calls it."""

from io import BytesIO

import pytest
from django.test import RequestFactory
from django.test.client import ClientHandler

from config.wsgi import application
from core.request_charset import only_utf8


def status_of(environ):
    """The status of the answer, by way of the guard and then Django, as in config/wsgi.py."""
    handler = ClientHandler()
    return only_utf8(lambda environ, start_response: handler(environ))(environ, None).status_code


def test_the_guard_stands_before_the_application():
    assert application.__qualname__.startswith("only_utf8")


@pytest.mark.parametrize("charset", ["hex", "base64", "rot13", "idna", "undefined", "nonsense"])
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_no_encoding_breaks_the_site(site, charset, kind):
    environ = RequestFactory().get("/search/", {"q": "x"}).environ
    assert status_of({**environ, "CONTENT_TYPE": f"{kind}; charset={charset}"}) == 200


@pytest.mark.parametrize("charset", ["hex", "utf-7", "unicode_escape"])
def test_nor_does_a_form_in_one(site, charset):
    body = b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n\\ud800\r\n--x--\r\n'
    environ = RequestFactory().post("/commit/").environ | {
        "CONTENT_TYPE": f"multipart/form-data; boundary=x; charset={charset}",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }
    assert status_of(environ) == 422
