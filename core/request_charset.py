"""Keeps Django from decoding requests in whatever encoding they name."""

import re

CHARSET = re.compile(r";\s*charset\s*=\s*[^;]*", re.IGNORECASE)


def only_utf8(application):
    """Return a WSGI application that never sees a charset in the content type.

    Django looks the name up before any of its error handling, and Python knows charsets, such
    as hex, that are no encodings of text. Browsers post forms in the page's UTF-8.
    """

    def decoded(environ, start_response):
        environ["CONTENT_TYPE"] = CHARSET.sub("", environ.get("CONTENT_TYPE", ""))
        return application(environ, start_response)

    return decoded
