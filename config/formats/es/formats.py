"""Spanish as it is written in the United States: 1,234.5 and not 1.234,5."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
