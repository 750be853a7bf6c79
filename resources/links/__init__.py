"""Links that stay alive: whether the addresses that readers can follow still lead anywhere.

`gathering` keeps one row for each address, from what the apps name (core/links.py). `run` visits
those that are due: `visitor` asks, through a `connection` to nothing but public addresses
(`network`), one request at a time per host (`hosts`), and returns a `finding`. `states` says what
a finding means after those before it. See docs/decisions/0027.
"""
