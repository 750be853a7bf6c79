"""Fixtures of the tests of search."""

import pytest

from search import asked
from tests.markup import soup, words


@pytest.fixture(autouse=True)
def _nothing_counted():
    """Let no test see what another searched for."""
    asked._asked.clear()


@pytest.fixture
def find(site, client):
    """Titles of the results for a question."""

    def find(question, address="/search/", **more):
        response = client.get(address, {"q": question, **more})
        assert response.status_code == 200
        return [words(a) for a in soup(response).select(".results a")]

    return find
