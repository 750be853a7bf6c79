"""What `/healthz/` reports. An app adds its own check with `register`."""

from collections.abc import Callable

_checks: list[Callable[[], list[str]]] = []


def register(check: Callable[[], list[str]]) -> Callable[[], list[str]]:
    """Add a check: a function that returns a list of short warnings, empty when all is well."""
    _checks.append(check)
    return check


def warnings_of_all_apps() -> list[str]:
    """Run every check and return all warnings."""
    return [warning for check in _checks for warning in check()]
