"""Finds in the mails of signers what they would click or type, and shifts time."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.utils import timezone

from forms.models import OutgoingMail, Pledge, Tally


def last_mail(**wanted):
    return OutgoingMail.objects.filter(**wanted).order_by("pk").last()


def links_of(mail):
    """Every address of this site in a mail, text and HTML, as a test client asks for it."""
    html = BeautifulSoup(mail.html, "html.parser")
    addresses = {a["href"] for a in html.select("a[href]")}
    addresses |= {found.rstrip(".") for found in re.findall(r"https?://\S+", mail.text)}
    parts = map(urlsplit, addresses)
    own = [part for part in parts if not part.netloc.endswith(".example")]  # those of other sites
    return sorted({f"{part.path}?{part.query}" if part.query else part.path for part in own})


def link_to(subpage, mail=None):
    """The link to /commit/<subpage>/ in a mail, the last one unless told otherwise."""
    mail = mail or last_mail()
    return next(link for link in links_of(mail) if f"/{subpage}/?key=" in link)


def key_in(link):
    return link.partition("?key=")[2]


def code_in(mail=None):
    return re.search(r"^    ([2-9A-Z]{6})$", (mail or last_mail()).text, re.MULTILINE)[1]


def everything():
    """All that forms keep, to see whether anything changed."""
    return [list(model.objects.order_by("pk").values()) for model in (Pledge, OutgoingMail, Tally)]


def asked_long_ago(**age):
    """Let every pledge have been asked to confirm `age` (keywords of timedelta) ago."""
    then = timezone.now() - timedelta(**age)
    Pledge.objects.update(pending_since=then, last_asked_at=then)
