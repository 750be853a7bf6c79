"""One number, quoted by reference: figures that editors insert into rich text.

Stored as `<embed embedtype="figure" key="…" part="number"/>`, shown as the figure stands today.
"""
