"""Fixtures for every test."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def _empty_caches():
    """Let no test see what another cached: pages, settings, Wagtail's paths of sites."""
    for cache in caches.all():
        cache.clear()
