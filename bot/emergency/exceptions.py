"""What takes a warning back: a question about a rule, a file or a report; and what forbids to take it back."""

from __future__ import annotations

from bot.emergency.people import NEAR, OWN_CHILD, together

_OWN = r"\b(?:mijn|m'n|mn|mij|me|ik|onze|ons|wij|we)\b"
_FILE = (
    r"(?:\w*verslag\w*|\w*dossier\w*|map|stukken|rapport\w*|print|aantekening\w*|notitie\w*|er staat|staat er|gespreksverslag|magister|"
    r"melding|verklaring\w*|formulier|gemeld|school schrijft|schreef|opschrij\w*|opgeschreven|vastleggen|noteren|genoteerd)"
)
_ABOUT_FILE = (
    r"(?:zwart|(?:weg)?gelakt|onleesbaar|afgeplakt|geweigerd|weiger\w*|afgewezen|inzage|inzien|opvragen|verwijder\w*|wissen|gewist|weghalen|eruit|"
    r"weg halen|aanpassen|aangepast|verbeter\w*|corrig\w*|gecorrigeerd|wijzig\w*|gewijzigd|veranderd|bewaard?|bewaart|bezwaar|recht op|mag dat|klopt dat|hoort dat|"
    r"hoort dit|mag zoiets|laten staan|doorgestuurd|doorgegeven|gaat mee|hoe lang|te zien|te lezen|lezen|kopie|mag (?:er|school|de school|een school|de mentor|de juf)|"
    r"aanvechten|vecht ik|tegen doen|mijn kant|zienswijze|vooraf|toestemming|oneens)"
)
_CAMERA = r"(?:camera\w*|\w*beelden|opnames?|film|filmpje)"
_KEEP = r"(?:bewaa?r\w*|gewist|wissen|vasthoud\w*|veilig ?(?:gesteld|gestel\w*)|apart|afgeven|opvragen|verdwij\w*|hoe lang|rondsturen)"
_INNOCENT = (
    r"(?:van (?:het|de) (?:voetbal\w*|hockey\w*|judo|trampoline|strijkijzer|oven|fiets|trap|klimrek|gym|turnen|sport|skate\w*|schommel)|"
    r"voetballen|hockey|judo|epilepsie|bloedziekte|eczeem|muggenbulten|stollingsziekte|valt vaak|valt veel|gevallen met|mongolenvlek\w*|uitslag|glasknikkers)"
)

EXCEPTIONS = (
    # About the rules, about a word in a file, or about somebody who is said to be dangerous on paper.
    r"\bwat is (?:\w+ ){0,2}(?:kindermishandeling|mishandeling|misbruik|huiselijk geweld)\b",
    r"\b(?:staat|stond|schrijft|geschreven|schreef) (?:\w+ ){0,8}(?:in (?:het|zijn|haar) (?:dossier|rapport|verslag))",
    r"\bin (?:het|zijn|haar) (?:dossier|rapport|verslag) (?:staat|stond|wordt|is)\b",
    r"\b(?<!niemand )(?:beschuldig|beweer|aantijging|ten onrechte|onterecht|valse melding|zou(?:den)? (?:ik|wij|we))",
    r"\bwanneer (?:moet|mag|meldt|is) (?:de |een )?(?:school|leraar|juf)\b",
    r"\bwelke stappen (?:moet|zet|neemt|volgt|hoort) (?:\w+ ){0,2}(?:school|leraar|leerkracht|juf|meester|"
    r"mentor|docent)\b(?!.*\b(?:mijn|m'n|mn|onze|mij|me|ik)\b)",
    # A rule, asked by somebody who tells of nobody.
    rf"^(?!.*{_OWN})"
    + together(
        r"protocol\w*|meldcode|stappenplan|verplicht|meldplicht|aangifte|welke regels?|volgens|valt|geldt|onder de wet|mag een|moet een"
    )[1:],
    r"\b(?:gastles|voorlichting|spreekbeurt|werkstuk|lessen|les|cursus|training|project|boeken|boek|week|musical|toneelstuk|thema) (?:\w+ ){0,4}(?:over|tegen)\b",
    # A file with the story in it, or the pictures of it: what may stand there, stay there or be read.
    together(_FILE, _ABOUT_FILE),
    together(_CAMERA, _KEEP),
    together(r"\w*beelden", r"politie|recherche|geven|geeft|bekijk\w*|zien"),
    r"\b(?:schrijft|schreef) (?:\w+ ){0,4}op dat\b|\b(?:alles|gegevens) (?:wist|wissen)\b|\bwie betaalt\b",
    r"\bwat (?:telt|valt|geldt) (?:\w+ ){0,3}(?:als|onder)\b",
    r"\b(?:verbied|verbieden|tegenhouden|hoe stop ik|niet delen|met hem te delen)\w*\b(?=.*\b(?:delen|informatie|info|gegevens|adres)\b)",
    # A mark with an innocent cause, and a report about it.
    r"^(?!.*\b(?:ex|vader|moeder|papa|mama|stief\w*|oppas|(?:zegt|zei) dat (?:hij|ze|zij|het) (?:\w+ ){0,2}(?:gevallen|viel|valt|gestoten|kwam)|smoes|bang|durft)\b)"
    + together(
        _INNOCENT,
        r"melding|melden|gemeld|meldt|meldde|veiligthuis|verslag|dossier|notitie|opgeschreven",
    )[1:],
)

_NOW_DOES = r"(?:slaat|schopt|mishandelt|misbruikt|verkracht|bedreigt|wurgt|mept|stompt|trapt|betast|opsluit|duwt|schudt|knijpt)"
_DONE_TO = r"(?:geslagen|mishandeld|misbruikt|bedreigd|opgesloten|geschopt|verkracht|afgeranseld)"

#: Danger that goes on: no exception hides it.
GOING_ON = (
    r"\b(?:elke|iedere|alle) (?:dag|nacht|avond|middag|week|weekend|keer)\b",
    rf"\b{_NOW_DOES} (?:\w+ )?(?:mij|me|ons|de kinderen|mijn kinderen|mijn (?:broertje|zusje|zus|broer|moeder))\b",
    rf"\b(?:mij|me|ons|de kinderen|mijn kinderen|mijn (?:broertje|zusje|moeder)) (?:\w+ ){{0,2}}{_NOW_DOES}\b",
    rf"\b(?:hij|mijn man|mijn ex|zijn vader|haar vader|papa|vader) {_NOW_DOES} (?:\w+ )?(?:hem|haar|{OWN_CHILD})\b",
    rf"\bik word(?:t)? (?:\w+ ){{0,3}}{_DONE_TO}\b",
    rf"\b{OWN_CHILD} word(?:t|en) (?:\w+ ){{0,2}}thuis (?:\w+ ){{0,2}}{_DONE_TO}\b",
    rf"\b(?:thuis|nog steeds) (?:\w+ ){{0,2}}word(?:t|en)? (?:ik|we|wij|{OWN_CHILD}) (?:\w+ ){{0,3}}{_DONE_TO}\b",
    r"\b(?:nog steeds|nu nog|alweer|vanavond weer|nu weer)\b",
    r"\b(?:durft?|durven) (?:\w+ ){0,3}niet (?:meer )?naar huis\b|\bniet veilig thuis\b|\bhelp (?:me|mij|ons)\b",
    r"\b(?:gisteren|gister|vandaag|vannacht|vanmiddag|vanochtend|zojuist|zonet)\b(?=.*\b(?:verkracht|aangerand|misbruikt|betast|vermoord|neergestoken)\b)",
    r"\b(?:verkracht|aangerand|misbruikt|betast|neergestoken)\b(?=.*\b(?:gisteren|gister|vandaag|vannacht|vanmiddag|zojuist)\b)",
    rf"\bword(?:t|en) {OWN_CHILD} (?:\w+ ){{0,3}}(?:mishandeld|misbruikt|verkracht|opgesloten)\b",
    rf"\b(?:zei|zegt|vertelde|vertelt)\b(?:{NEAR})(?:vader|moeder|papa|mama|stief\w+|oom|opa|oma|oppas) (?:haar|hem|mij|me|hen) (?:\w+ ){{0,2}}{_NOW_DOES}\b",
)
