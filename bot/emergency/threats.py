"""Danger from outside the home: threats, weapons, abduction, forced marriage and exploitation."""

from __future__ import annotations

from bot.emergency.people import ADULT, CHILD, NEAR, together

_SCHOOL = r"(?:school|de klas|klassenapp|groepsapp|leerling\w*|juf|leraar|aula|schoolplein|plein|lokaal|iedereen|klasgenoot|3b|les)"
_GIRL = (
    r"(?:dochter|dochtertje|meisje|meisjes|zusje|zus|nichtje|kleindochter|vriendin|leerlinge|mij)"
)

THREATS = (
    together(
        _SCHOOL,
        r"opblaas\w*|opblaz\w*|opblaast|neerschiet\w*|overhoop schiet\w*|doodschiet\w*|schietpartij|vuurwapen|pistool|geweer|machete|"
        r"doden vallen|(?:ga|gaat|komt|wil|gaan|zal) (?:\w+ ){0,4}schieten|aanslag (?:op|plegen|komt)|aan de beurt zijn|bommelding",
        r"morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|dreig\w*|gezet|zegt|wil|gaat|kluisje|filmpje|app|meegenomen|meenemen|laat zien|online|snap\w*|tiktok|gedaan|heeft",
    ),
    r"\bblaast? (?:\w+ ){0,3}(?:school|de boel|het gebouw) (?:\w+ )?op\b",
    rf"\b(?:een|de) bom(?:men)?\b(?:{NEAR})(?:school|tas|lokaal|gemaakt|meenemen|ontplof\w*|neergelegd|kluisje)\b",
    r"(?<!als )een bom\b(?=.*\b(?:school meenemen|op school|in school|bij school)\b)",
    r"\b(?:school|huis|boel|ons huis) (?:\w+ ){0,3}(?:in brand|in de fik|af te branden|afbrand\w*)\b(?=.*\b(?:dreig\w*|zegt|gaat|steken|steek|steekt|ons|kinderen)\b)",
    r"\b(?:in brand|in de fik) (?:\w+ ){0,2}(?:steekt|steken|te steken|gaat steken)\b(?=.*\b(?:ons|kinderen|huis|erin|school)\b)",
    rf"\b(?:lijst|lijstje)\b(?:{NEAR})(?:doodmak\w*|doodmaakt|dood moeten|vermoord\w*|dood gaan|neerschiet\w*)\b",
    together(
        r"mes|messen|keukenmes|hamer|bijl|machete|vuurwapen|pistool",
        r"opwacht\w*|wachten|wacht|bedreigd|neerste\w*|steken|op het plein|naar school (?:gaat|komt|neemt)|in (?:haar|zijn) tas|pakt|schreeuwt",
        rf"{CHILD}|hij|ze|school|plein|papa|juf",
    ),
    r"\b(?:er is|er was net|nu) (?:\w+ )?(?:steekpartij|schietpartij)\b|\bneergestoken\b",
    r"\b(?:mij|me|ons|haar|hem|jou|je|de kinderen|een jongen|de juf|iedereen) (?:\w+ ){0,3}(?:vermoord\w*|dood ?maa?k\w*|dood ?sla\w*|dood ?ste\w*|dood ?schie\w*|neerste\w*)\b"
    r"(?! (?:is|was) in\b)",
    r"\b(?:maak|maakt|maken|slaat|sla|steekt|schiet) (?:ze |hij |ik )?(?:me|mij|ons|haar|hem|jou|je|mama|de kinderen) (?:\w+ ){0,2}dood\b",
    r"\b(?:mama|papa|moeder|vader|mijn moeder) (?:dood ?maa?kt|dood ?slaat|vermoordt|dood ?steekt)\b",
    r"\bdreigt (?:mij|me|ons|haar|hem|de kinderen) (?:\w+ ){0,3}(?:te vermoorden|te slaan|te steken|iets)\b",
    r"\bkogelbrief\b",
    together(
        r"ex|vader|moeder|oma|familie|ouders|man",
        r"meegenomen|meeneemt|ontvoerd|ontvoert|ontvoeren|opgehaald|gehaald|tickets|te halen|op te halen",
        r"onbereikbaar|schiphol|buitenland|vliegtuig|telefoon staat uit|nooit (?:meer )?terug\w*|niet (?:meer )?terug|nooit meer zie|zie ik (?:hem|haar|ze) nooit meer|neemt niet op|zijn land|haar land|onderweg|spoorloos",
        r"kinderen|kind|dochter|dochtertje|zoon|zoontje|ze|hem|haar",
    ),
    rf"\b{CHILD}\b(?:{NEAR})(?:spoorloos|vermist|niet thuis ?gekomen|niet uit school gekomen|nog (?:steeds )?niet thuis|ontvoerd|in een busje)\b",
    r"\bze is (?:al )?(?:\w+ ){0,2}(?:dagen|uur|nachten) niet (?:meer )?thuis\w*\b",
    together(
        r"weggelopen|uit het raam|de deur uit gerend|ervandoor|niet meer naar huis|slaap buiten",
        r"weet niet waar|neemt niet op|onbereikbaar|nergens|op straat|moet slapen|slaap al|kapot|nog (?:steeds )?niet thuis",
        rf"{CHILD}|ik|hij|ze",
    ),
    together(
        r"man|vent|kerel|iemand|auto|busje",
        r"meelok\w*|lokt kinderen|kinderen lok\w*|in zijn auto te|in (?:zijn|een) (?:auto|busje) (?:stappen|trekken|te trekken|trok)|wilde dat (?:ze|hij) mee\w*",
        r"school|plein|hek|kinderen|kind|dochter|zoon\w*|speeltuin",
    ),
    r"\buithuwelij\w*|\buitgehuwelijkt\b",
    r"\b(?:gedwongen|dwingt|dwingen|moet|moeten) (?:\w+ ){0,8}trouwen\b",
    r"\b(?:me|mij|haar|mijn dochter|mijn zus|mijn zusje) (?:\w+ ){0,6}laten trouwen\b",
    together(
        r"enkele reis|enkeltje",
        r"ouders|vader|familie|tickets?|vakantie|jurk|feest",
        r"ik|mij|me|dochter|zus|zusje|leerling|vriendin|haar",
    ),
    together(
        r"trouwen",
        r"paspoort (?:\w+ )?afgepakt|buitenland|mijn neef|haar neef|die ik niet ken|die ze niet kent|ouders willen|van mijn ouders",
        r"ik|mij|dochter|zus|zusje|leerling|vriendin|haar",
    ),
    together(
        r"eer van (?:de|mijn|onze) familie|familie ?-?eer|eerwraak|schande",
        r"vermoord\w*|dood\w*|slaat|bang|opgesloten|zoeken mij|vinden",
        r"mij|me|ik|dochter|zus|leerling|vriendin",
    ),
    together(
        r"besnijd\w*|besneden|besnijdenis",
        _GIRL,
        r"vakantie|vlucht|somalie|land|oma|bang|gaan|gaat|willen|wil|laten",
    ),
    r"\b(?:volgt|achtervolgt|stalkt) (?:mij|me|ons|mijn dochter|onze dochter|mijn zoon|haar|de kinderen) (?:\w+ ){0,4}(?:overal|naar huis|van school|en wacht|naar school|op straat|elke dag)\b",
    rf"\b(?:hij|{ADULT}) (?:\w+ ){{0,3}}(?:staat|wacht) (?:\w+ ){{0,3}}(?:voor (?:onze|mijn|de) deur|beneden|bij het (?:school)?hek|buiten school|bij de poort)\b"
    r"(?=.*\b(?:durf|bang|wapen|elke dag|volgt|stalkt?|weer|schreeuwt|schopt)\b)",
    together(
        r"ondergedoken|opvang|blijf van mijn lijf|stalk\w*",
        r"zoekt ons|gevonden|weet waar|hij komt|staat (?:voor|beneden)|wacht",
        r"ex|hij|man|vader|vriend",
    ),
    r"\b(?:verkocht|verkopen|verkoopt) (?:\w+ ){0,2}aan mannen\b|\bmet (?:zijn vrienden|mannen|klanten) (?:\w+ ){0,2}(?:naar bed|slapen)\b|\bslapen met mannen\b|\bwerken in een huis voor mannen\b",
    together(
        r"drugs\w*|dealer\w*|cocaine|coke|wiet|pakjes|pakketjes|explosie\w*",
        r"loopjongen|koerier|rondbreng\w*|wegbreng\w*|gedwongen|dwingen|dwingt|schulden|een schuld|moeten bewaren|"
        r"kan niet meer terug|beschieten|moet (?:\w+ ){0,3}(?:dealen|verkopen|brengen|bezorgen)|te gooien",
        r"zoon|dochter|broer|broertje|neef|ik|leerlingen|hij|kind",
    ),
    r"\bgewurgd\b(?=.*\b(?:flauw\w*|lucht|pauze|kind|dochter|zoon)\b)",
    r"\b(?:ligt|lag) (?:\w+ ){0,3}(?:op de grond|te bloeden) (?:\w+ ){0,3}(?:bloed\w*|reageert niet|beweegt niet|wordt niet wakker)\b|\bbeweegt niet meer\b",
    r"\bbel (?:de |aub de |alsjeblieft de )?politie (?:naar|voor)\b",
    r"\b(?:jij|jullie|ik|je) en de kinderen er niet meer\b",
    r"\banders (?:pakken|pakt|schieten|steken|komen) ze (?:mijn|me|mij|ons|hem|haar)\b",
    r"(?<!in het )\b(?:geweer|vuurwapens?|pistool|machete|kalasjnikov|handgranaat)\b",
    together(
        r"mes|messen|keukenmes",
        r"te grazen|zegt dat hij|zegt dat ze|gaat pakken|gaat steken|gebruiken",
        r"tas|kluisje|jas|school|bij zich",
    ),
    together(
        r"ex|vader|moeder|familie",
        r"komt halen|komt ze halen|gaat halen|haalt|neemt",
        r"(?:niet|nooit) (?:meer )?terugzie\w*|(?:niet|nooit) meer zie",
        r"kinderen|meisjes|jongens|zoon|dochter|ze",
    ),
    together(
        r"zit vast|opgesloten|mag niet (?:meer )?naar buiten|mag de deur niet uit",
        r"ouders|vader|broer|broers|familie|oom",
        r"vriend|vriendje|verkering|hoofddoek|eer",
    ),
    r"\bik slaap (?:\w+ ){0,4}(?:buiten|op straat|in de schuur|in een portiek)\b",
)
