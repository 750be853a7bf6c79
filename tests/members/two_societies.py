"""Two societies. One has everything that could leak, each of it marked with SECRET."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from taggit.models import Tag
from wagtail.admin.models import EditingSession
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Comment, UploadedFile
from wagtail_localize.models import TranslationSource

from forms.models import ProblemReport, ReportPage
from members.models import Invitation, MemberSocietyPage
from members.sections import open_section
from resources.models import Link, LinkUse, ResourcePage, StatisticPage
from tests import builders

# In every text that only the other society and staff may know. Long, since no random token of a
# page may hold it by chance.
SECRET = "zqxjkvwq"
BAIT = "xylophone"  # in the same texts, to search for them without naming the secret


@dataclass
class Society:
    """A society, its editor, and what hangs on it by the name of a part of an address."""

    page: MemberSocietyPage
    editor: object
    ids: dict = field(default_factory=dict)

    @property
    def section(self):
        return self.page.section


def reader_of_ours() -> Society:
    """The society whose editor looks around; it has a resource of its own."""
    page = MemberSocietyPage.objects.get(slug="american-college-of-radiology")
    editor = builders.society_editor(page, email="ours@example.org")
    resource = draft_below(page, ResourcePage(title="Our resource", owner=editor), editor)
    return Society(page, editor, {"page": [page.pk, resource.pk]})


def the_other() -> Society:
    """The society with secrets."""
    page = MemberSocietyPage.objects.get(slug="society-of-interventional-radiology")
    open_section(page)
    editor = builders.society_editor(
        page, email=f"{SECRET}.bea@example.org", first_name=f"{SECRET}bea", last_name=f"{SECRET}roe"
    )
    other = Society(page, editor)
    add_files(other)
    add_pages(other)
    add_review(other)
    add_traces(other)
    return other


def draft_below(parent, page, editor):
    """Add an unpublished page as an editor does."""
    page.live = False
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision(user=editor)
    return page


def add_files(other):
    """An image and a document, each with a name and a tag, and an upload that was not finished."""
    common = {"title": named("file"), "collection": other.section.drafts}
    common["uploaded_by_user"] = other.editor
    picture = get_test_image_file(filename=f"{SECRET}-picture.png")
    image = get_image_model().objects.create(file=picture, **common)
    paper = ContentFile(b"words", name=f"{SECRET}-paper.pdf")
    document = get_document_model().objects.create(file=paper, file_size=5, **common)
    for file in (image, document):
        file.tags.add(f"{SECRET}tag {BAIT}")
    upload = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(document),
        file=ContentFile(b"words", name=f"{SECRET}-upload.pdf"),
        uploaded_by_user=other.editor,
    )
    other.ids |= {"image": [image.pk], "document": [document.pk], "upload": [upload.pk]}
    other.ids["collection"] = [other.section.drafts.pk, other.section.published.pk]


def add_pages(other):
    """A changed page, a draft of each kind, and a revision of each."""
    draft = {"owner": other.editor, "search_description": named("summary")}
    resource = ResourcePage(title=named("resource"), summary=named("words"), **draft)
    statistic = StatisticPage(title=named("statistic"), statement=named("words"), **draft)
    other.page.title = named("name")
    other.page.description = f"<p>{named('description')}</p>"
    other.page.save_revision(user=other.editor)
    pages = [
        other.page,
        *(draft_below(other.page, new, other.editor) for new in (resource, statistic)),
    ]
    pages[1].save_revision(user=other.editor)
    other.ids["page"] = [page.pk for page in pages]
    other.ids["revision"] = [revision.pk for page in pages for revision in page.revisions.all()]
    other.pages = pages


def add_review(other):
    """A draft that waits for review, and one that was sent back with a comment."""
    _, resource, statistic = other.pages
    states = [page.get_workflow().start(page, other.editor) for page in (resource, statistic)]
    reviewer = builders.user_in("Communications", first_name=f"{SECRET}reviewer")
    states[1].current_task_state.reject(user=reviewer, comment=named("comment"))
    other.ids["workflow_state"] = [state.pk for state in states]
    other.ids["task_state"] = [state.current_task_state.pk for state in states]
    other.ids["task"] = [state.current_task_state.task_id for state in states]


def add_traces(other):
    """A comment, an open editor, an invitation, a report, a translation, a lock, a broken link."""
    resource = other.pages[1]
    comment = Comment.objects.create(
        page=resource, user=other.editor, text=named("comment"), contentpath="summary"
    )
    session = EditingSession.objects.create(
        user=other.editor, content_object=resource, last_seen_at=timezone.now()
    )
    invitation = Invitation.objects.create(
        section=other.section,
        email=f"{SECRET}-invited@example.org",
        nonce="n" * 32,
        sent_at=timezone.now(),
        expires_at=timezone.now(),
    )
    link = Link.objects.create(address=f"https://{SECRET}.example/", host="x", state="gone")
    LinkUse.objects.create(link=link, page=other.page)
    form = ReportPage.objects.get()
    report = ProblemReport.objects.create(
        page=form,
        wording=form.current_wording,
        resource=resource,
        problem="other",
        message=named("report"),
        email=f"{SECRET}-reader@example.org",
    )
    source, _ = TranslationSource.get_or_create_from_instance(resource)
    other.ids |= {
        "comment": [comment.pk],
        "session": [session.pk],
        "invitation": [invitation.pk],
        "link": [link.pk],
        "report": [report.pk],
        "translation_source": [source.pk],
        "user": [other.editor.pk],
        "group": [other.section.group_id],
        "tag": list(Tag.objects.filter(name__contains=SECRET).values_list("pk", flat=True)),
    }


def named(what: str) -> str:
    return f"{SECRET} {BAIT} {what}"
