"""Self-harm in the words of those who do not say it straight: no exception hides these."""

from __future__ import annotations

from bot.emergency.people import NEAR, OWN_CHILD, together

_SELF = r"(?:zichzelf|mezelf|zich|mijzelf|haarzelf|hemzelf|me ?zelf|zig ?zelf|(?:me|mn|dr|haar|zn|zijn|d'r) eigen?)"
_PILLS = (
    r"(?:pillen|pilletjes|paracetamol\w*|tabletten|medicijnen|slaappillen|slaaptabletten|strips?)"
)
_LIMBS = r"(?:arm|onderarm|onderarmen|armen|been|benen|pols|polsen|huid|bovenbenen|buik)"
_HEIGHT = r"(?:dak|flat|trein|brug|spoor|viaduct|balkon|metro|toren|perron)"

VEILED = (
    r"\bzelf ?moo?r[dt]",
    r"\b(?:wil|wilt|wou|wilde|ga|gaat) (?:echt |gewoon |liever )?doot\b",
    r"\b(?:wil|wilt|wilde|wou|liever) (?:\w+ ){0,2}dood ?gaan?\b(?! (?:aan|van de)\b)",
    r"\bk?wilt? (?:ni|nie|nt|niet) me+r leve\b",
    r"\bhoe (?:je|ik|men) (?:\w+ ){0,4}(?:dood ?ga\w*|dood kunt gaan|dood kan gaan|sterft)\b",
    r"\bdood ?gaa?n? (?:\w+ ){0,2}(?:fijner|beter|makkelijker|lekkerder)\b",
    r"\b(?:beter|fijner|gelukkiger|makkelijker) (?:af |is |zijn )?zonder (?:mij|me)\b",
    r"\bzonder (?:mij|me) (?:\w+ ){0,2}(?:beter|gelukkiger|fijner|beter af|makkelijker) ?(?:af|is|zijn|zou)?\b(?! (?:geregeld|gaat|ging|leert))",
    together(
        r"brief|briefje|dagboek|appje|appt|appte|schreef|schrijft|iedereen|jullie|wij|we",
        r"(?:beter|fijner|gelukkiger) (?:af |is |zijn |wordt )?zonder (?:hem|haar)\b|"
        r"zonder (?:hem|haar) (?:beter|gelukkiger|fijner) af\b",
    ),
    r"\b(?:beter|fijner|makkelijker) (?:zijn|was|is|zou zijn|af zijn|af) als (?:ik|hij|ze|zij) er niet (?:meer )?"
    r"(?:was|ben|is|zou zijn|waren|bij was)\b",
    r"\bals ik er niet meer (?:ben|zou zijn|was)\b",
    together(
        r"spullen|brief|briefje|sorry|missen|mist|verdelen",
        r"als (?:hij|ze|zij) er niet meer (?:is|was)\b",
    ),
    r"\bniemand (?:\w+ ){0,2}(?:mij|me|haar|hem) (?:\w+ ){0,2}(?:mist|missen)\b",
    r"\bniemand (?:mist|zal|zou) (?:mij|me|haar|hem) (?:missen )?als (?:ik|ze|zij|hij) (?:weg|dood|er niet)",
    r"\b(?:ik ben|ik leef) (?:er )?morgen niet meer\b|\bof (?:ik|hij|ze|zij) morgen nog (?:leef|leeft)\b",
    r"\b(?:vannacht|vanavond|dit) (?:is|wordt) (?:mijn|haar|zijn) laatste (?:nacht|avond)\b",
    r"\b(?:niet|nooit) meer wakker (?:te )?(?:wil )?word",
    r"\b(?:moe|klaar|zat) (?:van|met) (?:het|mijn|dit) leven\b|\b(?:dit|het) leven (?:echt )?niet (?:meer )?aan\b",
    r"\bwil (?:\w+ ){0,2}(?:dat (?:alles|het) (?:\w+ ){0,2}(?:stopt|ophoudt) voor (?:altijd|goed)|"
    r"(?:stopt|ophoudt),? voor (?:altijd|goed))",
    r"\bdat (?:alles|het) (?:\w+ ){0,2}(?:stopt|ophoudt),? voor (?:altijd|goed)\b",
    r"\bwil(?:t|de)? (?:gewoon |alleen maar |het liefst |liefst )?verdwijnen\b(?! (?:uit|van)\b)",
    r"\bweg (?:wil|wilt) (?:van de|van deze|uit de|uit deze) wereld\b|\bwil (?:weg )?van de wereld\b",
    r"^het hoeft voor (?:mij|me|hem|haar) (?:allemaal )?niet meer(?: zo)?\W*$",
    rf"\b{_PILLS} (?:\w+ ){{0,4}}(?:gespaard|opgespaard|spaart|sparen|gehamsterd|geslikt|ingenomen|leeg ?geslikt)\b",
    rf"\bspaart? (?:\w+ ){{0,4}}{_PILLS}\b(?! voor\b)",
    rf"\b{_SELF} (?:\w+ ){{0,3}}(?:gesneden|gekrast|verwond|gebrand|beschadig\w*|snijd\w*|snij|kras|krast)\b",
    rf"\b(?:snijd|snijdt|snij|snijden|sneed|kras|krast|krassen) (?:\w+ ){{0,2}}(?:{_SELF}|in (?:mijn|haar|zijn|mn|dr|zn|hun) {_LIMBS})\b",
    rf"\bbrandt? (?:\w+ ){{0,1}}{_SELF}\b",
    rf"\b(?:sneeen|sneen|snee|sneden|sneetjes|snijwond\w*|krassen|japen) (?:\w+ ){{0,2}}(?:op|in|over) (?:haar|zijn|mijn|mn|dr|de|zn) (?:\w+ )?{_LIMBS}\b",
    together(
        r"scheermes\w*|mesje",
        r"verstop\w*|pols|polsen|snijd\w*|snij|sneed|onder (?:haar|zijn|mijn) kussen",
    ),
    rf"\b{_SELF} (?:\w+ ){{0,3}}(?:iets|wat) (?:\w+ ){{0,2}}aan ?(?:doe|doet|doen|te doen|gedaan)\b",
    rf"\b{_SELF} (?:\w+ ){{0,3}}(?:doden|dood ?ma\w+|ombreng\w*|op ?hang\w*|op te hangen|opgehangen|verdrink\w*|van kant)\b"
    r"(?! (?:geschrokken|geschaamd|verveeld|gewerkt|gelachen))",
    rf"\b(?:spring|springt|springen|sprong|gesprongen|stap|stapt|gooi|gooit|ga|gaat) (?:\w+ ){{0,2}}(?:van|voor|onder) (?:het|de|een|t) {_HEIGHT}\b(?! (?:vertrek|naar school))",
    rf"\b(?:van|voor|onder) (?:het|de|een|t) {_HEIGHT} (?:\w+ ){{0,2}}(?:af ?)?(?:te )?(?:spring|sprong|gesprongen|stap|afspring|gooi)\w*",
    r"\b(?:praat|praatte|heeft het|begint) (?:steeds |weer |vaak )?over springen\b(?! (?:op|met|in)\b)",
    r"\b(?:ik|zoon|dochter|kind|leerling|hij|ze|zij) (?:\w+ ){0,3}(?:op het dak|op de rand van|bij het spoor|op het spoor|"
    r"langs het spoor|op (?:de|een|het) (?:brug|viaduct)) (?:\w+ ){0,2}(?:sta|staat|zit|loopt)\b",
    r"\bik (?:sta|zit|loop|ga) (?:\w+ ){0,2}(?:op het dak|bij het spoor|naar het spoor|op het spoor|op (?:de|een|het) (?:brug|viaduct))\b",
    together(
        r"ik|zoon|dochter|kind|zus|broer|leerling|zoontje",
        r"touw\b|strop\b",
        r"gekocht|tas|nek|balk|zolder|verstopt|kamer",
    ),
    together(
        r"appje|appt|appte|brief|briefje|bericht|berichtje",
        r"niet (?:onze|jullie|mijn|jouw) schuld\b",
        r"nooit meer|niet meer|thuis ?kom\w*|weg",
    ),
    r"\b(?:zichzelf|mezelf|mijzelf) (?:\w+ )?dood\b",
    rf"\b{_PILLS}(?:{NEAR})(?:ingenomen|geslikt)\b|\bstrip (?:\w+ )?{_PILLS} leeg\b",
    r"\bik snijd? (?:weer|mij|elke|nog steeds)\b",
    r"\b(?:wou|wilde|was|wens) (?:\w+ ){0,3}nooit (?:was )?geboren\b",
    r"\bzeg (?:\w+ ){0,4}dat ik van (?:haar|hem|ze|hun|jullie|hen) hou\b",
    r"\b(?:iets|wat) (?:stoms|doms|ergs) (?:\w+ ){0,3}(?:met|aan) (?:mezelf|zichzelf)\b|\bmezelf (?:iets|wat) (?:stoms|ergs)\b",
    together(
        r"touw|strop",
        r"zichzelf|mezelf|hangt|hangen|ophang\w*",
        r"tekent|tekende|ik|zoon|dochter|hij|ze",
    ),
    r"\bniemand (?:meer )?tot last\b",
    together(
        r"geeft|gaf|verdeelt",
        r"spullen|knuffels|kleren",
        r"(?:straks|toch) (?:toch )?niet meer nodig",
    ),
    r"\bmee stopt?,? met (?:alles|het leven|leven)\b",
    r"\bmet (?:de|mijn) kinderen (?:het water|de sloot|het kanaal|de rivier|de afgrond) in\b|\b(?:allebei|allemaal|ons|mij|me|zich) dood ?(?:ging |gaat |wil |wilde )?rijden?\b|\bdood ging rijden\b",
    r"\bdenk(?:t)? (?:\w+ ){0,3}aan (?:de dood|doodgaan|dood gaan|dood zijn)\b",
    r"\bliever niet meer (?:leef|leeft|leven|bestaan|besta|bestaat)\b",
    rf"\bkan en (?:ik )?wil (?:ook |echt )?niet meer\b|\b{OWN_CHILD} (?:kan|wil) niet meer verder\b(?! (?:met|op|naar|in|leren)\b)",
    together(
        r"afscheid genomen", r"ik heb een plan|wil rust|rust wil|niet meer hoeft|het is goed zo"
    ),
    r"\b(?:jullie|ons|we|wij|iedereen|niemand|ik|papa|mama) (?:\w+ )?(?:hem|haar|mij|me) (?:nooit|niet) meer (?:zullen |gaan |zal |zult )?(?:zien|terugzien|terugziet)\b",
    r"\b(?:praat|praatte|begint|heeft het|denkt|schrijft|tekent) (?:\w+ ){0,3}(?:over|aan) (?:dood ?gaan|dood zijn|sterven|de dood(?! van))\b",
    together(
        r"pols|polsen", r"opengesneden|doorgesneden|gesneden|snijd\w*|snij|sneed|kerft|opensnijd\w*"
    ),
    r"\bwil voor (?:een|de) (?:auto|vrachtwagen|bus) (?:springen|lopen|rennen)\b",
    rf"\b(?:vond|gevonden|verstopt|verstopte)\b(?:\W+\w+){{0,4}}\W+{_PILLS}\b(?:{NEAR})(?:onder|matras|bed|kussen|kast)\b",
    together(r"hoopt|hoop|wenst", r"morgen niet (?:meer )?wakker (?:wordt|word)|niet meer wakker"),
    r"\b(?:de wereld|niemand|jullie) (?:haar|mij|me|hem) niet (?:meer )?nodig he(?:eft|bben)\b",
    r"\b(?:beter|fijner|makkelijker|rustiger) (?:wordt|worden|is|zou worden) als (?:ik|hij|ze|zij) er niet (?:meer )?(?:is|ben|was)\b",
    rf"\b{_LIMBS} (?:zit |zitten |staan )?(?:vol|onder) (?:met |de )?(?:\w+ )?(?:krassen|sneeen|sneen|sneden|sneetjes|japen)\b",
    r"\b(?:meeneemt?|meenemen|mee ?neem) de dood in\b|\bde dood in (?:jagen|meenemen|nemen)\b",
)
