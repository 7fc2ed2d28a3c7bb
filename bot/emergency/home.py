"""Violence and neglect at home or by somebody a child depends on: what is seen, heard and told."""

from __future__ import annotations

from bot.emergency.people import ADULT, CHILD, NEAR, OWN_CHILD, VICTIM, WHO, either_way, together

_DOES = (
    r"(?:slaat|sloeg|schopt|schopte|mept|mepte|duwt|duwde|schudt|schudde|gooit|gooide|smijt|smeet|knijpt|kneep|wurgt|wurgde|"
    r"mishandelt|mishandelde|bijt|beet|stompt|stompte|trapt|trapte|ranselt|steekt|stak|brandt|vernedert|opsluit)"
)
_DONE = (
    r"(?:geslagen|geslage|geschopt|gemept|geduwd|geschud|gegooid|gesmeten|geknepen|gewurgd|mishandeld|gebeten|gestompt|"
    r"getrapt|afgeranseld|gebrand|opgesloten|vastgebonden|aangeraakt|betast|gezoend|misbruikt|gestoken|een klap(?! op de schouder))"
)
_MARK = (
    r"(?:striem\w*|brandplek\w*|brandwond\w*|brandgaatje\w*|vingerafdruk\w*|handafdruk\w*|afdruk van een (?:hand|riem)|"
    r"blauwe (?:plek\w*|ogen|armen|vingers|rug|wang|kaak|billen|benen)|blauw oog|rug is blauw|hele rug blauw|wurgplek\w*|botbreuk\w*|bijtplek\w*|"
    r"snijwond\w*|dikke lip|gebroken arm)"
)
_BY_OR_WHERE = (
    r"(?:oppas\w*|vader|moeder|papa|mama|pa|ex|stief\w+|opa|oma|oom|tante|broer|riem|sigaret\w*|stok|geslagen|durft|bang|"
    r"niet zeggen|niets zeggen|niks zeggen|weekend|terugkomt|steeds nieuwe|elke keer|buren|hiernaast|bibber\w*|trilde|trillen)\b"
)
_BODY = r"(?:rug|billen|bil|benen|armen|arm|arme|hals|nek|handje|gezicht|wang)\b"
_TOOL = r"(?:riem|stok|pollepel|slipper|kabel|snoer|koekenpan|bezem\w*|liniaal|kleerhanger|schoen)"

HOME = (
    rf"\b{ADULT} (?:\w+ ){{0,1}}{_DOES} (?:\w+ )?{VICTIM}\b(?! (?:\w+ ){{0,2}}(?:eruit|uit de (?:les|klas|groep)|van school|op voor))",
    rf"\b{ADULT} (?:heeft|had) (?:\w+ )?{VICTIM}\b(?:\W+\w+){{0,6}}\W+{_DONE}\b",
    rf"\b(?:heeft|had) {ADULT} (?:\w+ )?{VICTIM}\b(?:\W+\w+){{0,6}}\W+{_DONE}\b",
    rf"\b{ADULT} (?:mij|me|ons|haar|hem|{OWN_CHILD}) (?:\w+ ){{0,3}}{_DOES}\b",
    rf"\b(?:{OWN_CHILD}|ik|hij|zij|ze) (?:\w+ ){{0,2}}(?:door elkaar geschud|door elkaar geslagen|bont en blauw)\b",
    rf"\b{CHILD}\b(?:{NEAR}){_DONE} door (?:haar|zijn|de|hun|mijn|een|d'r|dr|zn) (?:\w+ )?(?:vader|moeder|ouders|pa|oom|opa|oppas|buurman|"
    r"stief\w+|ex|man|vriend van|leraar|docent|trainer|juf|meester|coach|begeleider|broer|neef)\b",
    rf"\bdoor (?:haar|zijn|de|hun|mijn|een) (?:eigen )?(?:vader|moeder|ouders|oom|opa|oppas|buurman|stief\w+|trainer|broer|neef) {_DONE}\b",
    either_way(
        r"geschud|schudde|schudt|schud",
        r"baby|babytje|zuigeling|zoontje|dochtertje|kleintje|kindje",
    ),
    r"\bbaby (?:\w+ ){0,3}(?:schudden|laten vallen op|slap|bewusteloos|ademt niet)\b",
    either_way(
        rf"met (?:een |de |zijn |haar |n )?{_TOOL}",
        r"sla|slaat|slaan|sloeg|geslagen|geslage|krijg|krijgt|mept|slaag|tik|tikken|klap|klappen",
    ),
    r"\b(?:krijg|krijgt|kreeg|krijgen) (?:\w+ ){0,4}(?:klappen|slaag|een pak slaag|de riem|met de riem)\b(?=.*\b(?:thuis|papa|mama|vader|moeder|pa|als|anders|ik|want)\b)",
    together(
        _MARK,
        _BY_OR_WHERE,
        rf"{CHILD}|hij|ze|zij|ik|jongetje|meisje|leerling|zoontje|dochtertje|kleinkind",
    ),
    rf"\bstriem\w*\b(?:{NEAR}){_BODY}|\b{_BODY}(?:{NEAR})striem\w*\b",
    rf"\b(?:brandplek\w*|brandwond\w*|vingerafdruk\w*)\b(?:{NEAR})(?:hals|nek|sigaret\w*|rug|arm|armen|handje|benen)\b",
    r"\b(?:drukt|drukte|houdt|hield|duwt|duwde) (?:\w+ ){0,4}(?:sigaret\w* uit|hand op de (?:kookplaat|kachel)|hoofd onder water|kussen op)\b|\bhand (?:\w+ )?op de (?:kookplaat|kachel) (?:gedrukt|gehouden|geduwd)\b|\bkussen op (?:de baby|zijn gezicht|haar gezicht|mijn gezicht)\b",
    r"\bkeel (?:\w+ ){0,2}(?:dicht|dichtkneep|dichtgeknepen|dichtknijpt|dichtdrukte)\b|\bbij (?:de|mijn|haar|zijn) keel\b",
    rf"\b(?:sluit|sloot|bindt) (?:mij|me|ons|haar|hem|{OWN_CHILD}|de kinderen) (?:\w+ ){{0,5}}(?:op|vast|in de (?:kelder|schuur|kast))\b",
    together(
        r"opgesloten|ingesloten|vastgebonden|in de kelder|gevangen gehouden",
        r"kelder|schuur|kast|badkamer|kamer|berghok|hok|stoel|thuis|uren",
        rf"ik|we|wij|mij|me|{OWN_CHILD}|broertje|zusje|kinderen",
    ),
    r"\b(?:krijg|krijgt|krijgen) (?:\w+ ){0,3}(?:geen|niks te|niets te) eten\b(?=.*\b(?:thuis|papa|mama|straf|dagen|als|ouders)\b)|\bthuis geen eten\b",
    together(
        r"dagen|nachten|dag|weken",
        r"alleen (?:thuis|met)|niks meer te eten|geen eten|zonder eten",
        r"kinderen|broertje|zusje|zusjes|baby|kids|hiernaast",
    ),
    rf"\b(?:mij|me|ons|haar|hem|de kinderen|de baby|{OWN_CHILD}) (?:\w+ ){{0,2}}(?:iets|wat|pijn) (?:\w+ ){{0,2}}aan ?(?:doe|doet|doen|te doen)\b",
    rf"\b(?:{WHO}) (?:doet|deed) (?:mij|me|ons|haar|hem|{OWN_CHILD}) (?:\w+ ){{0,2}}pijn\b(?! (?:dat|om)\b)",
    r"\b(?:bang|doodsbang) (?:voor|van) (?:mijn|me|m'n|mn|zijn|haar|hun) (?:eigen )?(?:vader|moeder|pa|papa|mama|stief\w+|ouders|opa|oom|broer)\b",
    r"\b(?:niet|nooit) (?:meer )?veilig bij (?:haar|zijn|hun|mijn|me|mn) (?:\w+ )?(?:vader|moeder|papa|mama|ouders|ex|stief\w+|opa|oom|man)\b",
    r"\bniet (?:meer |echt )?veilig thuis\b",
    together(
        r"thuis|papa|mama|vader|moeder|ouders|mijn man|mijn ex|hij",
        r"gooit (?:\w+ )?met (?:borden|spullen|messen|stoelen|servies|dingen)|"
        r"gooien met|sloopt|vechten elke|gevochten|tekeer ?g\w+|tekeer",
        r"bang|kinderen|broertje|zusje|mij|ons|ik|messen",
    ),
    r"\bgetuige van (?:\w+ )?geweld (?:thuis|tussen|van (?:mijn|haar|zijn))\b",
    together(
        r"hiernaast|buren|buurvrouw|buurmeisje|buurjongen|buurkind\w*|boven ons|overburen",
        r"gilt|gillen|schreeuwt|geschreeuw|schreeuwen|klappen|au papa|au mama|papa niet doen|geslagen|mishandel\w*|geslage",
        r"kind\w*|meisje|jongetje|buurmeisje|buurjongen|baby",
    ),
    together(
        r"dronken|bezopen|laveloos|stomdronken|drinkt",
        r"bang|gooit|slaat|schreeuwt|alleen met|wordt niet wakker|onder het bed|vallen|op de bank",
        r"mama|papa|vader|moeder|stief\w+|mijn man",
        r"ik|mij|me|ons|broertje|zusje|kinderen|kids",
    ),
    together(
        r"dronken|bezopen|gedronken|drank|onder invloed|fles op|fles wijn|zat achter het stuur",
        r"auto|rijdt|rijden|reed|achter het stuur|instapt|stapt",
        rf"kinderen|kids|{CHILD}|dochter|zoon|mij|me|ons|kleinkinderen",
    ),
    r"\b(?:durf|durft) (?:\w+ ){0,3}niet te slapen\b(?=.*\b(?:broer|vader|stief\w+|oom|opa|hij)\b)",
    r"\b(?:bewusteloos|buiten bewustzijn|bloedt uit|krijgt geen lucht|kreeg geen lucht|ademt niet|slaat blauw aan)\b(?! (?:de|het) (?:kast|systeem))",
    r"\bik (?:heb|sla|sloeg|ben bang dat ik) (?:\w+ ){0,3}(?:mijn|me|m'n|mn|onze|de) (?:\w+ )?(?:kind|kinderen|zoon|zoontje|dochter|dochtertje|baby)\b"
    r"(?:\W+\w+){0,4}\W+(?:iets aan ?doe|hard geslagen|geschud|door elkaar)\b",
    rf"\b(?:trekt|trok|sleurt|sleurde) {VICTIM} (?:\w+ ){{0,3}}aan (?:mijn|haar|zijn|de) (?:haar|haren)\b",
    r"\bdoor elkaar (?:ge)?schud",
    rf"\b(?:ik|{CHILD}|kind|kint) (?:word|wordt|wort) (?:\w+ ){{0,2}}geslage\b",
    r"\b(?:vader|man|papa|ex|moeder|mama) (?:mij |me |ons |kinderen |kind |haar )slaan\b|\b(?:vader|papa|man) slaan (?:moeder|mama|mij|kind|kinderen|ons)\b",
    together(
        r"(?:krijg|krijgt|kreeg) (?:\w+ ){0,3}(?:slaag|klappen)|(?:slaag|klappen|de riem) (?:\w+ )?krijg(?:t|en)?",
        r"thuis|ik|naar huis|elke|broertje|zusje|leerling",
    ),
    r"\b(?:ouders|vader|moeder|papa|mama|pa|ma) (?:\w+ ){0,5}(?:eruit|het huis uit|op straat|buiten) (?:gezet|gegooid|geschopt)\b",
    rf"\b{ADULT} (?:gooit|gooide|smeet|smijt) (?:\w+ ){{0,4}}naar {VICTIM}\b",
    rf"\b{ADULT} (?:mij|me|ons|haar|hem|{OWN_CHILD}) (?:\w+ ){{0,3}}pijn (?:doet|deed)\b",
    r"\b(?:mama|papa|moeder|vader|baby|oma) wordt? (?:echt |maar )?niet (?:meer )?wakker\b",
    together(
        r"krimpt in elkaar|kromp in elkaar|duikt in elkaar", r"vader|moeder|hand|hij|stief\w+"
    ),
    r"\bik (?:kan|durf|mag) (?:echt )?niet (?:meer )?naar huis\b|\bniet naar huis (?:kan|durft?|wil) (?:omdat|want)\b",
    together(
        r"help (?:me|mij|ons)|help",
        r"hij|papa|vader|mijn man|mijn ex|mama|stief\w+",
        r"schreeuwt|beneden|mes|staat voor|slaat|gaat slaan|is boos",
    ),
    r"\bzonder dat (?:hij|mijn man|papa|mijn vader|mijn ex) (?:het|dit|mij) (?:ziet|hoort|merkt)\b",
    r"\bheeft iets geslikt\b|\b(?:hij|ze|zij|kind|zoon|dochter) beweegt niet\b",
    rf"\bheb ik {OWN_CHILD} (?:\w+ ){{0,3}}(?:geslagen|geschud|pijn gedaan)\b",
    r"\ber gebeur\w+ (?:\w+ ){0,3}(?:bij ons|thuis)\b(?=.*\b(?:schaam|bang|vertellen|zeggen)\b)",
    together(
        r"tegen (?:de|het|een) (?:verwarming|muur|kast|deur|grond|kachel) (?:aan ?)?(?:gegooid|geduwd|gesmeten|geslagen)",
        r"vader|moeder|papa|mama|stief\w+|oppas|man|ex|opa|oom|broer",
    ),
    r"\b(?:trapt|slaat|beukt|breekt|ramt) (?:\w+ ){0,2}deur (?:in|open)\b",
    r"\bkinderen (?:\w+ ){0,3}(?:onder (?:de )?tafel|in de kast|onder het bed)\b",
    together(
        r"\w*bezopen|ladderzat|\w*dronken|straallazarus",
        r"auto|ingestapt|instapt|stapt|reed|rijdt|rijden",
        r"vader|moeder|papa|mama|ouder|opa|oma|ex|man|hij|zij",
    ),
    r"\bin (?:zijn|haar|hun) (?:eigen )?(?:poep|pies|ontlasting|kots)\b|\bkrijg(?:t|en)? de hele dag (?:niks|niets|geen eten)\b",
    r"\b(?:drinkt|dronk|slikt|slikte|dronken) (?:\w+ ){0,3}(?:schoonmaakmiddel|bleek|bleekmiddel|chloor|gif|terpentine)\b|"
    r"\b(?:schoonmaakmiddel|bleek|bleekmiddel|chloor|gif|terpentine) (?:\w+ ){0,2}(?:gedronken|drinkt|geslikt|ingenomen)\b",
    rf"\b{ADULT} (?:mij|me|ons|haar|hem|{OWN_CHILD}) (?:\w+ ){{0,6}}(?:bij (?:mijn|de|haar|zijn) (?:nek|strot|haren|keel)|schudt|wurgt|slaat|schopt)\b",
    together(
        r"kokend water|heet water|strijkijzer|aansteker|kachel",
        r"verbrand|verbrandde|gebrand|gegooid|over (?:mij|me|haar|hem)|gedrukt",
        r"vader|moeder|papa|mama|stief\w+|oppas|hij|broer",
    ),
    together(
        r"bijtwonden|bijtplekken|rode plekken|rode strepen|brandblaren|kneuzingen|bulten",
        r"gastouder|oppas|vader|moeder|papa|mama|stief\w+",
        r"trilt|deed|gedaan|bang|slaat|geslagen|zegt",
    ),
    together(
        r"peuter|baby|kleuter|kinderen|kleintjes",
        r"hele (?:nachten|nacht|dagen|dag) alleen|'?s ?nachts alleen|alleen thuis gelaten",
        r"buren|moeder|vader|ouders|ze|mama|laten|laat",
    ),
    together(
        r"moet binnen ?blijven|binnenblijven|mag niet (?:meer )?naar buiten|telefoon afgepakt|heeft haar telefoon",
        r"dochter|zus|zusje|leerling|vriendin",
        r"haar man|haar vriend|schoonfamilie|haar broers?|verkering",
    ),
    r"\b(?:pakt|pakte|grijpt|greep) (?:\w+ ){0,3}bij (?:mijn|mn|haar|zijn|de) (?:nek|strot|keel|haren)\b|\bbij (?:mijn|mn|haar|zijn|de) (?:nek|strot|keel|haren) (?:pakt|pakte|grijpt|greep)\b",
    rf"\b(?:ouders|vader en moeder) sluiten (?:mij|me|ons|haar|hem|{OWN_CHILD}) (?:\w+ ){{0,5}}op\b",
    together(
        r"vastgegrepen|vastgepakt|geslagen|gegooid|geduwd",
        r"uit de kom|gebroken|gehecht|hersenschudding|bloed\w*",
        r"vader|moeder|papa|mama|mijn man|ex|vriend|oppas|stief\w+",
    ),
)
