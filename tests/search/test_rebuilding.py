"""What the search knows while it is written anew, and afterwards."""

from django.core.management import call_command
from wagtail.search.backends import get_search_backend

from search.models import Entry, Word
from tests import builders


def stored():
    return set(Word.objects.values_list("language", "word"))


def rebuilder():
    backend = get_search_backend("readers")
    return backend.rebuilder_class(backend.get_index_for_model(Entry))


def test_typing_errors_are_forgiven_while_it_is_written_anew(find):
    builders.resource("Zeppelin")
    rebuilder().start()  # and broken off
    assert find("zepelin") == ["Zeppelin"]


def test_words_that_no_page_has_are_forgotten_at_the_end(site):
    builders.resource("Zeppelin")
    page = builders.resource("Airship")
    builders.translate(page, title="Dirigible")
    kept = stored()
    Word.objects.create(language="en", word="dirigible")
    Word.objects.bulk_create(Word(language="es", word=f"old {n}") for n in range(1100))
    call_command("update_index", "--backend", "readers", verbosity=0)
    assert stored() == kept
    call_command("update_index", "--backend", "readers", "--schema-only", verbosity=0)
    assert stored() == kept
