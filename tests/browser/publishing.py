"""What staff do to publish, in the real admin."""


def publish(page) -> None:
    """Publish the page whose editor is open, and wait until the site says that it was done.

    The message alone says so: "published" stands in the editor before, beside the page's state.
    """
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name="Publish").click()
    page.locator(".messages .success").wait_for()
