from django.http import HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """After a post, look elsewhere with GET (RFC 9110, section 15.4.4)."""

    status_code = 303
