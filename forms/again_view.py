"""For whom no mail came: the browser that sent the form asks once more, or corrects the address.

Everybody gets the same answers. Nothing tells whether there was a pledge to write about.
"""

from forms import pledge_mails, reminders, this_browser


def send_again(page, request):
    """Mail the way to confirm once more to the address that this browser typed."""
    if request.method != "POST":
        return page.render(request, template="forms/send_again.html")
    pledge_mails.send_once_more(page, this_browser.pledge_from(request, page))
    return page.to_thank_you(request)


def correct_address(page, request):
    """Show the form anew; a good post takes the place of what this browser sent before."""
    template = "forms/correct_address.html"
    if request.method != "POST":
        return page.render_with(request, page.blank_form, template=template)
    form = page.form_class(request.POST, page=page)
    if not (page.is_open and form.is_valid()):
        return page.render_with(request, form, template=template, status=422)
    earlier = this_browser.pledge_from(request, page)
    if earlier and earlier.email != form.cleaned_data["email"]:
        reminders.give_up(earlier)
    return page.accept(request, form)
