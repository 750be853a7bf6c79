"""The tools of the browser tests find what they are there to find."""

import pytest

from tests.browser.axe import assert_accessible, axe_findings
from tests.browser.html_checker import html_errors

GOOD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A good page</title></head>
<body><main><h1>A good page</h1><p>With one sentence.</p></main></body></html>"""
STRICT = "default-src 'none'; style-src 'self'"


@pytest.fixture
def show(page):
    """Show HTML in the browser under a strict Content-Security-Policy."""

    def show(html, page=page):
        page.route(
            "http://site.test/",
            lambda route: route.fulfill(
                body=html, content_type="text/html", headers={"Content-Security-Policy": STRICT}
            ),
        )
        page.goto("http://site.test/")
        return page

    return show


def test_axe_has_nothing_to_say_about_a_good_page(show):
    assert_accessible(show(GOOD))


def test_axe_finds_a_violation_and_says_where(show):
    page = show(GOOD.replace("<p>", '<input type="text"><p>'))
    with pytest.raises(AssertionError, match=r"violation: label \(critical\)"):
        assert_accessible(page)


def test_axe_reports_what_it_cannot_decide_until_it_is_explained(show):
    page = show(GOOD.replace("<p>", "<video></video><p>"))
    undecided = axe_findings(page)
    assert undecided
    assert all(text.startswith("undecided: ") for text in undecided)
    rules = [text.split()[1] for text in undecided]
    assert axe_findings(page, explained=dict.fromkeys(rules, "a reason")) == []


def test_axe_works_where_pages_may_not_run_scripts(show, open_page):
    html = GOOD.replace("<p>", '<input type="text"><script src="/x.js"></script><p>')
    page = show(html, open_page(java_script_enabled=False))
    assert len(axe_findings(page)) == 1
    assert (
        show(GOOD.replace("<p>", "<noscript><b>off</b></noscript><p>"), page).locator("b").count()
    )


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<p style='color: red'>", "Content Security Policy"),
        ("<script>1</script>", "Content Security Policy"),
        ('<img src="http://other.test/a.png" alt="">', "http://other.test/a.png"),
    ],
)
def test_the_watch_notices_what_a_page_must_not_do(show, watch, html, complaint):
    watch.expect(r".")
    show(GOOD.replace("<p>", html))
    assert any(complaint in text for text in watch.complaints)


def test_the_watch_lets_pass_only_what_was_expected(show, watch):
    show(GOOD.replace("<p>", "<p style='color: red'>"))
    assert watch.unexpected()
    watch.expect("Content Security Policy")
    assert watch.unexpected() == []


def test_the_html_checker_finds_errors_and_says_in_which_page():
    bad = GOOD.replace("<p>", "<p><div></div>")
    errors = html_errors({"/good/": GOOD, "/bad/": bad})
    assert len(errors) == 1
    assert errors[0].startswith("/bad/, line 3: No “p” element in scope")


def test_the_html_checker_accepts_html_of_today():
    new = '<search><label>Words <input name="q"></label></search><div inert popover>x</div>'
    assert html_errors({"/new/": GOOD.replace("<p>", f"{new}<p>")}) == []
