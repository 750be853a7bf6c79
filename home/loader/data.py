"""Reads the data files."""

import tomllib
from pathlib import Path

SEED = Path(__file__).resolve().parent.parent / "seed"


def read(name: str) -> dict:
    """Return what stands in `home/seed/<name>.toml`."""
    return tomllib.loads((SEED / f"{name}.toml").read_text(encoding="utf-8"))


def paragraphs(texts: list[str]) -> str:
    """Return rich text with one paragraph for each text."""
    return "".join(f"<p>{text}</p>" for text in texts)
