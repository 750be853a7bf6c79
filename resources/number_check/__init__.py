"""Compares numbers that were typed by hand with the figures, so that none of them grows old.

`numbers` reads a text, `typed` a page, `known` finds the figures with these amounts, `findings`
puts both together; `table` keeps what stands in published pages, `notices` and `report` tell.
"""
