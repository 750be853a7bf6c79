from home.models.content import ContentPage
from home.models.home import HomePage

__all__ = ["ContentPage", "HomePage"]
