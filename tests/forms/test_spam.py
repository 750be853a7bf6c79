"""A robot's work is kept, flagged and not mailed; the visitor sees no difference."""

import pytest
from django.core.management import call_command
from django.test import Client

from forms import pledge_states
from forms.models import OutgoingMail, Pledge, Tally
from tests.builders import pledge_answers, superuser
from tests.conftest import logged_in
from tests.forms.signers import asked_long_ago
from tests.markup import soup, text_of


@pytest.fixture
def sign(site):
    """Post a pledge from an address on the network."""

    def sign(email="ada@example.org", address="198.51.100.7", **answers):
        return Client(REMOTE_ADDR=address).post("/commit/", pledge_answers(email=email, **answers))

    return sign


def suspects():
    return list(Pledge.objects.filter(is_suspect=True).values_list("email", flat=True))


@pytest.mark.parametrize("address", ["/", "/commit/"])
def test_the_trap_is_out_of_sight_but_said_to_those_who_hear_the_page(site, client, address):
    form = soup(client.get(address)).select_one("form[method=post]")
    trap = form.select_one("[name=trap]")
    assert form.select_one(f"label[for={trap['id']}]").get_text() == "Leave this empty"
    assert (trap["tabindex"], trap["autocomplete"]) == ("-1", "off")
    assert trap.find_parent(class_="trap")
    assert not form.select("[style]")


def test_whoever_fills_in_the_trap_is_flagged_and_not_mailed(sign):
    person, robot = sign(), sign(email="robot@example.org", trap="http://spam.example")
    assert (person.status_code, person.content) == (robot.status_code, robot.content)
    assert repr(person.headers) == repr(robot.headers)
    assert suspects() == ["robot@example.org"]
    assert [mail.recipient for mail in OutgoingMail.objects.all()] == ["ada@example.org"]


def test_what_is_suspect_is_never_mailed_later(sign, client):
    sign(trap="x")
    asked_long_ago(days=6)
    call_command("remind_signers", verbosity=0)
    client.post("/commit/yours/", {"email": "ada@example.org"})
    assert not OutgoingMail.objects.exists()
    asked_long_ago(days=31)
    call_command("remind_signers", verbosity=0)
    assert not Pledge.objects.exists()


def test_a_person_is_not_bound_to_what_a_robot_sent_before(sign):
    sign(trap="x", name="Robot", wants_updates="on")
    sign(name="Ada Roe")
    pledge = Pledge.objects.get()
    assert (pledge.name, pledge.wants_updates, pledge.is_suspect) == ("Ada Roe", False, False)
    assert OutgoingMail.objects.get().purpose == "pledge"


def test_a_robot_cannot_flag_a_pledge_that_stands(sign):
    sign()
    pledge_states.confirm(Pledge.objects.get())
    sign(trap="x", name="Robot")
    pledge = Pledge.objects.get()
    assert (pledge.name, pledge.status, pledge.is_suspect) == ("Ada Roe", "confirmed", False)


def test_five_hundred_posts_to_one_address_make_one_mail(sign):
    answers = {
        (response.status_code, response["Location"])
        for response in (
            sign(address=f"198.{number // 250}.{number % 250}.7") for number in range(500)
        )
    }
    assert len(answers) == 1
    assert Pledge.objects.count() == 1
    assert OutgoingMail.objects.count() == 1


def test_who_deletes_it_is_not_pestered_without_end(sign):
    for _ in range(8):
        sign()
        pledge_states.remove(Pledge.objects.get())
    sign()
    assert suspects() == ["ada@example.org"]
    assert not OutgoingMail.objects.exists()


def test_one_network_signs_so_often_in_an_hour(sign, settings):
    settings.FORMS_PER_NETWORK = 3
    for number in range(5):
        sign(f"reader{number}@example.org", address=f"203.0.113.{number}")
    sign("elsewhere@example.org", address="203.0.114.1")
    assert sorted(suspects()) == ["reader3@example.org", "reader4@example.org"]
    assert OutgoingMail.objects.count() == 4


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("203.0.113.1", "::ffff:203.0.113.9", True),
        ("127.0.0.1", "127.0.0.1", False),
        ("", "", False),
        ("unix:", "unix:", False),
    ],
)
def test_what_one_network_is(sign, settings, one, other, same):
    settings.FORMS_PER_NETWORK = 1
    sign("a@example.org", address=one)
    sign("b@example.org", address=other)
    assert bool(suspects()) == same


def test_a_front_server_says_whose_request_it_is(site, settings):
    settings.READER_ADDRESS_HEADER, settings.FORMS_PER_NETWORK = "X-Real-IP", 1
    for number, address in enumerate(["203.0.113.1", "203.0.113.2", "203.0.114.1"]):
        answers = pledge_answers(email=f"reader{number}@example.org")
        Client().post("/commit/", answers, headers={"X-Real-IP": address})
    assert suspects() == ["reader1@example.org"]


def test_all_together_sign_so_often_in_an_hour(sign, settings):
    settings.FORMS_PER_HOUR = 2
    for number in range(3):
        sign(f"reader{number}@example.org", address=f"203.0.{number}.1")
    assert suspects() == ["reader2@example.org"]


def test_nothing_that_is_counted_names_anybody(sign):
    sign()
    kept = str(list(Tally.objects.values()))
    assert Tally.objects.count() == 2
    for words in ("198.51", "ada@", "example"):
        assert words not in kept


def test_staff_who_may_see_pledges_see_which_are_suspect(sign):

    sign(trap="x")
    sign("ben@example.org")
    listed = logged_in(superuser()).get("/admin/forms/pledge/?is_suspect__exact=1")
    assert "ada@example.org" in text_of(listed)
    assert "ben@example.org" not in text_of(listed)
