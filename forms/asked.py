"""Every question that was ever asked: also those that were reworded or removed since."""

from forms.models.wording import Wording


def ever_of(model) -> dict[str, str]:
    """Return the questions behind the answers of a model, by name, with their newest words.

    Two that have the same words are told apart by a number. One query.
    """
    labels = {}
    answered = model.objects.order_by().values("wording")
    for said in Wording.objects.filter(pk__in=answered).order_by("pk").values("questions"):
        labels |= {question["clean_name"]: question["label"] for question in said["questions"]}
    return told_apart(labels)


def told_apart(labels: dict[str, str]) -> dict[str, str]:
    times, told = {}, {}
    for name, label in labels.items():
        times[label] = times.get(label, 0) + 1
        told[name] = f"{label} ({times[label]})" if times[label] > 1 else label
    return told
