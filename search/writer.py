"""The thread of a web process that writes down what was searched for."""

import atexit
import logging
import threading

from django.db import close_old_connections, connections

from search import asked

logger = logging.getLogger(__name__)
SECONDS = 60

_stopping = threading.Event()


def start_in_background() -> threading.Thread:
    """Start the thread; what is left is written when the process ends."""
    thread = threading.Thread(target=run, name="searches", daemon=True)
    thread.start()
    atexit.register(stop, thread)
    return thread


def run() -> None:
    """Write each minute, and a last time when told to stop. No error ends it."""
    while not _stopping.wait(SECONDS):
        write()
    write()
    connections.close_all()


def write() -> None:
    try:
        close_old_connections()
        asked.write()
    except Exception as error:
        # What was counted is lost. Without the error's text, which may quote a question.
        logger.error("Searches could not be counted: %s", type(error).__name__)


def stop(thread: threading.Thread) -> None:
    """Let the thread write what is left and end."""
    _stopping.set()
    thread.join(timeout=5)
