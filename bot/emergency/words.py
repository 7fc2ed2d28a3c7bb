"""The table behind the emergency check: what points to danger for a child or to self-harm.

Patterns are matched against `plain_text.plain`. Better one warning too many than one missed, but a
question about the rules ("wat is de meldcode?") must pass: see exceptions.py and tests/emergency.
"""

from __future__ import annotations

from bot.emergency.people import CHILD, VICTIM, WHO

_HITS = (
    r"(?:slaat|sloeg|slaan|geslagen|schopt|schopte|mishandelt|mishandelde|wurgt|knijpt|misbruikt|"
    r"misbruikte|verkracht|verkrachtte|bedreigt|bedreigde|stompt|trapt)"
)

SELF_HARM = (
    r"\bzelf ?moord",
    r"\bzelf ?doding",
    r"\bsu[iï]cid",
    r"\b(?:wil|wilt|wou|wilde|ga|gaat) (?:echt |gewoon |liever |niks liever dan )?dood\b(?! aan\b)",
    r"\bdood (?:wil|wilt|wou|wilde|willen|zijn)\b",
    r"\bliever dood\b",
    r"\b(?:was|was ik|ben ik) (?:maar |liever )dood\b",
    r"\bniet (?:meer|langer) (?:willen |wil |te )?(?:leven|verder leven)\b",
    r"\b(?:wil|wilt|wou|hoef|hoeft|hoeven) (?:er )?(?:echt )?niet meer(?: te)? (?:leven|zijn|bestaan)\b",
    r"\ber niet meer (?:wil|wilt|willen|te)\s?(?:zijn)?\b",
    r"\b(?:wil|wilde|wou) er niet meer zijn\b",
    r"\been eind(?:e)? (?:aan|maken|er ?aan)(?! (?:aan )?(?:\w+ ){0,2}(?:toestemming|contract|gesprek\w*|formulier|abonnement|gepest|pesten|schooljaar|delen)\b)",
    r"\beind(?:e)? (?:aan )?(?:mijn|haar|zijn|het|m'n) leven\b",
    r"\buit het leven (?:stap|gestapt|te stap)",
    r"\bgeen zin meer in (?:het |mijn |haar |zijn )?leven\b",
    r"\b(?:het )?leven (?:is )?niet meer (?:waard|zien zitten|aan)",
    r"\bziet? het (?:leven )?niet meer zitten\b",
    r"\b(?:van|voor) (?:een|de|het) (?:dak|brug|flat|trein|spoor) (?:af)?(?:spring|ga)",
    r"\b(?:spring|springen|springt) (?:van|voor) (?:een|de|het) (?:dak|brug|flat|trein)",
    r"\b(?:snij|snijdt|snijd|sneed|snijden|kras|krast|brandt|verwond|verwondt|pijnig)\w* (?:\w+ ){0,2}"
    r"(?:zich|mezelf|zichzelf|mijn arm|haar arm|zijn arm|mn arm|in (?:haar|zijn|mijn) arm)",
    r"\b(?:zich|mezelf|zichzelf|zich zelf|me zelf) (?:\w+ ){0,3}"
    r"(?:snij|sneed|snee|kras|verwond|pijn (?:doe|te doen)|wat aan|iets aan|van kant)",
    r"\bauto ?mutil",
    r"\b(?:doet|doe|deed) (?:zichzelf|mezelf|zich) (?:pijn|iets aan|wat aan)",
    r"\b(?:zichzelf|mezelf|zich|me) (?:iets|wat|pijn) (?:aan ?)?(?:doet|doen|aandoen|te doen|wil doen)",
    r"\b(?:pillen|pilletjes|medicijnen|tabletten) (?:\w+ ){0,2}(?:geslikt|ingenomen|genomen om|gepakt)",
    r"\boverdosis\b",
    r"\bophangen\b(?! (?:in|aan de (?:muur|deur|gang|voor)))(?=.*\b(?:mezelf|zichzelf|zich)\b)",
    r"\b(?:mezelf|zichzelf|zich) (?:op ?te ?hangen|ophangen|verhang|opknop)",
    r"\bafscheidsbrief\b",
)

VIOLENCE = (
    rf"\b{WHO} {_HITS} (?:\w+ )?{VICTIM}\b",
    rf"\b{_HITS} {WHO}? ?{VICTIM}\b(?=.*\b(?:thuis|elke|vaak|weer|steeds|altijd|gisteren|vandaag|nu)\b)",
    rf"\b{WHO} (?:heeft|had) {VICTIM} (?:\w+ ){{0,3}}(?:geslagen|mishandeld|misbruikt|verkracht|aangerand|"
    r"gewurgd|geschopt|bedreigd|aangeraakt|betast|gestoken)",
    rf"\b{WHO} {VICTIM} (?:\w+ ){{0,3}}(?:slaat|schopt|mishandelt|misbruikt|verkracht|bedreigt|wurgt)",
    rf"\b(?:ik|{CHILD}|hij|zij|ze|haar|hem) (?:word|wordt|werd|worden|is|ben) (?:\w+ ){{0,3}}"
    r"(?:geslagen|mishandeld|misbruikt|verkracht|aangerand|opgesloten|bedreigd met|geschopt|afgeranseld|"
    r"in elkaar geslagen)",
    r"\bword(?:t|en)? (?:\w+ ){0,3}(?:thuis|door (?:zijn|haar|mijn|de|papa|mama|haar vader)) (?:\w+ ){0,3}"
    r"(?:geslagen|mishandeld|misbruikt|bedreigd|verkracht)",
    r"\b(?:thuis|papa|mama|vader|moeder|stiefvader) (?:\w+ ){0,3}(?:geslagen|mishandeld|misbruikt|slaat|mept)\b",
    r"\b(?:zit|zat|komt|kwam) (?:\w+ ){0,2}aan (?:mij|me|haar|hem|mn|mijn (?:dochter|zoon|kind)|mijn lichaam|"
    r"mijn borst|mijn piemel|haar lichaam)\b",
    r"\b(?:raakt|raakte) (?:mij|me|haar|hem|mijn (?:dochter|zoon|kind)|kinderen|leerlingen) (?:\w+ ){0,3}aan\b"
    r"(?=.*\b(?:wil|vies|onder|borst|billen|plekken|stiekem|seksueel)\b)",
    r"\bblauwe plek(?:ken)?\b(?=.*\b(?:thuis|vader|moeder|papa|mama|durft|bang|zegt|geslagen|ex|stiefvader)\b)",
    r"\b(?:dreigt|dreigde|gedreigd|bedreigt|bedreigd)\b(?=.*\b(?:dood|vermoord|mes|pistool|wapen|"
    r"wat aan te doen|iets aan te doen|af te maken|ontvoer|mee te nemen)\b)",
    r"\b(?:ga|gaat|zal|wil) (?:\w+ ){0,3}(?:vermoorden|doodmaken|doodslaan|doodschieten|neersteken|afmaken)\b",
    r"\b(?:met|heeft|had|zwaait met) een (?:mes|pistool|wapen|vuurwapen|bijl)\b",
    r"\b(?:seksueel|sexueel) (?:misbruik|geweld)\b(?=.*\b(?:mijn (?:dochter|zoon|kind)|mij|nu|thuis)\b)",
    r"\b(?:aangerand|verkracht)\b(?!.*\b(?:regel|verplicht|wet|protocol)\b)",
    r"\b(?:dwingt|dwong|gedwongen|chanteert|gechanteerd|afperst)\b(?=.*\b(?:naakt|seks|blootfoto|foto's sturen|"
    r"filmpje)\b)",
)

DANGER = (
    r"\b(?:bang|durft? niet|durf niet|angst) (?:\w+ ){0,4}(?:naar|om naar) huis\b",
    r"\b(?:durft? niet|durf niet|wil niet|kan niet) (?:meer )?(?:naar huis|thuis (?:zijn|blijven|komen))\b"
    r"(?=.*\b(?:bang|papa|mama|vader|moeder|slaat|hij|geslagen|ruzie)\b)",
    r"\b(?:voel|voelt|is|ben|zijn) (?:\w+ ){0,3}(?:niet|on) ?veilig(?: meer)? (?:\w+ )?thuis\b",
    r"\bthuis (?:\w+ ){0,3}(?:niet veilig|onveilig|gevaarlijk)\b",
    r"\b(?:acuut|direct|groot|levens|nu in|onmiddellijk|echt in|in) ?gevaar\b(?!.*\bgegevens\b)",
    r"\blevensgevaar",
    r"\bhelp\b.*\b(?:slaat|mishandel|mes|dood|bloed|vermoord|bewusteloos)",
    r"\b(?:opgesloten|vastgebonden|uitgehongerd|krijgt geen eten|geen eten krijg)\b"
    r"(?=.*\b(?:kind|zoon|dochter|mij|me|ik|thuis|kamer|kelder|hij|zij|ze)\b)",
    r"\b(?:weggelopen|vermist|ontvoerd|meegenomen)\b(?=.*\b(?:sinds|niet thuis|niet terug|kwijt|politie bellen|"
    r"bang|weet niet waar)\b)",
    r"\bloverboy",
    r"\b(?:meer|niet) (?:bewusteloos|bij kennis)\b",
    r"\b(?:bel|belt|bellen) 112\b|\b112 bellen\b",
)
