"""docs/roles.md says what the tables grant."""

import pytest
from django.conf import settings

from members.role_docs import roles_page

DOCS = settings.BASE_DIR / "docs" / "roles.md"


@pytest.mark.django_db
def test_the_page_is_up_to_date():
    assert DOCS.read_text(encoding="utf-8") == roles_page(), "run `make roles`"
