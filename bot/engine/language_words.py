"""Function words that tell languages apart. A word that Dutch also writes is in no other list."""

from __future__ import annotations

DUTCH = frozenset(
    "aan al alle als alleen anders ben bij bent daar dan dat de deze die dit doen door dus een en er "
    "ergens geen goed graag had heb hebben heeft hem het hier hij hoe hun iets ik in is ja jaar je jij "
    "jullie kan kind kunnen kunt maar mag mee meer met mij mijn moet moeten mogen na naar niet nog nu "
    "of om onder ons ook op over school te toch tot u uit uw van vanaf veel voor waar waarom wanneer "
    "want waren was wat we weer weet wel welke werd wie wij wil worden wordt zal ze zei zelf zich zij "
    "zijn zo zoon dochter zonder zou m'n z'n t ie mn heeft ouders juf meester leraar dossier foto's "
    "gegevens inzien krijg krijgen hoelang lang zien staat zeggen zegt dochters kinderen".split()
)

# A, be, come, had, he, her, here, me, of, on, over, was, we and the like are left out: Dutch has
# them too, or a Dutch parent in a hurry types them.
OTHERS = {
    "en": frozenset(
        "the my your and i you what which who when where why how can could may should does do did not "
        "have has their they this that these those school's child children son daughter about with "
        "from for to by are please see want need help file record photos data allowed ask pupil "
        "privacy's teacher without permission request if would there an any get know our his she him "
        "long keep kept right look complaint am speak english".split()
    )
    - frozenset("file data help privacy".split()),
    "de": frozenset(
        "ich der das und nicht ist sie wir mein meine kann darf wie für mit auf ein eine wann warum "
        "wo schule kinder sohn tochter akte einsehen haben habe bitte oder auch von dem den zu über "
        "kein keine muss möchte ihr ihre unser unsere bin sind".split()
    ),
    "fr": frozenset(
        "le la les je vous nous mon ma mes est pas que qui quoi dans pour avec sur puis peux peut "
        "enfant ecole école fille fils comment pourquoi quand ou où une des du au aux droit voir "
        "bonjour merci puis-je l'ecole l'école avez suis etre être leur".split()
    )
    - frozenset(["ma"]),
    "es": frozenset(
        "el los las que mi mis hijo hija escuela puedo como cómo cuando cuándo porque por para con una "
        "es no esta está sobre ver datos derecho quiero tengo hola gracias usted donde dónde".split()
    )
    - frozenset(["es", "ver", "no"]),
    "tr": frozenset(
        "ve bir bu benim için icin ne nasıl nasil okul okulu okulda cocuk çocuk çocuğum cocugum "
        "çocuğumun cocugumun kızım kizim oğlum oglum oğlumun oglumun kızımın kizimin mi mı mu mü var "
        "yok değil degil merhaba istiyorum görebilir gorebilir miyim mıyım bilgi dosya dosyası dosyasi "
        "fotoğraf fotograf izin zaman neden hakkında hakkinda lütfen lutfen nerede kim ben siz "
        "teşekkürler öğretmen ogretmen olan olarak ile ama".split()
    )
    - frozenset("ve mi mu ne ben kim".split()),
    "pl": frozenset(
        "i w na nie czy jest to się sie moje moja mój moj dziecko dziecka córka corka syn syna szkoła "
        "szkola szkoły szkoly szkole mogę moge jak dlaczego kiedy gdzie o do z ze co dla chcę chce "
        "proszę prosze dzień dzien dobry zdjęcia zdjecia akta dane prawo jestem mam przez po czego "
        "jakie które ktore moim mojego mojej".split()
    )
    - frozenset("i w na to o do z ze co po jak".split()),
    "uk": frozenset(
        ["moya", "ditina", "dytyna", "shkola", "shkoli", "chy", "mozhu", "dobryi", "den"]
    )
    - frozenset(["den"]),
    "ar": frozenset(["salam", "madrasa", "ibni", "ibnti", "kayfa", "hal", "marhaba", "shukran"])
    - frozenset(["hal"]),
}
