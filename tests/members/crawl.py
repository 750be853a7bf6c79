"""Goes to every address of the admin as one account, with bodies that another account is given."""

from collections import Counter

from bs4 import BeautifulSoup
from django.test import Client

from tests.admin_forms import is_sent, value_of
from tests.members.admin_addresses import addresses, admin_patterns
from tests.members.two_societies import BAIT, SECRET

# After so many addresses; each request writes down anew all messages that wait to be read.
READ_EVERY = 25


class Crawl:
    """One pass; `leaks` are the addresses that told a secret, `covered` counts what was done."""

    def __init__(self, editor, superuser, ids):
        self.account = editor
        self.editor, self.superuser = browser(editor), browser(superuser)
        self.ids = ids
        self.leaks, self.covered = [], Counter()

    def run(self, only=lambda route: True):
        """Visit every address; `only` may leave out routes."""
        for name, route in filter(lambda found: only(found[1]), admin_patterns()):
            self.covered["patterns"] += 1
            for address in addresses(name, route, self.ids):
                self.visit(address)
                if self.covered["addresses"] % READ_EVERY == 0:
                    self.read_messages()
        self.read_messages()
        return self

    def read_messages(self):
        """Look where the messages of all that was refused are shown, and are then forgotten."""
        self.look("/admin/")

    def visit(self, address):
        self.editor.force_login(self.account)  # whatever the last address did to the account
        seen = self.superuser.get(address)
        self.covered["addresses"] += 1
        self.covered["addresses where a superuser reads a secret"] += has_secret(seen)
        for query in ("", self.query()):
            self.look(address + query)
        for body in bodies(seen, self.ids):
            self.send(address, body)

    def look(self, address):
        response = self.editor.get(address)
        self.covered[f"GET answered {response.status_code}"] += 1
        self.check("GET", address, response)
        assert response.status_code < 500, address

    def send(self, address, body):
        response = self.editor.post(address, body)
        self.covered["POST"] += 1
        self.check("POST", address, response)

    def check(self, method, address, response):
        if has_secret(response):
            self.leaks.append(f"{method} {address}")

    def query(self) -> str:
        """A query string with everything that lists, searches, choosers and bulk actions read."""
        keys = "".join(
            f"&id={key}" for kind in ("page", "image", "document") for key in self.ids[kind]
        )
        return f"?q={BAIT}&search={BAIT}&term={SECRET[0]}&fields=*&search_all=1{keys}"


def browser(user) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def has_secret(response) -> bool:
    """Whether a response names a secret, in its body, its files' names or where it leads."""
    head = " ".join(response.headers.values())
    body = b"" if response.streaming else response.content
    return SECRET.encode() in body.lower() + head.lower().encode()


def bodies(seen, ids) -> list[dict]:
    """Return what to post: each form that a superuser is given, with changes, and a bare one."""
    bare = {"next": "/admin/", "id": ids["page"], "comment": "Taken", "title": "Taken"}
    html = b"" if seen.streaming or seen.status_code != 200 else seen.content
    forms = BeautifulSoup(html.decode(errors="replace"), "html.parser").select("form")
    posted = [form for form in forms if form.get("method", "").lower() == "post"]
    return [*(filled_in(form) for form in posted), bare]


def filled_in(form) -> dict:
    """Return the form as a browser sends it, each text changed and each button pressed."""
    body = {"action-publish": "1", "action-submit": "1"}
    for control in form.select("[name]"):
        if is_sent(control):
            body[control["name"]] = altered(control)
    return body


def altered(control) -> str:
    is_text = control.name == "textarea" or control.get("type") == "text"
    value = value_of(control)
    return f"{value} taken" if is_text and not value.startswith("{") else value
