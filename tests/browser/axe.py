"""Asks axe-core whether the page in front of us is accessible."""

from contextlib import contextmanager
from importlib.resources import files

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPTS_OFF = "Emulation.setScriptExecutionDisabled"
RUN = """tags => axe.run(document, {
    runOnly: {type: "tag", values: tags},
    resultTypes: ["violations", "incomplete"],
    preload: false,  // it would fetch our stylesheets a second time, past the policy
})"""


def assert_accessible(page, explained=()):
    """Fail with a list of everything that axe finds wrong or cannot decide on this page."""
    findings = axe_findings(page, explained)
    assert not findings, f"axe on {page.url}:\n\n" + "\n\n".join(findings)


def axe_findings(page, explained=()):
    """Return axe's violations, and what it left undecided except for the explained rules.

    `explained` maps the id of a rule to the reason why a person has decided what axe could not.
    """
    page.wait_for_load_state()  # a heading may be there before the stylesheet is
    with scripts_allowed(page):
        # evaluate() goes past the page's Content-Security-Policy, which a script tag would not.
        page.evaluate(AXE)
        results = page.evaluate(RUN, TAGS)
    undecided = [rule for rule in results["incomplete"] if rule["id"] not in explained]
    return [
        *(describe("violation", rule) for rule in results["violations"]),
        *(describe("undecided", rule) for rule in undecided),
    ]


@contextmanager
def scripts_allowed(page):
    """Let axe run in a page that was loaded with JavaScript off, which it is again afterwards."""
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        yield
        return
    switch = page.context.new_cdp_session(page)
    # A new session believes that scripts are allowed, and does nothing about it at first.
    for disabled in (True, False):
        switch.send(SCRIPTS_OFF, {"value": disabled})
    yield
    switch.send(SCRIPTS_OFF, {"value": True})
    switch.detach()


def describe(verdict, rule):
    """Say in a few lines what is wrong, where, and how to mend it."""
    places = [
        f"  {' '.join(map(str, node['target']))}\n    {node['html'][:200]}\n    "
        + (node.get("failureSummary") or "").replace("\n", "\n    ")
        for node in rule["nodes"]
    ]
    return f"{verdict}: {rule['id']} ({rule['impact']}): {rule['help']}\n" + "\n".join(places)
