"""The outbox: mail is a row written in the transaction that causes it, and is sent afterwards.

`enqueue` writes the row, and `fate` decides then whether it may be sent at all. `runner` (a thread
of the web process, or `manage.py send_outbox`) calls `sender`, which takes one row at a time
through `claims` and decides on errors with `failures`.

Promise: a mail whose transaction was committed is not lost, whatever crashes; a sender that
crashes causes one duplicate at most, with the same Message-ID. A server whose answer never comes
cannot be told from a crash: that mail, too, is sent again. See docs/decisions/0007.
"""
