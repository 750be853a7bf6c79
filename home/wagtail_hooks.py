from core import deletion
from home.guards import why_a_site_keeps_it

deletion.register(why_a_site_keeps_it)
