"""What only answers says so to a post, and does not ask for a token first."""

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

KEY = "00000000-0000-0000-0000-000000000000"
READ_ONLY = [
    *("/healthz/", "/robots.txt", "/sitemap.xml", "/sitemap-pages.xml", "/media/a.png"),
    *("/api/v2/", "/api/v2/pages/", "/cards/1.png", "/data/", "/societies.csv"),
    *("/search/", "/search/suggestions/", "/es/search/suggestions/"),
    *("/figures.csv", "/figures.json", "/figures/dictionary/", "/figures/dictionary.csv"),
    *(f"/figures/{KEY}{rest}" for rest in ("/", ".csv", ".bib", "/embed/", "/card.png")),
    *(f"/figures/{KEY}/versions/1/", "/sources/1/", "/topics/", "/topics/cancer/"),
    *("/resources.atom", "/resources.csv"),
]
# Ours that takes posts with a token, and what is Wagtail's own.
WITH_TOKEN = {
    "invitation",
    "wagtaildocs_serve",
    "wagtaildocs_authenticate_with_password",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
}


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_post_without_a_token_is_told_that_none_is_taken(site, method):
    strict = Client(enforce_csrf_checks=True)
    refused = {address: getattr(strict, method)(address).status_code for address in READ_ONLY}
    assert refused == dict.fromkeys(READ_ONLY, 405)


def test_no_other_view_for_readers_asks_for_a_token():
    asking = {
        pattern.name
        for pattern in public(get_resolver().url_patterns)
        if not getattr(pattern.callback, "csrf_exempt", False)
    }
    assert asking == WITH_TOKEN


def public(patterns):
    for pattern in patterns:
        if not isinstance(pattern, URLResolver):
            yield pattern
        elif str(pattern.pattern) != "admin/":
            yield from public(pattern.url_patterns)
