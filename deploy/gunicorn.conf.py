"""How gunicorn serves the site, on one's own machine and in production."""

import gc
import os

# Only this machine may ask; the public comes through a front server.
bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = 2
threads = 4
keepalive = 15  # seconds; longer than a front server keeps its connections idle

timeout = 30
# Long enough for requests in hand, and for the mail in hand of a worker's sender.
graceful_timeout = 65

# No addresses, no query strings, no browsers: nothing that says who has read what.
accesslog = "-"
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s bytes in %(M)s ms"

# The socket lies in the home folder, where all the sites of a user would share it.
control_socket_disable = True


def post_worker_init(worker):
    """Let each worker write down, now and then, what was searched for (search/writer.py).

    And let it not look for garbage among the code that it has loaded: that takes a tenth of a
    second each time, and a page with many rows may bring it about.
    """
    from search.writer import start_in_background

    start_in_background()
    gc.freeze()
