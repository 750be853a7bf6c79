"""Readers get a strict policy; only the admin's is looser."""

import pytest


def policy(response):
    """The policy as a dictionary of directives."""
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {name: sources for name, *sources in filter(None, parts)}


@pytest.mark.parametrize(
    "address",
    ["/", "/commit/", "/search/?q=x", "/nowhere/", "/%00", "/es/", "/administrators/", "/healthz/"],
)
def test_readers_get_nothing_inline_and_nothing_from_elsewhere(site, client, address):
    rules = policy(client.get(address, follow=True))
    assert rules["default-src"] == ["'none'"]
    for kind in ("script-src", "style-src", "img-src", "form-action", "connect-src"):
        assert rules[kind] == ["'self'"]
    assert rules["base-uri"] == ["'none'"]
    assert not any("unsafe" in source for sources in rules.values() for source in sources)


def test_only_players_of_videos_may_be_framed(site, client):
    frames = policy(client.get("/"))["frame-src"]
    assert frames == ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/pages/1/"])
def test_the_admin_has_its_own(communications, address):
    rules = policy(communications.get(address))
    assert rules["default-src"] == ["'none'"]
    assert rules["style-src"] == ["'self'", "'unsafe-inline'"]
    elsewhere = {name for name, sources in rules.items() if any("http" in s for s in sources)}
    assert elsewhere == {"frame-src"}  # the players, for the editor's preview


def test_a_reader_of_the_sites_pages_gets_the_strict_one_when_logged_in_too(communications):
    assert "'unsafe-inline'" not in policy(communications.get("/members/"))["script-src"]


def test_browsers_are_told_not_to_guess_and_not_to_tell(site, client):
    response = client.get("/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Referrer-Policy"] == "same-origin"
