"""Reads responses as a reader would."""

import re

from bs4 import BeautifulSoup


def soup(response):
    """The parsed HTML of a response."""
    return BeautifulSoup(response.content.decode(), "html.parser")


def text_of(response):
    """The text of a page, white space collapsed."""
    return words(soup(response).body)


def words(node):
    """The text of a part of a page, white space collapsed."""
    return re.sub(r"\s+", " ", node.get_text()).strip()
