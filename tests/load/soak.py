"""The long form of test_load.py: python -m tests.load.soak, on the database of DATABASE_URL."""

import sys
import tempfile
from pathlib import Path

from tests.load.kills import pledge_and_kill, serve_with_mail

PLEDGES, KILLS, CLIENTS, LEASE_SECONDS = 1500, 20, 8, 20


def main() -> int:
    """Print the figures and what is not as promised; return an exit code."""
    with (
        tempfile.TemporaryDirectory(prefix="coalition-soak-") as folder,
        serve_with_mail(Path(folder), LEASE_SECONDS) as served,
    ):
        outcome = pledge_and_kill(served, PLEDGES, KILLS, CLIENTS)
    print(outcome.figures())  # noqa: T201
    print("\n".join(outcome.faults()) or "All is as promised.")  # noqa: T201
    return 1 if outcome.faults() else 0


if __name__ == "__main__":
    sys.exit(main())
