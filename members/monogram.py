"""The letters on the tile of a society without a logo."""

SMALL_WORDS = {"of", "on", "and", "the", "for", "in", "de", "la", "y"}
LONGEST = 6


def monogram(acronym: str, name: str, parent_body: str = "") -> str:
    """Return the acronym, or the initials of the name without its parent body."""
    if acronym:
        return acronym
    own_part = name.split(f" for the {parent_body}")[0] if parent_body else name
    words = [word for word in own_part.split() if word.lower() not in SMALL_WORDS]
    return "".join(word[0] for word in words if word[0].isalnum())[:LONGEST].upper()
