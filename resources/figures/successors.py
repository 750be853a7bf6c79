"""Which figure takes the place of which."""


def leads_back(figure, chosen: dict) -> bool:
    """Whether the figures that supersede one another lead from a figure back to it.

    `chosen` has, by their keys, the successors of figures that are not saved yet.
    """
    seen = {figure.translation_key}
    following = chosen[figure.translation_key]
    while following is not None:
        key = following.translation_key
        if key in seen:
            return True
        seen.add(key)
        following = chosen.get(key, following.superseded_by)
    return False
