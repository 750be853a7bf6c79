"""Figures that were typed as texts get the terms and sources that the texts name."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail.models import Locale

from resources.models import Source, Term

migration = import_module("resources.migrations.0005_terms_and_sources_from_texts")


@pytest.fixture
def vocabulary(site):
    return migration.Vocabulary(apps)


def test_a_text_becomes_one_term_however_it_is_written(vocabulary):
    first = vocabulary.term("population", "en", "Rural women")
    assert vocabulary.term("population", "en", " rural women ") == first
    assert Term.objects.get(pk=first).name == "Rural women"
    assert vocabulary.term("population", "en", "") is None
    assert vocabulary.term("outcome", "en", "Rural women") != first


def test_a_translation_words_the_term_of_its_original(vocabulary):
    one = vocabulary.term("outcome", "en", "death")
    other = vocabulary.term("outcome", "en", "dying")
    for term in (one, other):  # both are said with the same word
        assert vocabulary.term("outcome", "es", "muerte", term) == term
    assert vocabulary.term("outcome", "es", "muerte", one) == one


def test_revisions_are_converted_too(vocabulary):
    contents = migration.Contents(apps, vocabulary, migration.Sources(apps))
    old = {
        "locale": Locale.objects.get(language_code="en").pk,
        "source_title": "CDC",
        "source_address": "https://cdc.example/",
        "figures": [{"outcome": "death", "group": "Some", "comparison_group": ""}],
    }
    (figure,) = contents.converted(old)["figures"]
    assert Term.objects.get(pk=figure["group"]).name == "Some"
    assert figure["comparison_group"] is None
    source = Source.objects.get(pk=figure["sources"][0])
    assert (str(source), source.address) == ("CDC", "https://cdc.example/")
