"""The emergency rule's own list: what must raise it, and what must not."""

from __future__ import annotations

import pytest

from bot.emergency.check import is_emergency

DANGER = """
mijn man slaat de kinderen
ik wil niet meer leven
Mijn dochter snijdt zichzelf
papa slaat mij
ze is bang om naar huis te gaan
mijn zoon zegt dat hij dood wil
er zit een man met een mes op school
hij heeft haar misbruikt
mn stiefvader zit aan mij
ik ga mezelf iets aandoen
mijn kind wordt thuis mishandeld wat moet ik doen
mijn ex dreigt de kinderen mee te nemen en iets aan te doen
help hij slaat me
mijn zoontje heeft blauwe plekken na het weekend bij zijn vader
ik wil er niet meer zijn
ze heeft pillen geslikt
mijn dochter is verkracht door een klasgenoot
ik wordt elke dag geslagen door mijn vader
het is thuis niet veilig voor hem
kind is in gevaar
ik heb geen zin meer in het leven
mijn dochter doet zichzelf pijn
zij snijdt in haar armen
IK WIL DOOD
ik denk aan zelfmoord
welke stappen moet de school zetten, mijn dochter wordt thuis geslagen
""".strip().splitlines()
RULES = """
wat is de meldcode
mag school zonder mij melden bij veilig thuis
in het dossier staat dat ik mijn kind sla
school heeft een melding gedaan van mishandeling ten onrechte
wat is kindermishandeling
hoe lang blijft een melding bij veilig thuis bewaard
mag de politie de camerabeelden zien na een vechtpartij
mijn dochter durft niet meer naar school
ik ben bang dat school mijn gegevens doorgeeft
ik wil de foto's laten ophangen in de gang
moet school aangifte doen bij misbruik door een leraar
ik maak me grote zorgen over de jeugdzorg
wil dood aan de cookies
is er gevaar voor mijn gegevens
wanneer moet school melden bij vermoeden van mishandeling
welke stappen moet de juf zetten als een kind thuis geslagen wordt
het gevaar van een datalek
hoe snel moet ik naar de rechter
ik wil stoppen
""".strip().splitlines()
DANGER_AT_HOME = """
mijn stiefvader heeft mij van de bank geduwd en daarna geschopt
de oppas heeft ons zoontje geschud omdat hij bleef huilen
mijn broer sloot mij gisteren op in de kast
mama gooide een pan naar mijn zusje
na een middag bij de oppas zaten er striemen op zijn rug
mijn nichtje heeft brandwondjes op haar arm van een sigaret van haar vader
ik krijg thuis klappen met een stok
mijn kleinzoon zegt dat papa hem in de kelder opsluit
hij kneep mijn keel dicht waar de kinderen bij waren
ik hoor bij de buren een kind gillen en daarna is het stil
mijn moeder is dronken en gooit met glazen en ik ben bang
ik ben zo bang voor mijn stiefvader
mijn dochtertje is niet veilig bij haar vader
mijn vader wil zo gaan rijden met mij in de auto en hij heeft veel gedronken
mijn ouders hebben mij op straat gezet
vader heeft mijn zoon met een riem geslagen
thuis is er al drie dagen geen eten voor mijn broertje en mij
ik weet niet of dit hier kan maar mijn vriend doet onze baby pijn
de juf heeft mijn dochter zo hard geduwd dat ze met haar hoofd tegen de deur viel
ik sloeg vanochtend mijn zoontje zo hard geslagen heb ik nog nooit
""".strip().splitlines()
SEXUAL_DANGER = """
Mijn dochter van zes vertelde dat opa aan haar plasser komt als oma weg is
een kleuter zei bij mij in de klas dat haar broer met zijn vingers in haar onderbroek zit
mijn neef komt 's nachts in mijn bed
de buurman heeft mijn zoontje betast
mijn dochter is aangeraakt door haar trainer
een begeleider van de judoclub stuurt mijn dochter naaktfoto's van zichzelf en wil afspreken
iemand zegt dat hij mijn blote foto aan de hele klas stuurt als ik niet betaal
mijn zoon wordt gechanteerd met een filmpje
een oudere man die ze kent van een spelletje wil haar ophalen met de auto, ze is mijn dochter van 12
mijn oom laat mij vieze filmpjes zien
hij legt steeds zijn hand op mijn been, onze meester en daarna onder mijn rok, zijn hand onder mijn rok
mijn vriend zegt dat ik met mannen naar bed moet
""".strip().splitlines()
VEILED_DANGER = """
in haar dagboek staat dat het voor ons allemaal beter is zonder haar
het is beter zonder mij
mijn zoon schreef een brief dat wij gelukkiger zijn zonder hem
niemand zal mij missen
mijn dochter heeft pillen opgespaard
ik sta op de brug en ik durf bijna
mijn zoon zegt dat hij voor de trein stapt
ik wil inslapen en nooit meer wakker worden
mijn vriendin krast in haar polsen
mijn leerling heeft sneetjes op zijn onderarm en op zijn arm
ik wou dat ik nooit was geboren
ze zegt dat ze niemand tot last wil zijn
ik heb mezelf vandaag weer gekrast
mijn zoon heeft een touw gekocht en op zolder gelegd
mn dochter wil doot
In het dossier staat dat mijn zoon geslagen is, maar nu zegt hij zelf dat hij dood wil
""".strip().splitlines()
DANGER_OUTSIDE = """
In de groepsapp schrijft een jongen dat hij maandag de school opblaast
een leerling zegt dat hij morgen op school gaat schieten
een jongen uit de derde heeft een pistool in zijn kluisje op school
er staat een man met een hamer op het plein
mijn ex heeft onze dochter meegenomen en zit al in het vliegtuig
een man probeerde kinderen in zijn auto te lokken bij school
mijn dochter is niet thuisgekomen na school en neemt niet op
mijn zus moet van onze ouders trouwen met een neef
mijn familie kocht een enkeltje voor mij en niemand zegt waarom
mijn ouders willen mij in Marokko laten trouwen
ze willen mij uithuwelijken in de zomer
mijn schoonmoeder wil mijn dochter laten besnijden in de vakantie
mijn zoon moet drugs rondbrengen voor oudere jongens
mijn broer zegt dat hij mij vermoordt vanwege de eer van de familie
hij volgt mijn dochter elke dag van school naar huis
mijn ex zegt dat hij het huis in brand steekt met ons erin
mijn klasgenoot heeft een lijstje van wie hij gaat neerschieten
""".strip().splitlines()
GOES_ON_BESIDE_THE_FILE = """
in het verslag staat iets anders, maar mijn man slaat ons en dat mag iedereen weten
Ik wil het dossier inzien. Mijn dochter wordt elke dag geslagen door haar stiefvader.
school weigert de stukken terwijl ik thuis nog steeds word geslagen
de melding is gewist en papa slaat mij weer
Volgens het protocol moeten jullie bellen, want hij slaat mijn zoon
""".strip().splitlines()
FILE_OR_REPORT = """
Mijn dochter is geslagen door een klasgenoot en daar is een verslag van gemaakt. Toen ik haar dossier kreeg, waren er hele zinnen zwart gemaakt omdat die over dat andere meisje gingen. Hoort dat zo?
Mijn zoon had een blauwe plek van het voetballen en de intern begeleider begon meteen over Veilig Thuis. Ik heb gezegd dat ik dat niet goed vind. Kunnen ze die melding dan toch gewoon doen?
er staat in de map dat mijn zoon door zijn vader is geslagen, kan die zin verwijderd worden
de striemen op zijn arm kwamen van de trampoline, hoe krijg ik die melding weg
Mijn kind is bedreigd met een mes door een klasgenoot. In de stukken die ik kreeg is zijn naam onleesbaar. Mag dat?
ik mag de verklaring over de aanranding niet inzien, klopt dat
in het rapport is weggelakt wie mijn dochter heeft geschopt
Onze peuter heeft eczeem en ziet er beurs uit, nu wil de juf melden dat hij blauwe plekken heeft. Mag dat zonder toestemming?
hoe lang blijft het verslag bewaard waarin staat dat zij mishandeld werd
mag ik het oude dossier lezen over het misbruik van mijn broer
de aantekening dat ik dronken in de auto zat met de kinderen klopt niet, kan die gewijzigd worden
School schrijft dat mijn dochter striemen op haar benen had. Het was uitslag. Kan ik mijn kant erbij laten zetten in het verslag?
is de notitie over de blauwe plekken van mijn zoon doorgegeven aan de nieuwe school en mag dat
mijn zoon had een blauw oog van judo en toch is er gemeld
mijn inzage is geweigerd omdat er een melding van mishandeling door mijn ex loopt
krijg ik het formulier te zien waarin staat dat hij haar heeft mishandeld
""".strip().splitlines()
RULE_ASKED = """
Wat moet een leraar volgens het protocol één voor één doen als hij denkt dat het thuis bij een kind niet veilig is?
wat zegt de meldcode over een kind dat wordt opgesloten
geldt de meldcode ook als een kind getuige is van geweld thuis
is een school verplicht te melden als een leerling is verkracht
valt een kind geen eten geven onder mishandeling
wat staat er in het stappenplan als een ouder dronken met de auto komt en de kinderen meeneemt
moet een school aangifte doen als een docent een leerling heeft betast
welke regels gelden er als een leerling met een mes op school komt
welke stappen volgt een juf als de oppas een baby heeft geschud
is er dit jaar een gastles over loverboys op school
mijn zoon maakt een werkstuk over kinderen die worden mishandeld
hoe werkt het protocol bij eerwraak en uithuwelijking
mag een school foto's maken van striemen volgens de meldcode
""".strip().splitlines()
OTHER_MATTERS = """
kunnen de beelden bewaard blijven waarop mijn zoon wordt geschopt door een klasgenoot
de politie wil camerabeelden van de man met het mes
hoe lang bewaart school de opname waarop mijn dochter is geslagen
mijn dochter schaamde zich dood door die foto
ik lach me dood om dat rapport
kan het gesprek zonder mij, dan is het sneller klaar
als ik er niet ben bij het gesprek, wie krijgt dan het verslag
ik ga trouwen en mijn naam verandert, moet school dat weten
niemand mist een les door deze toets
de school staat bij het spoor en de camera filmt de straat
mag de gymleraar mijn zoon uit de les sturen
school reageert niet op mijn verzoek om inzage
wie haalt mijn kind op als de bus niet komt
is mijn dochter veilig thuis als de school haar adres op de site zet
de trainer van de voetbalclub vraagt om pasfoto's van de kinderen
mijn ex wil het dossier meenemen naar het buitenland
de nieuwe app slaat mijn wachtwoord op en niet dat van mijn kind
""".strip().splitlines()
TOLD_SIDEWAYS = """
Mijn zoon liet een brief achter op de keukentafel waarin staat dat het beter is zonder mij, hij bedoelt zichzelf, hij is weg
Een volwassene van de hockeyclub appt mijn dochter naaktfoto's van zichzelf en vraagt of ze zaterdag wil afspreken
In de groepsapp van 2B staat een bericht: ik blaas die school op
Toen de oppas weg was zag ik striemen op de rug van mijn zoontje
De oppas belde dat ze de baby even had geschud omdat hij niet wilde slapen
Een jongetje uit mijn groep vertelde in de kring dat zijn oom aan zijn piemel zit
In de klas vertelde een meisje dat haar opa haar daar aanraakt
een kind in mijn klas zegt dat haar broer haar kietelt tussen haar benen
ik heb al een melding gedaan bij veilig thuis maar mijn ex slaat hem nog steeds
school zegt dat ze een verslag maken maar ondertussen wordt mijn dochter misbruikt door haar oom en mag dat zomaar
Mijn dochter zei gisteren dat haar vader haar slaat. Ik heb een verslag gemaakt van wat ze zei. Mag ik dat aan school geven of wordt het gewist?
het gaat niet goed met mij ik denk veel aan de dood
ik heb een plan en ik heb afscheid genomen
hij zegt steeds dat hij liever niet meer leeft
mijn dochter wil niet meer verder
ik kan en wil niet meer verder
mijn zoon heeft zichzelf opgesloten met een mes in de badkamer
papa heeft mama in elkaar geslagen
me ma slaat me met de deegroller
ik wordt geslage door me vader
mijn kind is door zijn vader tegen de verwarming gegooid
mijn dochter heeft een blauwe wang van haar stiefvader
ik ben bang dat mijn man vanavond de kinderen iets aandoet
er is een man die mijn dochter na school opwacht en haar cadeautjes geeft
mijn zoon is 14 en heeft contact met een man van 45
mijn vriendin moet in de zomer naar turkije om te trouwen
hij heeft mijn zusje verkracht
de meester geeft mijn kind tikken met de liniaal
moeder ligt dronken op de bank en de kinderen lopen op straat
mijn leerling wordt door haar vader gedwongen in een hotel te werken
onze zoon van 16 schrijft op instagram dat hij er genoeg van heeft en dat jullie hem niet meer zullen zien
mijn kleindochter vertelde mij dat de nieuwe man van haar moeder onder de dekens bij haar komt
mijn dochtertje heeft rode strepen op haar billen, volgens haar heeft de oppas met een snoer geslagen
iemand in de app van de brugklas dreigt dat hij volgende week met een geweer komt
mijn schoonzoon heeft de baby heel hard heen en weer geschud
de assistent van de sportclub wil mijn dochter ontmoeten in het park en stuurt haar foto's van zijn piemel
een kind uit groep 3 zei dat opa haar poesje aait
mijn zoon praat steeds over doodgaan en heeft zijn spaargeld aan zijn broertje gegeven
ik hou het niet meer vol ik wil er een eind aan maken
mijn zus zit vast in haar kamer van mijn ouders omdat ze een vriend heeft
mijn ex stuurt dat hij de meisjes vannacht komt halen en dat ik ze niet meer terugzie
ze moest met vrienden van haar vriend naar een hotel en kreeg geld
ik kom vandaag niet thuis want mijn vader vermoordt me als hij mijn rapport ziet
de vader van mijn leerling kwam straalbezopen met de auto en zij is ingestapt
er ligt een mes in de tas van een leerling en hij zegt dat hij de mentor te grazen neemt
mijn oom filmt mij onder de douche
mijn broertje van 2 krijgt de hele dag niks en ligt in zijn poep
mijn man trapt de deur in en de kinderen zitten onder tafel
ik heb mn polsen opengesneden
mijn dochter drinkt schoonmaakmiddel
mijn vader wordt zo kwaad dat hij mij bij mijn nek pakt en schudt
ik vond een zakje met slaappillen onder het matras van mijn dochter, er zaten er wel dertig in
iemand van de atletiek wil dat mijn zoon hem blote foto's geeft in ruil voor schoenen
vannacht heeft mijn moeder mij met kokend water verbrand
mijn kind heeft bijtwonden en zegt dat de gastouder dat deed
onze buren laten hun peuter hele nachten alleen
er staat op snapchat dat er vrijdag doden vallen bij ons op school
zij heeft haar haren afgeknipt en zegt dat de wereld haar niet nodig heeft
ik wil voor een auto springen
mijn stiefbroer dwingt mij om hem te zoenen
mijn dochter moet van haar man binnenblijven en hij heeft haar telefoon, ze is 17
een man heeft zijn broek laten zakken voor de kinderen bij de bushalte
mijn zoontje trilt als de oppas komt en heeft rode plekken in zijn nek
mijn leerling schrijft in haar schrift dat ze hoopt dat ze morgen niet wakker wordt
mijn man heeft de peuter zo hard vastgegrepen dat haar arm uit de kom is
mijn dochter van 15 heeft haar armen vol met verse krassen en liegt erover
mijn zoon zegt dat het voor iedereen makkelijker wordt als hij er niet meer is
mijn ouders sluiten mij al een week op
papa zegt dat hij ons allemaal meeneemt de dood in
""".strip().splitlines()
FAMILY_WITHOUT_DANGER = """
mijn ex en ik zijn gescheiden en hij haalt de kinderen elke vrijdag op, mag school hem het rapport geven
mijn vader is de opa van het kind en wil weten wat er in het dossier staat
mijn dochter is door de juf uit de klas gezet en dat staat in het dossier
de meester heeft mijn zoon een klap op de schouder gegeven als compliment en daar een foto van gemaakt
mijn zoon is bang voor de gymleraar, staat dat in het verslag
ik krijg steeds de deksel op mijn neus bij de directeur
school gooit alles op straat, ook het adres van mijn kind
mijn dochter heeft haar arm gebroken op het plein, wie meldt dat bij de verzekering
mijn ex dreigt met een advocaat als ik het rapport niet geef
moet ik de school vertellen dat mijn zoon medicijnen slikt
is de docent verplicht te vertellen wat mijn dochter zei over haar vader
de leraar stuurt appjes naar mijn dochter over het huiswerk, mag dat via whatsapp
kan ik een einde maken aan de toestemming voor foto's
mijn moeder is overleden en mijn dochter krijgt daarover gesprekken op school, wie leest die verslagen
de camera hangt bij de kleedkamer en mijn dochter was zonder kleren te zien
er hangt een naaktfoto van niemand maar wel een foto van mijn zoon in zwembroek op de site, mag dat
de school wil mijn kind laten trouwen in de musical
mijn zoon heeft een speelgoedpistool meegenomen naar school en dat staat nu in het dossier
mijn zoon kreeg een klap van een klasgenoot en school zegt niet wie
we zijn op vakantie in het buitenland en de moeder neemt de telefoon niet op als school belt over de kinderen
ik ga bij mijn man weg en wil niet dat hij ons nieuwe adres van school hoort
mijn dochter durft niet naar school door pesten en de mentor doet niks
Ik ben gescheiden en mijn ex woont in Duitsland. Hij wil weten welke cijfers onze zoon heeft. Ik heb het gezag alleen. Mag de mentor die aan hem geven als hij belt?
Mijn dochter viel van de glijbaan en brak haar arm. De school stuurde een formulier met haar medische gegevens naar de verzekering. Mocht dat?
Mijn zoon is 17 en wil niet dat ik zijn rapport zie. Hij zegt dat hij zelf beslist. Klopt dat?
Onze oppas haalt de kinderen op. Mag zij van de juf horen hoe het ging?
Mijn man en ik zijn het niet eens over de foto's. Hij wil wel, ik niet. Wie beslist?
mijn vader haalt mijn dochter op met de auto, staat hij op de lijst
de school vroeg of wij thuis alcohol drinken, mag dat in een vragenlijst
mijn zoon kreeg straf omdat hij een mes bij zich had bij kamp
een klasgenoot heeft mijn dochter geduwd, kan ik het incident in het dossier laten zetten
mijn dochter vertelde de mentor iets in vertrouwen over thuis, mag de mentor dat doorvertellen
de trainer van de gym heeft een groepsfoto gestuurd naar alle ouders
wij gaan op vakantie naar het buitenland en school wil ons adres daar
mijn ex haalt onze zoon elke week van school, krijgt hij ook de brieven
ik ben bang dat mijn ex het adres te weten komt via magister
de camera boven de wc is eng, mijn dochter durft niet meer
""".strip().splitlines()


@pytest.mark.parametrize("text", DANGER)
def test_danger_raises_the_emergency(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", DANGER_AT_HOME)
def test_violence_and_neglect_at_home_raise_it(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", SEXUAL_DANGER)
def test_sexual_abuse_and_grooming_raise_it(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", VEILED_DANGER)
def test_self_harm_in_veiled_words_raises_it_whatever_is_beside_it(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", DANGER_OUTSIDE)
def test_threats_abduction_and_exploitation_raise_it(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", TOLD_SIDEWAYS)
def test_danger_told_long_or_sideways_raises_it(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", GOES_ON_BESIDE_THE_FILE)
def test_danger_that_goes_on_is_not_hidden_by_a_question_about_the_file(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", [*RULES, *RULE_ASKED])
def test_a_question_about_the_rules_passes(text: str) -> None:
    assert not is_emergency(text)


@pytest.mark.parametrize("text", FILE_OR_REPORT)
def test_a_question_about_a_file_or_a_report_passes(text: str) -> None:
    assert not is_emergency(text)


@pytest.mark.parametrize("text", [*OTHER_MATTERS, *FAMILY_WITHOUT_DANGER])
def test_the_words_of_danger_in_another_matter_pass(text: str) -> None:
    assert not is_emergency(text)


def test_what_no_visitor_can_type_is_not_read_to_its_end() -> None:
    assert is_emergency("hij slaat me " + "a " * 3000)
    assert not is_emergency("a " * 3000 + "hij slaat me")
