"""Reads responses as a reader would."""

import re

from bs4 import BeautifulSoup


def soup(response):
    """The parsed HTML of a response."""
    return BeautifulSoup(response.content.decode(), "html.parser")


def words(node):
    """The visible text of a node or a response, with single spaces."""
    if hasattr(node, "status_code"):
        node = soup(node).body
    return one_space(" ".join(node.stripped_strings))


def one_space(text):
    """The text with all white space collapsed."""
    return re.sub(r"\s+", " ", text).strip()


def text_of(response):
    """The text of a response as inline markup leaves it, white space collapsed."""
    return one_space(soup(response).body.get_text())
