from members.models.index import MemberIndexPage
from members.models.society import MemberSocietyPage

__all__ = ["MemberIndexPage", "MemberSocietyPage"]
