from tests import builders
from tests.markup import *
def test_a(site, client):
    response = client.post("/commit/", builders.pledge_answers(wording="\x00"))
    print(soup(response).select_one("[role=alert]"))
    print(soup(response).select_one(".form-errors"))
    assert 0
