"""How staff and societies' editors sign in to the real admin."""

PASSWORD = "a password for tests"  # of every account that tests/builders.py makes


def sign_in(page, email: str) -> None:
    """Fill in the form that a page of the admin shows to whoever is not signed in."""
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
