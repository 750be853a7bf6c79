"""One typed figure: its kinds, its rules, and all that is made from it."""
