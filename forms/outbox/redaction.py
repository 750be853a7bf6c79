"""A mail server's answer without the address it is about."""

import re

LOCAL_PART = re.compile(r"[^\s<>()\[\],;:\"']+(?=@)|\"[^\"]*\"(?=@)")
WORD = re.compile(r"[^\W\d_]{3,}")
HIDDEN = "…"


def without_address(text: str, address: str) -> str:
    """Return what a server said, with hosts but without anybody's name in an address.

    Some servers quote the part before the @ alone ("user ada.roe unknown"), or the person's name.
    """
    text = LOCAL_PART.sub(HIDDEN, text)
    for name in names_in(address):
        alone = rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
        text = re.sub(alone, HIDDEN, text, flags=re.IGNORECASE)
    return text


def names_in(address: str) -> list[str]:
    """Return the part before the @, where there is one, and the words in it."""
    local_part = address.rpartition("@")[0]
    return [*filter(None, [local_part]), *WORD.findall(local_part)]
