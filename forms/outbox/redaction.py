"""A mail server's answer without the address it is about."""

import re

LOCAL_PART = re.compile(r"[^\s<>()\[\],;:\"']+(?=@)|\"[^\"]*\"(?=@)")
HIDDEN = "…"


def without_address(text: str, address: str) -> str:
    """Return what a server said, with hosts but without anybody's name in an address.

    Some servers quote the part before the @ alone ("user ada unknown").
    """
    name = re.escape(address.rpartition("@")[0])
    alone = rf"(?<![^\W_]){name}(?![^\W_])"
    text = LOCAL_PART.sub(HIDDEN, text)
    return re.sub(alone, HIDDEN, text, flags=re.IGNORECASE) if name else text
