"""What several people do at the same moment."""

import threading

from django.db import connection


def at_once(*calls):
    """Run these in threads of their own, all at the same moment; return what they returned."""
    start, results = threading.Barrier(len(calls)), []

    def run(call):
        try:
            start.wait(10)
            results.append(call())
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results
