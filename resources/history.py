"""Keeps what figures said to readers: a version whenever a page is published with another claim.

It listens to Wagtail's signals, so that it does not matter who publishes: an editor, a schedule, a
translation, a script.
"""

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import pre_delete
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from resources.figures.changes import differences, kept_record


def connect() -> None:
    """Begin to listen; called once, when the app is ready."""
    from resources.models import StatisticPage

    page_published.connect(keep_versions, sender=StatisticPage)
    page_unpublished.connect(close_versions, sender=StatisticPage)
    pre_delete.connect(note_privacy, sender=StatisticPage)


@transaction.atomic
def keep_versions(instance, **kwargs) -> None:
    """Keep what the figures of a page that was just published say, where that is new.

    Dates its new corrections, too. The number of queries does not grow with the figures.
    """
    from resources.models import Figure, FigureVersion

    if not instance.live:  # it was published for a later day
        return
    now = instance.last_published_at or timezone.now()
    new_corrections = date_corrections(instance, now)
    figures = Figure.objects.filter(page=instance).select_related("superseded_by").whole()
    records = {figure.translation_key: kept_record(figure) for figure in figures}
    last = last_versions(instance, records)
    new = [key for key, said in records.items() if is_new(said, last.get(key))]
    gone = [key for key, version in last.items() if key not in records]
    close([last[key] for key in (*new, *gone) if key in last], now)
    announced = announcements(instance, new, new_corrections)
    FigureVersion.objects.bulk_create(
        following(instance, last.get(key), records[key], now, announced.get(key)) for key in new
    )


def date_corrections(page, now) -> list:
    """Date what a page says for the first time; return of it what announces a new number."""
    from resources.models import Correction

    undated = Correction.objects.filter(page=page, published_at=None)
    corrections = list(undated.order_by("sort_order"))
    undated.update(published_at=now)
    for correction in corrections:
        correction.published_at = now
    return [correction for correction in corrections if correction.announces]


def announcements(page, keys, new_corrections: list) -> dict:
    """Return the correction that announces a new version of these figures, by their keys."""
    if new_corrections:
        return dict.fromkeys(keys, new_corrections[-1])
    return translated_announcements(page, keys)


def translated_announcements(page, keys) -> dict:
    """Return those of a translation: its corrections come dated, as its original has them."""
    from resources.models import Correction, FigureVersion

    own = {row.translation_key: row for row in Correction.objects.filter(page=page)}
    versions = FigureVersion.objects.exclude(language=page.locale.language_code)
    of_original = versions.filter(figure_key__in=keys, correction__translation_key__in=list(own))
    return {
        version.figure_key: own[version.correction.translation_key]
        for version in of_original.select_related("correction").order_by("number")
    }


def last_versions(page, keys) -> dict:
    """Return the last version of each of these figures, and of those that the page had, by key."""
    from resources.models import FigureVersion

    of_them = Q(figure_key__in=list(keys)) | Q(page=page)
    found = FigureVersion.objects.filter(of_them, language=page.locale.language_code)
    return {version.figure_key: version for version in found.order_by("number")}


def known_versions(page, figures) -> list:
    """Return what readers know of a page's figures: those given, and those that it had.

    A figure that left the page in a publication is known no longer; unpublishing changes nothing.
    """
    if not page.pk:
        return []
    keys = {figure.translation_key for figure in figures}
    published = type(page).objects.filter(pk=page.pk).values_list("last_published_at", flat=True)
    return [
        version
        for key, version in last_versions(page, keys).items()
        if key in keys or stood_until_unpublished(version, published.get())
    ]


def stood_until_unpublished(version, last_published_at) -> bool:
    """Whether a version stands, or stood until its page was unpublished."""
    until, published = version.replaced_at, last_published_at
    return until is None or published is None or until > published


def is_new(said: dict, last) -> bool:
    """Whether a record needs a version of its own."""
    if not last or last.replaced_at is not None:
        return True
    others = [
        name for name in ("statement", "superseded_by") if said[name] != last.record.get(name)
    ]
    return bool(others or differences(said, last.record))


def close(versions: list, now) -> None:
    """Say of versions that still stand until when they did."""
    from resources.models import FigureVersion

    standing = [version.pk for version in versions if version.replaced_at is None]
    FigureVersion.objects.filter(pk__in=standing).update(replaced_at=now)


def following(page, last, said: dict, now, correction):
    """Return the version that comes after the last one, not saved.

    The correction announces it if the claim is another, and not only the statement; and if it is
    younger than the last one. (That of a translation has the date of its original.)
    """
    from resources.models import FigureVersion

    is_another = last and differences(said, last.record)
    is_announced = is_another and correction and correction.published_at > last.published_at
    return FigureVersion(
        figure_key=said["id"],
        language=said["language"],
        number=last.number + 1 if last else 1,
        page=page,
        record=said,
        published_at=now,
        correction=correction if is_announced else None,
    )


def close_versions(instance, **kwargs) -> None:
    """Say until when the figures of a page stood that was just unpublished or deleted."""
    from resources.models import FigureVersion

    FigureVersion.objects.standing().filter(page=instance).update(replaced_at=timezone.now())


def note_privacy(instance, **kwargs) -> None:
    """Remember that a page was hidden from readers; once it is deleted nobody can tell."""
    from resources.models import FigureVersion

    if not type(instance).objects.filter(pk=instance.pk).open_to_all().exists():
        FigureVersion.objects.filter(page=instance).update(is_private=True)
