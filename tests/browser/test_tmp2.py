from django.db import connections, connection
import pytest, asyncio
from wagtail.models import Page


def loop():
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        return False


def say(t):
    c = connections["default"]
    print(t, "loop", loop(), "id", id(c), hasattr(c, "_test_serialized_contents"))


@pytest.fixture(autouse=True)
def _around(request, live_server):
    say("setup")
    yield
    say("teardown")


@pytest.mark.parametrize("n", [1, 2, 3])
def test_one(request, n, page):
    say("begin")
    page.goto("data:text/html,x")
    say("end")
    print("PAGES", Page.objects.count())
