"""What the endpoints of the public API (/api/v2/) have in common."""
