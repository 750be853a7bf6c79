from core.models.base_page import BasePage
from core.models.images import CustomImage, CustomRendition
from core.models.settings import CoalitionSettings, FooterLink, SocialLink
from core.models.user import User

__all__ = [
    "BasePage",
    "CoalitionSettings",
    "CustomImage",
    "CustomRendition",
    "FooterLink",
    "SocialLink",
    "User",
]
