"""Sexual abuse, grooming and sextortion, in the words of children and of adults."""

from __future__ import annotations

from bot.emergency.people import ADULT, CHILD, NEAR, OWN_CHILD, together

_PRIVATE = (
    r"(?:plasser|plassertje|piemel|piemeltje|poenie|spleetje|vagina|kut|borsten|borst|kruis|geslachtsdeel|geslachtsdelen|prive ?delen|"
    r"intieme delen|schaamstreek|onderbroek|slipje|tieten|penis|billen)"
)
_NUDE = (
    r"(?:naakt\w*|bloot\w*|blote (?:foto|plaatje|filmpje)\w*|nudes?\b|dickpic\w*|zonder kleren|pikfoto\w*|seksfilmpje\w*|sekstape|"
    r"filmpjes van zijn|foto's van zichzelf zonder)"
)
_ASKS = (
    r"(?:stuurt|stuurde|vraagt|vroeg|wil dat|wilde dat|wil haar|wil hem|wil afspreken|afspreken|dreigt|dreigen|dreigde|geld|anders|chant\w*|"
    r"afgeperst|perst|afpers\w*|dwing\w*|gedwongen|online (?:zet|zetten)|als ik niet|als ze niet|doorstuurt|gechanteerd|moet sturen|geheim)"
)
_NIGHT = r"(?:'?s ?nachts|'?s ?avonds|elke nacht|iedere nacht|midden in de nacht)"

ABUSE = (
    rf"\b(?:aan|in|over|bij) (?:mijn|haar|zijn|hun|m'n|mn|me|dr|d'r|z'n|zn|de|het) (?:\w+ )?(?:{_PRIVATE})\b"
    rf"(?:{NEAR})(?:zit|zat|komt|kwam|gezeten|voelt|voelde|speelt|raakt|likt|wrijft|kriebelt|aait|friemelt)\b",
    rf"\b(?:zit|zat|komt|kwam|gezeten|voelt|voelde|speelt|aangeraakt|raakt|raakte|likt|wrijft|kriebelt|aait|pakt|friemelt|heeft) (?:\w+ ){{0,5}}"
    rf"(?:mijn|haar|zijn|hun|m'n|mn|me|dr|d'r|z'n|zn) (?:\w+ )?{_PRIVATE}\b(?! (?:laten|vergeten|nat|vies|kwijt|kapot))",
    r"\b(?:hand|handen|vingers?) (?:\w+ ){0,2}(?:in|onder) (?:mijn|haar|zijn|hun|me|mn|dr) (?:onder)?(?:broek|rok|rokje|jurk|shirt|trui|pakje|bh|slipje)\b",
    rf"\b(?:hij|{ADULT}) (?:\w+ ){{0,2}}(?:laat|liet) (?:\w+ ){{0,2}}(?:zijn )?(?:piemel|geslachtsdeel|penis)\b",
    r"\b(?:daar beneden|van onderen|tussen (?:haar|zijn|mijn) benen)\b(?=.*\b(?:pijn|bloed|aan|aangeraakt|opa|oom|papa|man)\b)",
    together(
        r"(?:vieze|rare|seksuele|stoute) (?:dingen|spelletjes|filmpjes)|dingen die ik niet wil|dingen met (?:mij|me|haar|hem)|tot dingen",
        r"oom|opa|broer|stief\w+|vader|papa|buurman|neef|pleegvader|man|vriend|vriendje|meester|juf|oppas",
        rf"mij|me|ik|haar|hem|{OWN_CHILD}|nichtje",
    ),
    rf"\b{_NIGHT}\b(?:{NEAR})(?:(?:op|in) (?:mijn|me|mn|haar|zijn|hun|m'n) (?:kamer|bed)|bij (?:mij|me|haar|hem) (?:\w+ ){{0,2}}(?:in bed|liggen|kruipt|op de kamer))\b",
    together(
        r"(?:komt|kwam|kruipt|kroop|ligt) (?:\w+ ){0,5}(?:bij (?:mij|me|haar|hem)|op (?:mijn|me|haar|zijn) kamer|in (?:mijn|me|haar|zijn) bed)",
        r"nacht|'?s ?nachts|'?s ?avonds|aanraakt|stil zijn|raakt|in bed",
        r"vader|papa|stief\w+|oom|opa|broer|hij",
    ),
    r"\braakte? (?:me|mij) (?:\w+ ){0,4}aan\b",
    rf"\b{ADULT} (?:\w+ ){{0,4}}(?:raakt|raakte) (?:\w+ ){{0,2}}(?:{OWN_CHILD}|haar|hem|kinderen|leerlingen) (?:\w+ ){{0,3}}aan\b",
    rf"\b(?:{CHILD}|ik) (?:\w+ ){{0,3}}(?:aangeraakt|betast|gezoend) door\b",
    rf"\b(?:{ADULT}|man uit \w+ \w+)(?:{NEAR})(?:betast|betastte|aanraakt|aan haar zit|aan hem zit|aan (?:mijn|onze) (?:dochter|zoon|kind) (?:gezeten|zit|zat))\b",
    rf"\baan (?:{OWN_CHILD}) (?:gezeten|zit|zat)\b|\b(?:zit|zat) (?:\w+ ){{0,2}}aan {OWN_CHILD}\b",
    rf"\b{OWN_CHILD} (?:\w+ ){{0,6}}(?:seksueel|sexueel) misbruikt\b",
    rf"\bmisbruikte? (?:mij|me|{OWN_CHILD}|haar|hem)\b",
    together(_NUDE, _ASKS, rf"{OWN_CHILD}|mij|me|ik|kleindochter|nichtje|zusje|vriendin|meisje"),
    together(
        r"(?:vreemde|onbekende|volwassen|oudere) (?:man|vent|kerel|jongen|vriend)|man van (?:[2-9]\d)|een man|iemand die (?:ze|zij|hij) (?:kent )?(?:online|van)|die (?:ze|zij|hij) (?:alleen )?(?:kent van|online kent)|volwassene",
        r"hotel|meelok\w*|meeging|geheim|in (?:zijn|een) (?:auto|busje)|wil (?:\w+ ){0,3}(?:afspreken|ontmoeten)|niks (?:aan|tegen)|alleen (?:komt|naar hem)|"
        r"in het bos|opwacht|cadeautjes geeft|contact met een man|ophalen met (?:de|zijn) auto|achter (?:mijn|onze) dochter aan|stuurt (?:\w+ ){0,4}(?:geld|foto)",
        rf"{OWN_CHILD}|kinderen|meisje|haar|leerling",
    ),
    together(
        r"\w*trainer|coach|\w*leraar|docent|begeleider|scouting\w*|\w+club|vrijwilliger|meester|\w+vereniging",
        r"appt|appjes|app't|stuurt|stuurde|berichtjes|appte",
        r"hoe mooi|dat ze mooi|verliefd|sexy|zonder kleren|naakt\w*|blote|bloot|seks\w*|"
        r"alleen (?:wil|komt|af)|bij hem thuis|geheim houden|schatje|wil (?:\w+ ){0,3}afspreken",
        rf"mij|me|{OWN_CHILD}|kleindochter|meisje|haar",
    ),
    r"\b(?:zijn|haar|mijn|hun) broek (?:uit ?trekt|uitgetrokken|uitdoet|uitgedaan|uit ?doen|naar beneden)\b(?=.*\b(?:man|hij|oom|opa|leraar|trainer|jongen|oudere|vader)\b)",
    r"\bzwanger van (?:mijn|haar|me) (?:stief\w*|vader|oom|opa|broer|leraar|neef)\b",
    r"\b(?:gedrogeerd|uitgekleed en gefilmd|drie jongens)\b(?=.*\b(?:dochter|zoon|mij|ik|haar)\b)",
    together(
        r"slaapzak|tentje|stapelbed",
        r"begeleider|leiding|meester|leraar|trainer|man",
        r"kwam|kroop|komt|lag|ligt|kruipt",
        r"bij|in",
    ),
    together(
        r"broek (?:\w+ )?(?:uit|uit ?trekt|uitgedaan|uitgetrokken|omlaag|naar beneden)",
        r"oom|opa|\w*leraar|\w*trainer|oudere jongen|vader van|man|buurman|stief\w+",
        r"moet|moest|trekt|trok|uittrekt|uitgedaan|uitgetrokken|wilde",
        rf"{CHILD}|mij|ik|me|kleuters|kinderen",
    ),
    rf"\b{ADULT}\b(?:{NEAR})hand op (?:mijn|haar|zijn) (?:been|bovenbeen|dij|knie|billen|borst|borsten)\b",
    together(
        r"uitgekleed|vastgehouden",
        r"gefilmd|gedwongen|aangeraakt",
        r"mij|me|ik|dochter|zoon|haar|hem",
    ),
    together(
        r"afgeperst|gechanteerd|chanteert|perst",
        r"\w*filmpjes?|\w*foto\w*|\w*foto's|beelden",
        r"mij|me|ik|dochter|zoon|haar|hem",
    ),
    rf"\bdwing\w* (?:{OWN_CHILD}|mij|me|haar) (?:\w+ ){{0,3}}(?:foto's|foto|filmpje\w*|tot dingen|dingen)\b",
    r"\b(?:moet|moest) (?:\w+ )?(?:hem|oom|opa|zijn \w+) (?:\w+ ){0,2}aanraken\b",
    r"\bdingen (?:moet )?doen met (?:zijn vrienden|mannen|andere mannen|oudere jongens)\b",
    r"\b(?:kietelt|voelt|wrijft|zit|zat|raakt|aait) (?:\w+ ){0,4}tussen (?:haar|zijn|mijn|me|mn) benen\b",
    r"\b(?:gedwongen|dwingt|dwingen) (?:\w+ ){0,3}hotel\b",
    r"\b(?:piemel|piemeltje|plasser|plassertje|poenie|penis|geslachtsdeel|geslachtsdelen|dickpics?)\b",
    together(
        r"(?:haar|mijn|me) (?:poesje|muisje|spleetje|voorkant)",
        r"opa|oom|papa|vader|broer|buurman|man|oppas|neef|stief\w+",
    ),
    r"\bonder de (?:dekens?|deken|dekbed)\b(?=.*\b(?:bij (?:haar|hem|mij)|haar|hem|mij|me)\b)|\bbij (?:haar|hem|mij|me) onder (?:de dekens?|het dekbed)\b",
    r"\b(?:filmt|filmde|kijkt|keek|gluurt|gluurde) (?:\w+ ){0,4}(?:onder de douche|als ik (?:me )?(?:douche|omkleed)|in bad|als ze doucht)\b",
    r"\b(?:doet|deed) raar met (?:zijn handen?|me|mij|haar)\b|\b(?:voelt|voelde|graait) (?:\w+ ){0,2}onder (?:mijn|haar|zijn) (?:pakje|kleren|shirt|trui|rok)\b|\bonder (?:mijn|haar|zijn) (?:pakje|kleren|shirt|trui|rok) (?:voelt|voelde|zit|zat|graait)\b",
    together(
        r"hotel\w*",
        r"moest|moet|gedwongen|geld|mannen",
        r"(?:haar|een|mijn|oudere) vriend|vrienden van|mannen",
        r"ze|dochter|ik|meisje|nichtje|leerling",
    ),
    r"\b(?:broek|jas) (?:laten zakken|laat zakken|liet zakken|open ?gedaan)\b(?=.*\b(?:kinderen|kind|meisje\w*|dochter|zoon)\b)",
    r"\bdwing\w* (?:mij|me|haar|hem) (?:\w+ ){0,3}(?:zoenen|te kussen|kussen|uit te kleden|seks)\b",
)
