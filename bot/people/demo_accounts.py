"""The accounts of the demonstration: known to everybody, and let in lightly only while it is one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.people.roles import ADMINISTRATION, MANAGER, OFFICER, STAFF
from bot.settings import Settings

#: Reserved for examples (RFC 2606): nobody real can have it, and mail to it arrives nowhere.
DEMO_DOMAIN = "rivierdam.example"
DEMO_PASSWORD = "proberen-mag-altijd"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """`school` is a slug; None is the whole board."""

    mailbox: str
    name: str
    role: str
    school: str | None = None

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{DEMO_DOMAIN}"


#: One for each role, for all schools: those that a visitor is shown.
DEMO_LOGINS = (
    DemoPerson("administratie", "Marieke Hoekstra", ADMINISTRATION),
    DemoPerson("fg", "Ahmed Bouzid", OFFICER),
    DemoPerson("beheerder", "Ineke de Graaf", MANAGER),
    DemoPerson("medewerker", "Lotte Vermeulen", STAFF),
)


def is_demo_address(email: str) -> bool:
    return email.strip().casefold().endswith(f"@{DEMO_DOMAIN}")


def enters_lightly(settings: Settings, email: str) -> bool:
    """Without second factor and forced change: an account of the demonstration, during it.

    Elsewhere the known password opens nothing but its own change, as every first password.
    """
    return settings.demo and is_demo_address(email)
