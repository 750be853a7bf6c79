"""Notices what no page of ours may do, whatever a test is about."""

import re
from urllib.parse import urlsplit


class Watch:
    """Collects requests to other hosts, errors on the console and errors in scripts.

    Chromium reports each violation of the Content-Security-Policy on the console, as an error.
    """

    def __init__(self):
        self.homes = {}
        self.complaints = []
        self.expected = []

    def attach(self, context):
        """Watch everything that happens in a browser context."""
        context.on("request", lambda request: self.note_request(context, request))
        context.on("console", self.note_console)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))

    def expect(self, pattern):
        """Say that complaints which match this regular expression belong to the test."""
        self.expected.append(re.compile(pattern))

    def note_request(self, context, request):
        """Complain about any host but the first one that this context asked."""
        host = urlsplit(request.url).netloc
        if host and host != self.homes.setdefault(context, host):
            self.complaints.append(f"request to another host: {request.url}")

    def note_console(self, message):
        if message.type == "error":
            self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def unexpected(self):
        """Return the complaints that no `expect` has announced."""
        return [
            text
            for text in self.complaints
            if not any(pattern.search(text) for pattern in self.expected)
        ]
