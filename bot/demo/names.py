"""Invented families, from the backgrounds that Dutch schools know."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass

# Background: first names of children and of parents, and surnames.
_NAMES: dict[str, tuple[str, str, str]] = {
    "Dutch": (
        "Sanne Daan Lotte Bram Femke Thijs Roos Sem Fleur Jesse Mila Luuk",
        "Marloes Peter Annelies Ruben Linda Mark Esther Wouter Ilse Bas",
        "de Vries|Jansen|van den Berg|Bakker|Visser|Smit|Mulder|van Dam|Kuipers|Hendriks",
    ),
    "Frisian": (
        "Jelle Sietske Fenna Hidde Nynke Douwe",
        "Tjitske Sjoerd Baukje Wiebe",
        "Hoekstra|van der Wal|Terpstra|Postma",
    ),
    "Turkish": (
        "Elif Emir Zeynep Yusuf Defne Kerem",
        "Ayşe Mehmet Fatma Hakan",
        "Yılmaz|Kaya|Demir|Öztürk|Arslan",
    ),
    "Moroccan": (
        "Amira Ilyas Salma Bilal Yasmina Anouar",
        "Fatima Rachid Naima Mohamed",
        "el Amrani|Bouali|Ziani|el Idrissi|Haddou",
    ),
    "Surinamese": (
        "Shanaya Jayden Anjali Quincy Rishi Dewi",
        "Sharmila Humphrey Radha Winston",
        "Ramdin|Sewpersad|Pinas|Kartosen|Blijd",
    ),
    "Antillean": ("Shanice Rowan Jeandre Zoë", "Marisol Rigoberto", "Martina|Maduro|Rosalia"),
    "Polish": ("Zofia Jakub Maja Filip", "Agnieszka Piotr", "Nowak|Kowalska|Wójcik"),
    "Syrian": ("Nour Omar Lina Karim", "Rima Khaled", "al Hamwi|Haddad|Darwish"),
    "Ukrainian": ("Sofiia Danylo Solomiia", "Oksana Andriy", "Kovalenko|Bondarenko"),
    "Chinese": ("Mei Jun Lihua", "Xiuying Wei", "Chen|Wang|Li"),
    "Ghanaian": ("Abena Kofi Efua", "Akosua Kwame", "Owusu|Mensah|Boateng"),
    "Moluccan": ("Noa Jeremy", "Ona Benny", "Pattinama|Manuputty"),
    "Eritrean": ("Selam Yonas", "Almaz Tesfay", "Tekle|Habte"),
}
_WEIGHTS = (34, 7, 12, 12, 8, 4, 5, 5, 4, 3, 2, 2, 2)
_FAMILY_DOMAIN = "familie.example"


@dataclass(frozen=True, slots=True)
class Family:
    """A child and the grown-up who asks; now and then with another surname."""

    child: str
    adult: str

    @property
    def child_email(self) -> str:
        return _address(self.child)

    @property
    def adult_email(self) -> str:
        return _address(self.adult)


def invent_family(rng: random.Random) -> Family:
    children, adults, surnames = _NAMES[_background(rng)]
    surname = rng.choice(surnames.split("|"))
    child = f"{rng.choice(children.split())} {surname}"
    if rng.random() < 0.25:
        _, adults, others = _NAMES[_background(rng)]
        surname = rng.choice(others.split("|"))
    return Family(child, f"{rng.choice(adults.split())} {surname}")


def _background(rng: random.Random) -> str:
    return rng.choices(tuple(_NAMES), weights=_WEIGHTS)[0]


def _address(name: str) -> str:
    """`fatima.el-amrani@familie.example`: a domain reserved for examples (RFC 2606)."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    letters = re.sub(r"[^a-z ]", "", plain.encode("ascii", "ignore").decode())
    first, _, rest = letters.partition(" ")
    return f"{first}.{rest.replace(' ', '-')}@{_FAMILY_DOMAIN}"
