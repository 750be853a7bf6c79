"""Members by the hundred, written in bulk: one by one they would take minutes."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models.sql import InsertQuery
from wagtail.models import Page

from members.models import MemberIndexPage, Membership, MemberSocietyPage, SocietyKind

# As unlike each other as the names of real societies, so that what is compressed is no fairer.
PLACES = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia "
    "Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts "
    "Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon "
    "Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Zia"
)
SUBJECTS = (
    "Diagnostic Radiology; Interventional Radiology; Radiation Oncology; Nuclear Medicine; "
    "Breast Imaging; Pediatric Radiology; Neuroradiology; Emergency Radiology; Abdominal Imaging; "
    "Cardiovascular Computed Tomography; Thoracic Radiology; Skeletal Radiology; Medical Physics"
)


def many_societies(number, level="", **period):
    """So many more members below the members page, written in bulk: no history, no section."""
    parent = MemberIndexPage.objects.get()
    pages = [unsaved_society(parent, parent.numchild + n) for n in range(1, number + 1)]
    Page.objects.bulk_create([page_part(page) for page in pages])
    by_path = dict(Page.objects.child_of(parent).values_list("path", "pk"))
    for page in pages:
        page.pk = page.page_ptr_id = by_path[page.path]
    insert_own_part(pages)
    MemberIndexPage.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)
    Membership.objects.bulk_create(
        Membership(society=page, level=level, source="Minutes", **period) for page in pages
    )
    return pages


def unsaved_society(parent, number):
    """A published society whose name is as long as most, and unlike the one before it."""
    places, subjects = PLACES.split(), SUBJECTS.split("; ")
    place, subject = places[number % len(places)], subjects[number % len(subjects)]
    title, slug = f"{place} Society of {subject} {number}", f"society-{number}"
    kinds = SocietyKind.values
    return MemberSocietyPage(
        title=title,
        draft_title=title,
        slug=slug,
        kind=kinds[number % len(kinds)],
        path=MemberSocietyPage._get_path(parent.path, parent.depth + 1, number),
        depth=parent.depth + 1,
        url_path=f"{parent.url_path}{slug}/",
        locale=parent.locale,
        content_type=ContentType.objects.get_for_model(MemberSocietyPage),
    )


def page_part(page):
    """The row of a page that all page types share."""
    fields = [f.attname for f in Page._meta.concrete_fields if not f.primary_key]
    return Page(**{name: getattr(page, name) for name in fields})


def insert_own_part(pages):
    """Write the rows that only their page type has; Django's bulk_create refuses child models."""
    model = type(pages[0])
    fields = model._meta.local_concrete_fields
    for start in range(0, len(pages), 200):
        query = InsertQuery(model)
        query.insert_values(fields, pages[start : start + 200])
        query.get_compiler(connection=connection).execute_sql()
