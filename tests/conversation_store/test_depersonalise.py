"""Personal data are out before anybody sees what was typed; what a question is about stays in."""

from __future__ import annotations

import pytest

from bot.conversations.depersonalise import GONE, depersonalise, is_useful

# (what was typed, what may not be left of it)
SECRETS = [
    ("mail mij op mo.elamrani@gmail.com", ["elamrani", "gmail"]),
    ("mijn mail is mo@school", ["mo@school"]),
    ("bel me op 06-12345678 of 030 1234567", ["1234", "5678", "06"]),
    ("mijn nummer is +31 6 12 34 56 78", ["31", "78"]),
    ("haar bsn is 123456782", ["123456782"]),
    ("bsn 1234.56.782 staat in het dossier", ["1234", "782"]),
    ("ze is geboren op 12 maart 2014", ["maart", "2014"]),
    ("geboortedatum 12-03-2014", ["2014", "12-03"]),
    ("hij is van 3/5/2012", ["2012", "3/5"]),
    ("geboren in 2014", ["2014"]),
    ("mijn kind is op 1 sept geboren", ["sept"]),
    ("wij wonen op kerkstraat 12 b in utrecht", ["kerkstraat", "12"]),
    ("adres: Prins Hendriklaan 4", ["Hendriklaan", "Prins"]),
    ("postcode 3512 AB Utrecht", ["3512", "AB", "Utrecht"]),
    ("postcode 3512ab", ["3512"]),
    ("IBAN NL91ABNA0417164300", ["NL91", "0417"]),
    ("mijn kenmerk is DW-K7MH3-9XQ4T", ["K7MH3"]),
    ("kijk op https://school.example/daan", ["school.example", "daan"]),
    ("mijn zoon Daan wordt gefilmd", ["Daan"]),
    ("mijn zoon daan wordt gefilmd", ["daan"]),
    ("mag mijn dochter Sanne de Vries haar dossier zien", ["Sanne", "Vries"]),
    ("mijn jongste dochter sanne de vries heeft een dossier", ["sanne", "vries"]),
    ("onze kleinzoon thijs mag niet op de foto", ["thijs"]),
    ("Ik ben Mo el Amrani en ik wil inzage", ["Mo", "Amrani"]),
    ("ik ben peter jansen", ["peter", "jansen"]),
    ("ben ik marieke", ["marieke"]),
    ("hallo u spreekt met fatima", ["fatima"]),
    ("juf Marieke zegt dat het niet mag", ["Marieke"]),
    ("meester jan heeft een foto gemaakt", ["jan"]),
    ("mevrouw de wit van de administratie", ["wit"]),
    ("de moeder van tim wil het weten", ["tim"]),
    ("het dossier van Roos inzien", ["Roos"]),
    ("het dossier van roos inzien", ["roos"]),
    ("mijn naam is Willem van Oranje", ["Willem", "Oranje"]),
    ("hij heet storm", ["storm"]),
    ("Daan zit in groep 6", ["Daan"]),
    ("sanne mag niet mee", ["sanne"]),
    ("mag Roos op de foto", ["Roos"]),
    ("MIJN ZOON DAAN DE VRIES WORDT GEPEST", ["DAAN", "daan", "VRIES", "vries"]),
    ("hij zit op De Regenboog in Amersfoort", ["Regenboog", "Amersfoort"]),
    ("we gaan naar amersfoort verhuizen", ["amersfoort"]),
    ("groeten, Ans", ["Ans"]),
    ("met vriendelijke groeten\nJ. Bakker", ["Bakker"]),
    ("O'Brien wil inzage", ["Brien"]),
    ("Anne-Marie wil inzage", ["Anne", "Marie"]),
    ("mijn ex Björn Şahin vraagt het dossier op", ["Björn", "Şahin"]),
    ("de vader van Élodie", ["Élodie"]),
    ("leerling 483920 wil zijn cijfers", ["483920"]),
    ("mijn dochter   Fatima", ["Fatima"]),
    ("ik ben de moeder van Fatima", ["Fatima"]),
    ("Ahmed Yılmaz, 5 mei 2011", ["Ahmed", "Yılmaz", "2011"]),
    ("mijn zoon (Daan) en dochter (Eva)", ["Daan", "Eva"]),
    ("instagram: @daan_dv", ["daan"]),
]
# What says nothing about anybody stays as it was typed.
KEPT = [
    "mag ik het dossier van mijn kind inzien",
    "hoe lang bewaart de school het dossier",
    "mijn dochter van 17 wil haar dossier zien",
    "mag de school foto's van mijn zoon op de website zetten",
    "ik ben de moeder en ik heb gezag",
    "wat doet Veilig Thuis met een melding",
    "mijn zoon wordt gepest",
    "waar kan ik een klacht indienen",
    "mogen ouders zonder gezag de cijfers zien",
    "mag dat (of niet)? ik wil het weten, graag",
]


@pytest.mark.parametrize(("typed", "secrets"), SECRETS)
def test_what_tells_who_somebody_is_is_out(typed: str, secrets: list[str]) -> None:
    left = depersonalise(typed)
    assert GONE in left
    assert [secret for secret in secrets if secret in left] == []


@pytest.mark.parametrize("typed", KEPT)
def test_what_names_nobody_stays(typed: str) -> None:
    assert depersonalise(typed) == typed


def test_doing_it_again_changes_nothing() -> None:
    for typed, _ in SECRETS:
        once = depersonalise(typed)
        assert depersonalise(once) == once


@pytest.mark.parametrize(
    ("text", "useful"), [("", False), (f"{GONE} {GONE}.", False), ("ja", False)]
)
def test_what_holds_too_little_is_not_learnt_from(text: str, useful: bool) -> None:
    assert is_useful(text) == useful


def test_a_question_with_a_name_out_of_it_is_still_one() -> None:
    assert is_useful(depersonalise("mag Daan zijn dossier zien"))
