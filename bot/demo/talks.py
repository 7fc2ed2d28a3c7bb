"""What invented parents typed in the chat, and what the office did with it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.demo.schools import PRIMARY, SECONDARY, SPECIAL

#: Mailboxes of who answers.
BOARD, AT_PRIMARY, AT_SECONDARY = "medewerker", "wietske", "samuel"


@dataclass(frozen=True, slots=True)
class Step:
    """`what` is a key of `talking.PLAY`. `about`: questions, best first, or an address."""

    what: str
    text: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One conversation. Began `minutes` ago, or so many working days (`days`) ago at ten o'clock.

    `who` has it when a person does.
    """

    sector: str
    steps: tuple[Step, ...]
    minutes: int = 0
    days: int = 0
    who: str = BOARD


def _steps(*rows: tuple[str, str, tuple[str, ...]]) -> tuple[Step, ...]:
    return tuple(Step(*row) for row in rows)


_WAITING = (
    Talk(
        sector=SPECIAL,
        minutes=6,
        steps=_steps(
            ("danger", "Mijn zoon zegt dat hij geslagen wordt en hij durft niet naar huis", ()),
            ("person", "Hij is nu bij mijn zus. Wil iemand van school mij bellen?", ()),
        ),
    ),
    Talk(
        sector=SECONDARY,
        minutes=13,
        steps=_steps(
            (
                "asks",
                "mijn ex kan in magister alles zien van onze dochter, mag dat",
                ("inzage/gescheiden_beide_gezag", "inzage/ex_tegenhouden"),
            ),
            (
                "unclear",
                "er is een beschikking dat hij niet mag weten waar wij wonen, wie regelt dat",
                ("delen/andere_ouders", "inzage/ex_tegenhouden", "jeugdzorg/uithuisplaatsing"),
            ),
            ("person", "Ik wil een medewerker", ()),
        ),
    ),
    Talk(
        sector=SPECIAL,
        minutes=38,
        steps=_steps(
            (
                "unclear",
                "die papieren van het swv zijn zoek hoe kan dat nou",
                (
                    "dossier/samenwerkingsverband",
                    "delen/samenwerkingsverband",
                    "dossier/tlv_uitleg",
                ),
            ),
            ("lost", "nee ik wil weten waar ze zijn gebleven", ("klacht/datalek_mijn_kind",)),
            (
                "leaves",
                "De verklaring die wij in september inleverden is kwijt. Hebben jullie die nog?",
                ("s.kaya@familie.example",),
            ),
        ),
    ),
)
_WITH_STAFF = (
    Talk(
        sector=PRIMARY,
        minutes=19,
        steps=_steps(
            (
                "asks",
                "Mag de schoolfotograaf de naam van mijn kind krijgen?",
                ("beeld/schoolfotograaf", "beeld/foto_publiceren"),
            ),
            ("person", "Ik wil graag iemand van school spreken", ()),
            ("takes", "", ()),
            ("answers", "Goedendag, u praat met Lotte. Wat wilt u weten over de fotograaf?", ()),
            ("reads", "", ()),
            (
                "tells",
                "Wij wonen op een geheim adres. Kan mijn dochter wel op de klassenfoto, maar zonder "
                "naam in die webwinkel?",
                (),
            ),
        ),
    ),
    Talk(
        sector=PRIMARY,
        minutes=47,
        who=AT_PRIMARY,
        steps=_steps(
            (
                "asks",
                "hoe vraag ik het dossier van mijn zoontje op",
                ("inzage/hoe_aanvragen", "inzage/recht"),
            ),
            ("person", "kan ik het ook komen bekijken op school?", ()),
            ("takes", "", ()),
            ("note", "Ouder belde vorige week ook. Hatice weet ervan.", ()),
            ("answers", "Dat kan. Schikt woensdag om 13.00 uur, of donderdag na school?", ()),
            ("reads", "", ()),
            ("tells", "Donderdag na school is fijn, dan neem ik mijn moeder mee.", ()),
            ("answers", "Prima. Ik leg vast dat u donderdag om 15.00 uur komt.", ()),
            ("reads", "", ()),
        ),
    ),
    Talk(
        sector=SECONDARY,
        minutes=25,
        who=AT_SECONDARY,
        steps=_steps(
            (
                "asks",
                "mijn dochter wordt stiekem gefilmd in de klas en het staat op snap",
                ("beeld/leerling_filmt", "beeld/foto_zonder_toestemming"),
            ),
            ("person", "Wie kan ervoor zorgen dat dit vandaag nog weg gaat?", ()),
            ("takes", "", ()),
            ("answers", "Wat vervelend. Weet u in welke les het was? Dan loop ik er nu heen.", ()),
        ),
    ),
)
_OVER = (
    Talk(
        sector=PRIMARY,
        days=1,
        who=AT_PRIMARY,
        steps=_steps(
            (
                "asks",
                "ik wil niet meer dat er foto's van mijn kind op de site komen",
                ("privacyregels/toestemming_intrekken", "beeld/foto_publiceren"),
            ),
            ("person", "Ik had dat in september al doorgegeven aan de juf, telt dat?", ()),
            ("takes", "", ()),
            (
                "answers",
                "Dat telt. Mail het ons nog even, vanaf het adres dat wij van u kennen.",
                (),
            ),
            ("reads", "", ()),
            ("tells", "Doe ik. En de ouderapp?", ()),
            ("answers", "Zet die erbij. De assistent weet hoe u dit later weer verandert.", ()),
            ("reads", "", ()),
            ("back", "", ("privacyregels/toestemming_geven",)),
        ),
    ),
    Talk(
        sector=PRIMARY,
        days=2,
        steps=_steps(
            (
                "unclear",
                "kan de bso zien wat er in parnassys staat over medicijnen",
                ("delen/kinderopvang", "dossier/gezondheid", "leermiddelen/ouderportaal"),
            ),
            (
                "leaves",
                "Ziet de opvang in het gebouw welke medicijnen mijn kind krijgt?",
                ("b.vandijk@familie.example",),
            ),
            ("takes", "", ()),
            (
                "answers",
                "Nee, de opvang kan niet in ons systeem. Alleen met uw handtekening geven wij door "
                "wat zij moeten weten. Het formulier ligt bij de balie.",
                (),
            ),
            ("mailed", "", ()),
            ("closes", "", ()),
        ),
    ),
    Talk(
        sector=SECONDARY,
        days=4,
        who=AT_SECONDARY,
        steps=_steps(
            (
                "asks",
                "Mijn zoon is 17, zie ik zijn cijfers nog?",
                ("inzage/voortgang_tot_18", "inzage/leeftijd_16_17"),
            ),
            ("person", "Bij mij staat er opeens niets meer in de app", ()),
            ("takes", "", ()),
            ("note", "Mail is binnen, van het adres dat wij kennen. Account staat weer aan.", ()),
            (
                "answers",
                "Mail ons vanaf het adres dat wij kennen. Dan zet ik uw account weer aan.",
                (),
            ),
            ("reads", "", ()),
            ("tells", "Gedaan, en hij doet het weer. Hartelijk dank.", ()),
            ("answers", "Graag gedaan.", ()),
            ("reads", "", ()),
            ("closes", "", ()),
        ),
    ),
    Talk(
        sector=SPECIAL,
        days=3,
        steps=_steps(
            (
                "asks",
                "Mag ik het gesprek met de ib'er opnemen?",
                ("privacyregels/gesprek_opnemen", "dossier/gespreksverslag"),
            ),
            ("person", "Ik wil een medewerker", ()),
            ("stops", "", ()),
            (
                "asks",
                "En komt er een verslag van dat gesprek?",
                ("dossier/gespreksverslag", "dossier/werkaantekeningen"),
            ),
        ),
    ),
)
_MISSED = (
    Talk(
        sector=PRIMARY,
        days=1,
        steps=_steps(
            (
                "unclear",
                "juf Samira doet van alles in de groepsapp met de kinderen erop",
                ("beeld/foto_publiceren", "leermiddelen/whatsapp", "beeld/lesopname"),
            ),
            (
                "asks",
                "mag de juf filmpjes van de kring in de groepsapp zetten",
                ("leermiddelen/whatsapp",),
            ),
            ("no_help", "dit bedoel ik niet", ("beeld/lesopname", "beeld/foto_publiceren")),
        ),
    ),
    Talk(
        sector=SECONDARY,
        days=2,
        steps=_steps(
            (
                "unclear",
                "ze hebben de chromebook van mijn kind leeggehaald en alles gelezen",
                (
                    "privacyregels/telefoon_laptop_inzien",
                    "leermiddelen/schoolaccount",
                    "privacyregels/telefoon_innemen",
                ),
            ),
            ("lost", "zijn eigen appjes ook", ("leermiddelen/whatsapp",)),
        ),
    ),
    Talk(
        sector=SECONDARY,
        days=5,
        steps=_steps(
            (
                "unclear",
                "moet de mentor van Daan van den Berg mijn mail van 3 maart weggooien als ik dat zeg",
                ("rechten/verwijderen", "dossier/werkaantekeningen", "bewaartermijn/dossier"),
            ),
            ("asks", "hoe lang blijft het dossier bewaard", ("bewaartermijn/dossier",)),
        ),
    ),
    Talk(
        sector=SPECIAL,
        days=6,
        steps=_steps(
            (
                "unclear",
                "wie leest er mee als de logopedist iets opschrijft",
                ("delen/zorgverlener", "delen/binnen_school", "inzage/wie_heeft_gekeken"),
            ),
            ("asks", "Wie op school mag in het dossier kijken?", ("delen/binnen_school",)),
        ),
    ),
)
TALKS: tuple[Talk, ...] = (*_WAITING, *_WITH_STAFF, *_OVER, *_MISSED)
#: Missed text, as far as it must be known -> the question that the manager chose; None is put aside.
JUDGED: dict[str, str | None] = {
    "wie leest er mee": "delen/binnen_school",
    "moet de mentor": "rechten/verwijderen",
    "zijn eigen appjes ook": None,
}
#: (sector or None for all schools, title, text)
STANDARD_ANSWERS: tuple[tuple[str | None, str, str], ...] = (
    (
        None,
        "Wie bent u?",
        "Voordat ik iets over een kind kan zeggen, moet ik zeker weten wie u bent. Wilt u ons bellen "
        "op het nummer van school? Stuur geen kopie van uw paspoort.",
    ),
    (
        None,
        "Ik zoek het uit",
        "Dat zoek ik voor u uit. Ik weet het uiterlijk morgen. U krijgt mijn antwoord hier, en per "
        "e-mail als u dan niet in de chat bent.",
    ),
    (
        None,
        "Liever een verzoek",
        "Hiervoor kunt u het beste een verzoek indienen. Dan krijgt u een kenmerk en weet u wanneer "
        "u antwoord hebt. Zal ik dat nu voor u doen?",
    ),
    (
        PRIMARY,
        "Afspraak om het dossier te bekijken",
        "U kunt het dossier op school komen bekijken, na schooltijd bij de administratie. Welke dag "
        "schikt u?",
    ),
    (
        SECONDARY,
        "Account van een ouder",
        "Werkt uw account voor het ouderportaal niet? Mail de leerlingenadministratie vanaf het adres "
        "dat bij ons bekend is. Dan staat het binnen een werkdag weer aan.",
    ),
)
