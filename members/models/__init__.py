from members.models.details import Representative, SocietyLink
from members.models.index import MemberIndexPage
from members.models.invitation import Invitation
from members.models.membership import Level, Membership
from members.models.names import SocietyName
from members.models.review import ReviewTask
from members.models.section import Section
from members.models.society import MemberSocietyPage, SocietyKind

__all__ = [
    "Invitation",
    "Level",
    "MemberIndexPage",
    "MemberSocietyPage",
    "Membership",
    "Representative",
    "ReviewTask",
    "Section",
    "SocietyKind",
    "SocietyLink",
    "SocietyName",
]
