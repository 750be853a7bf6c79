"""Rules of the layout (docs/decisions/0003) that no review should have to look for."""

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.base import Lexer, TokenType
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR)
FEATURES = ["forms", "home", "members", "resources", "search"]
# Who may import which of our packages. `home` composes the others; `core` is everybody's.
MAY_IMPORT = {
    "core": {"core"},
    **{app: {"core", app} for app in FEATURES},
    "home": {"core", *FEATURES},
    "config": {"config", "core", *FEATURES},
}
TEMPLATES = sorted(
    path.relative_to(ROOT / "templates") for path in (ROOT / "templates").rglob("*.*")
)


def modules(package):
    return [path for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts]


def imported_by(path):
    """The top-level packages that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_point_from_features_to_core(package):
    ours = {"config", "core", "tests", *FEATURES}
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(package)
        for name in set(imported_by(path)) & ours - MAY_IMPORT[package]
    }
    assert wrong == set()


@pytest.mark.parametrize("package", ["core", *sorted(FEATURES)])
def test_imports_are_absolute(package):
    relative = [
        path
        for path in modules(package)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_every_package_of_ours_is_in_the_table():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages == set(MAY_IMPORT)


def test_no_package_hides_one_of_the_standard_library():
    assert not (ROOT / "statistics").exists()


@pytest.mark.parametrize("name", TEMPLATES, ids=str)
def test_every_template_compiles(name):
    assert get_template(str(name))


def static_names(template):
    """What `{% static %}` names in a template."""
    for token in Lexer((ROOT / "templates" / template).read_text(encoding="utf-8")).tokenize():
        if token.token_type == TokenType.BLOCK and token.contents.startswith("static "):
            yield token.split_contents()[1].strip("'\"")


def test_every_static_file_that_a_template_names_is_there():
    names = {name for template in TEMPLATES for name in static_names(template)}
    assert "css/site.css" in names
    assert {name for name in names if not finders.find(name)} == set()


def test_every_stylesheet_is_part_of_the_bundle():
    css = ROOT / "static" / "css"
    bundle = (css / "site.css").read_text(encoding="utf-8")
    ours = [path.relative_to(css).as_posix() for path in css.rglob("*.css")]
    parts = [name for name in ours if name != "site.css" and not name.startswith("admin/")]
    assert [name for name in parts if f'url("{name}")' not in bundle] == []
    assert bundle.count("@import") == len(parts)


def test_tests_are_no_package():
    assert list((ROOT / "tests").rglob("__init__.py")) == []
