from wagtail.test.utils.form_data import querydict_from_html
from django.urls import reverse
from wagtail.models import Page
def test_b(site, communications):
    for p in Page.objects.filter(depth__gte=2):
        html=communications.get(reverse("wagtailadmin_pages:edit", args=[p.pk])).content.decode()
        q = querydict_from_html(html, form_id="page-edit-form")
        print(p.specific_class.__name__)
        print({k:v[:60] for k,v in q.items() if 'comment' not in k})
    html=communications.get(reverse("wagtailsettings:edit", args=["core","coalitionsettings",site.pk])).content.decode()
    q = querydict_from_html(html, form_id="w-editor-form")
    print({k:v[:60] for k,v in q.items() if 'comment' not in k})
