"""What a figure says, as one sentence made from its data."""


def sentence(figure) -> str:
    """Return the sentence in the language in force; "" where there is nothing to say yet."""
    return figure.in_words
