"""Whatever is posted: a clear answer, nothing typed is lost, nothing is saved, no 5xx."""

import pytest

from forms.models import Message, OutgoingMail, Pledge
from tests import builders
from tests.markup import soup, text_of, words

ANSWERS = {"/commit/": builders.pledge_answers, "/join/": builders.message_answers}
URLENCODED = "application/x-www-form-urlencoded"
LONG = "x" * 10_000
FILE_IN_PLACE_OF_WORDS = (
    b'--x\r\nContent-Disposition: form-data; name="name"; filename="a"\r\n\r\n\xff\r\n--x--'
)
# Everything that a visitor types; the rest is chosen from lists.
TYPED = [("/commit/", "name"), ("/commit/", "email")]
TYPED += [("/join/", "name"), ("/join/", "email"), ("/join/", "message")]

both_forms = pytest.mark.parametrize("address", ANSWERS)
every_typed = pytest.mark.parametrize(("address", "field"), TYPED)


@pytest.fixture(autouse=True)
def _nothing_is_saved(site):
    yield
    for model in (Pledge, Message, OutgoingMail):
        assert not model.objects.exists()


@pytest.fixture
def refused(client):
    """Post answers with one that is wrong; returns its field, refused with an error beside it."""

    def refused(address, name, value):
        response = client.post(address, ANSWERS[address](**{name: value}))
        assert response.status_code == 422
        return field_with_error(response, name)

    return refused


def field_with_error(response, name):
    """The field of this name, once it is sure that its error is found by everybody."""
    form = soup(response).select_one("form[method=post]")
    control = form.select_one(f"[name={name}]")
    errors = control.find_parent(class_="field").select_one(".errorlist")
    assert control["aria-invalid"] == "true"
    assert errors["id"] in control["aria-describedby"].split()
    links = form.select(f"[role=alert] a[href='#{control['id']}']")
    label = words(form.select_one(f"label[for={control['id']}]")).removesuffix(" (optional)")
    assert [words(a) for a in links] == [f"{label}: {words(li)}" for li in errors.select("li")]
    assert links
    return control


def typed(control):
    return control.get_text().strip("\r\n") if control.name == "textarea" else control["value"]


@both_forms
@pytest.mark.parametrize(
    "email",
    [
        "ada",
        "ada@",
        "@example.org",
        "ada@example",
        "ada roe@example.org",
        "ada@example.org, ben@example.org",
        "ada@-example.org",
        "Ada <ada@example.org>",
        "ada@example.org\r\nBcc: ben@example.org",
    ],
)
def test_what_is_not_an_address_is_refused_beside_its_field(refused, address, email):
    control = refused(address, "email", email)
    assert typed(control).split("\r")[0] == email.split("\r")[0]


@every_typed
def test_ten_thousand_characters_are_refused_and_kept(refused, address, field):
    value = LONG + "@example.org" if field == "email" else LONG
    assert typed(refused(address, field, value)) == value


@every_typed
def test_a_nul_byte_is_refused(refused, address, field):
    assert refused(address, field, "ada\x00@example.org")


@every_typed
@pytest.mark.parametrize("value", ["", "   "])
def test_an_empty_field_is_refused(refused, address, field, value):
    assert refused(address, field, value)


@both_forms
def test_what_was_typed_elsewhere_is_kept(client, address):
    society = builders.society(slug="tests")
    more = {"society": society.pk, "state": "NY", "wants_updates": "on", "message": "Kept."}
    response = client.post(address, ANSWERS[address](**more, email="wrong"))
    form = soup(response).select_one("form[method=post]")
    assert form.select_one("[name=name]")["value"] == "Ada Roe"
    if address == "/join/":
        assert typed(form.textarea) == "Kept."
    else:
        chosen = form.select("option[selected]")
        assert [option["value"] for option in chosen] == [str(society.pk), "NY"]
        assert form.select_one("[name=wants_updates]").has_attr("checked")


@both_forms
def test_a_post_without_fields_names_each_that_is_missing(client, address):
    response = client.post(address)
    assert response.status_code == 422
    for name in {"name", "email"} | ({"message"} if address == "/join/" else set()):
        field_with_error(response, name)


@pytest.mark.parametrize("field", ["society", "state"])
@pytest.mark.parametrize("value", ["999999", "9" * 400, "-1", "x", "\x00", LONG, "١", "1e5"])
def test_a_choice_that_was_not_offered_is_refused_beside_its_field(refused, field, value):
    refused("/commit/", field, value)


@pytest.mark.parametrize("value", ["9" * 400, "-1", "x", LONG, "1.5", "٣"])
def test_wordings_that_there_are_not_are_refused(client, value):
    response = client.post("/commit/", builders.pledge_answers(wording=value))
    assert response.status_code == 422
    assert "words of this form have changed" in text_of(response)


def test_nor_is_a_nul_byte_a_wording(client):
    response = client.post("/commit/", builders.pledge_answers(wording="\x00"))
    assert response.status_code == 422
    assert words(soup(response).select_one(".form-errors li"))


def test_several_values_of_one_field_are_no_problem(client):
    body = "name=a&name=b&email=x&email=y&wording=1&wording=2"
    assert client.post("/commit/", body, content_type=URLENCODED).status_code == 422


# Bodies that are no form


@both_forms
@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"name=\xff\xfe\xfa&email=\x80@example.org&message=\xc3", URLENCODED),
        (b"name=%FF%FE&email=%80%81&message=%C3%28", URLENCODED),
        (b"name=Ada&email=x", f"{URLENCODED}; charset=nonsense"),
        ("name=Añà&email=x".encode("utf-16"), f"{URLENCODED}; charset=utf-16"),
        (b"name=Ada&email=x", f"{URLENCODED}; charset=iso-8859-1"),
        (b'{"name": "Ada"}', "application/json"),
        (b"name: Ada", "text/plain"),
        (b"", ""),
        (b"x", "nonsense"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--x--", "multipart/form-data"),
        (b"name=Ada", "multipart/form-data; boundary="),
        (b"x", "multipart/form-data; boundary=" + "b" * 300),
        (b"&".join(b"f%d=1" % number for number in range(11_000)), URLENCODED),
        (b"name=" + b"x" * 3_000_000, URLENCODED),
        (FILE_IN_PLACE_OF_WORDS, "multipart/form-data; boundary=x"),
    ],
    ids=range(16),
)
def test_what_cannot_be_read_is_the_senders_mistake(client, address, body, content_type):
    response = client.generic("POST", address, body, content_type=content_type)
    assert 400 <= response.status_code < 500
    assert soup(response).h1


@both_forms
@pytest.mark.parametrize("lang", ["xx", "es\x00", "../../etc", LONG, "en-US,en;q=%00"])
def test_no_wish_for_a_language_breaks_a_page(client, address, lang):
    headers = {"Accept-Language": lang}
    assert client.get(address, {"lang": lang}, headers=headers).status_code == 200
    cookie = {"Cookie": f"django_language={lang[:50]}"}
    assert client.get(address, headers=cookie).status_code == (400 if "\x00" in lang else 200)
