"""What the editors of a society reach in the admin: what `rules` names, and nothing else.

Wagtail's own rights keep them from changing other sections, but several of its screens show
titles, names and tags from there. So the admin is an allow-list for everybody who holds no role
of staff: `middleware` asks `rules` before any view runs. See docs/decisions/0018.
"""
