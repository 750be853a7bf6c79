"""Programs that the browser tests take from the system."""

import os
import shutil

import pytest


def find_program(names: list[str], advice: str) -> str:
    """Return the path of the first of these programs that is here.

    Without one the test is skipped with the advice, or fails where REQUIRE_BROWSER is set.
    """
    found = next(filter(None, map(shutil.which, names)), None)
    if found:
        return found
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(advice, pytrace=False)
    pytest.skip(advice)
