"""Visitors who send the pledge form over connections that stay open."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from bs4 import BeautifulSoup

from forms.minimum_time import SECONDS

PAGE, THANKS = "/commit/", "/commit/thank-you/"
TYPE = {"Content-Type": "application/x-www-form-urlencoded"}
TRIES = 5  # so often somebody presses the button whose browser says that the server hung up


class Answer(NamedTuple):
    """All that a browser can tell of an answer, but for the time."""

    status: int
    headers: tuple
    body: bytes

    @property
    def is_thanks(self):
        return (self.status, dict(self.headers).get("Location")) == (303, THANKS)


class Browser:
    """One visitor's browser. It connects anew after the server hung up."""

    def __init__(self, url):
        address = urlsplit(url)
        self._connection = HTTPConnection(address.hostname, address.port, timeout=60)

    def get(self, path) -> Answer:
        return self._ask("GET", path)

    def post(self, path, fields: dict) -> Answer:
        return self._ask("POST", path, urlencode(fields), TYPE)

    def _ask(self, *request) -> Answer:
        try:
            self._connection.request(*request)
            answer = self._connection.getresponse()
            return Answer(answer.status, tuple(timeless(answer.getheaders())), answer.read())
        except (OSError, HTTPException):
            self._connection.close()
            raise


def timeless(headers):
    """Yield headers without the time of day, which two answers need not share."""
    for name, value in headers:
        if name != "Date":
            yield name, re.sub(r"expires=[^;]*; ?", "", value)


def form_of(url) -> dict:
    """Return what the form on the page says before anybody types, once a person could have."""
    page = BeautifulSoup(Browser(url).get(PAGE).body, "html.parser")
    boxes = page.select_one("form[method=post]").select("input[type=hidden]")
    time.sleep(SECONDS)  # whoever is quicker is taken for a robot
    return {box["name"]: box.get("value", "") for box in boxes}


def address_of(number) -> str:
    return f"reader{number}@example.org"


def commit(browser, fields) -> Answer | None:
    """Send the form, once more where the server hung up; None if it always did."""
    for _ in range(TRIES):
        with suppress(OSError, HTTPException):
            return browser.post(PAGE, fields)
    return None


def commit_many(url, number, clients, on_thanks) -> tuple[set[str], set]:
    """Let `clients` at a time send the form for so many addresses.

    `on_thanks` is called, in any thread, for each that was sent on to the thank-you page. Returns
    their addresses, and the answers that were none.
    """
    form, thanked, others = form_of(url), set(), set()

    def client(first):
        browser = Browser(url)
        for one in range(first, number, clients):
            email = address_of(one)
            answer = commit(browser, form | {"name": "Ada Roe", "email": email})
            if answer and answer.is_thanks:
                thanked.add(email)
                on_thanks()
            else:
                others.add(answer)

    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(client, range(clients)))
    return thanked, others
