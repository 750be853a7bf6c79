"""The blocks that make up the body of a page."""

from core.blocks.body import BodyBlock

__all__ = ["BodyBlock"]
