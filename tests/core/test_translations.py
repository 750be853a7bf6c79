"""Every text of ours can be read in Spanish, and what is served is what was translated."""

import re
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from bs4 import BeautifulSoup
from django.conf import settings
from django.template.base import Lexer, TokenType
from django.urls import reverse
from django.utils.translation.template import templatize
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from forms.models import ContactPage, OutgoingMail, Pledge, PledgePage
from tests.builders import pledge_answers, user_in
from tests.markup import soup, text_of, words

PO = polib.pofile(settings.LOCALE_PATHS[0] / "es" / "LC_MESSAGES" / "django.po")
MO = polib.mofile(settings.LOCALE_PATHS[0] / "es" / "LC_MESSAGES" / "django.mo")
TEMPLATES = [*(settings.BASE_DIR / "templates").rglob("*.*")]
MODULES = [
    module
    for package in settings.BASE_DIR.glob("*/__init__.py")
    for module in package.parent.rglob("*.py")
]
KEYWORDS = DEFAULT_KEYWORDS | {
    f"{name}_lazy": DEFAULT_KEYWORDS[name]
    for name in ("gettext", "ngettext", "pgettext", "npgettext")
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]\b|\{\w*\}")
SPOKEN_ATTRIBUTES = ["alt", "aria-label", "placeholder", "title"]


def key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def texts(entry):
    """The translations of an entry: one, or one for each plural form."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def texts_in_the_code():
    """What `makemessages` would find, without needing gettext."""
    found = set()
    for path in [*TEMPLATES, *MODULES]:
        for _line, message, _comments, context in extract("python", source(path), KEYWORDS):
            singular, plural = message if isinstance(message, tuple) else (message, "")
            found.add((context, singular, plural))
    return found


def source(path: Path):
    """Python as it is; a template as Python that marks the same texts."""
    code = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        code = "\n".join(line.strip() for line in templatize(code).splitlines())
    return BytesIO(code.encode())


def test_every_text_of_the_site_is_in_the_spanish_messages():
    in_the_code, in_the_messages = texts_in_the_code(), {key(entry) for entry in PO}
    assert len(in_the_code) > 300
    assert in_the_code - in_the_messages == set(), "run `make messages` and translate these"
    assert in_the_messages - in_the_code == set(), "run `make messages`: nothing uses these"


def test_every_text_is_translated_and_none_is_a_guess():
    assert [entry.msgid for entry in PO if entry.fuzzy] == []
    assert [entry.msgid for entry in PO if not all(texts(entry))] == []


def test_the_compiled_messages_are_the_translated_ones():
    assert {key(entry): texts(entry) for entry in MO} == {key(entry): texts(entry) for entry in PO}
    assert MO.metadata["Plural-Forms"] == PO.metadata["Plural-Forms"]


def test_a_translation_has_the_placeholders_of_its_original():
    def placeholders(text):
        return sorted(PLACEHOLDER.findall(text))

    wrong = [
        (entry.msgid, text)
        for entry in PO
        for text in texts(entry)
        if placeholders(text) != placeholders(entry.msgid_plural or entry.msgid)
    ]
    assert wrong == []


def test_a_translation_begins_and_ends_as_its_original_does():
    """A lower-case label stays one, and a sentence keeps its full stop."""

    def shape(text):
        return text.lstrip("¡¿")[:1].isupper(), text[-1:] in ".:"

    wrong = [
        (entry.msgid, texts(entry)[0])
        for entry in PO
        if entry.msgid[:1].isalpha()
        and entry.msgid != "vs."
        and shape(entry.msgid) != shape(texts(entry)[0])
    ]
    assert wrong == []


def test_templates_have_no_words_of_their_own():
    """Words stand in translation tags, never bare between them."""
    bare_words = {str(path): words_between_tags(path) for path in TEMPLATES}
    assert {path: found for path, found in bare_words.items() if found} == {}


def words_between_tags(path):
    html = BeautifulSoup(bare(Lexer(path.read_text(encoding="utf-8")).tokenize()), "html.parser")
    spoken = [tag.get(name, "") for tag in html.find_all(True) for name in SPOKEN_ATTRIBUTES]
    return re.findall(r"[^\W\d_]+", " ".join([html.get_text(" "), *spoken]))


def bare(tokens):
    """What a template writes outside its tags and its translated blocks."""
    written, inside = "", None
    for token in tokens:
        command = token.contents.split(" ")[0] if token.token_type == TokenType.BLOCK else ""
        if inside:
            inside = None if command == f"end{inside}" else inside
        elif command in ("blocktranslate", "blocktrans", "comment"):
            inside = command
        elif token.token_type == TokenType.TEXT:
            written += token.contents
    return written


@pytest.fixture
def spanish(home):
    """Publishes the Spanish translation of a loaded page below the home page."""
    locale = Locale.objects.get(language_code="es")

    def translate(page):
        translation = page.copy_for_translation(locale)
        translation.save_revision().publish()
        return translation

    translate(home)
    return lambda page_type: translate(page_type.objects.child_of(home).get())


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [("/es/search/", 200, "Buscar"), ("/es/no-hay/", 404, "Esta página no existe")],
)
def test_pages_without_content_of_their_own_are_spanish_too(site, client, address, status, heading):
    response = client.get(address)
    page = soup(response)
    assert (response.status_code, page.html["lang"]) == (status, "es")
    assert words(page.h1) == heading
    assert page.select_one(".search-form")["action"] == "/es/search/"
    assert words(page.select_one(".skip-link")) == "Ir al contenido"


def test_the_number_of_found_pages_is_said_in_spanish(spanish, client):
    spanish(PledgePage)
    assert "Se encontró 1 página para “commit”." in text_of(client.get("/es/search/?q=commit"))
    nothing = text_of(client.get("/es/search/?q=zzz"))
    assert "No se encontró nada para “zzz”." in nothing


def test_the_pledge_form_asks_in_spanish(spanish, client):
    page = soup(client.get(spanish(PledgePage).url))
    assert page.html["lang"] == "es"
    labels = [words(label) for label in page.select(".form label")]
    assert labels[:4] == [
        "Su nombre",
        "Correo electrónico",
        "Su sociedad profesional (opcional)",
        "Estado (opcional)",
    ]
    choices = [words(option) for option in page.select("#id_state option")]
    assert choices[0] == "No está en la lista"
    assert "Carolina del Norte" in choices


def test_errors_of_forms_are_spanish(spanish, client):
    page = spanish(PledgePage)
    wrong = client.post(page.url, {"name": "", "email": "nobody", "wording": "0"})
    assert wrong.status_code == 422
    text = words(soup(wrong).select_one(".form-errors"))
    assert text.startswith("Por favor, revise lo siguiente: Su nombre: Este campo es ")
    assert "Correo electrónico: Introduzca una dirección de correo electrónico válida." in text
    assert "Las palabras de este formulario cambiaron desde que usted abrió la página." in text


def test_mails_of_a_spanish_page_are_spanish(spanish, client):
    page = spanish(PledgePage)
    answers = pledge_answers(page)
    for _time in range(2):
        assert client.post(page.url, answers).status_code == 303
        Pledge.objects.update(status=Pledge.Status.CONFIRMED)
    receipt, again = OutgoingMail.objects.order_by("pk")
    for words_of_mail in (receipt.text, receipt.html, again.text, again.html):
        assert "Usted recibió este correo porque alguien escribió su dirección en" in words_of_mail
    assert 'lang="es"' in receipt.html
    assert re.search(r"El \d+ de \w+ de \d{4} usted se comprometió a actuar", again.text)


def test_the_contact_form_is_spanish(spanish, client):
    labels = soup(client.get(spanish(ContactPage).url)).select(".form label")
    shown = [words(label) for label in labels if not label.find_parent(class_="trap")]
    assert shown == ["Su nombre", "Correo electrónico", "Mensaje"]


def test_staff_who_read_spanish_edit_in_spanish(home, client):
    editor = user_in("Communications")
    UserProfile.objects.create(user=editor, preferred_language="es")
    page = PledgePage.objects.child_of(home).get()
    client.force_login(editor)
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "A qué se comprometen las personas. Ven exactamente estas palabras." in text_of(form)
