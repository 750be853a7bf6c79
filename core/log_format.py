"""Logs say what broke and where, never what somebody typed."""

import logging
import traceback


class WithoutValues(logging.Formatter):
    """Writes the places of an error and its type, not its message.

    A database's message quotes the row that it refused, and with it names and addresses.
    """

    def formatException(self, exc_info):  # noqa: N802 (logging's own name)
        """Return the traceback of the error and of those behind it, oldest first."""
        return "\n".join(reversed(list(parts(exc_info[1]))))


def parts(error):
    """Yield one text for the error and for each error behind it."""
    while error:
        frames = "".join(traceback.format_tb(error.__traceback__))
        yield f"{frames}{type(error).__module__}.{type(error).__qualname__}"
        error = error.__cause__ or error.__context__
