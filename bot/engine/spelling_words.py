"""The field's misspellings, compounds and abbreviations, each with the one form we train on."""

from __future__ import annotations

# One word for one word.
WORDS = {
    "dosier": "dossier", "dosjee": "dossier", "dossjee": "dossier", "dosiers": "dossiers",
    "leerlingendossier": "leerlingdossier", "schooldossier": "leerlingdossier",
    "gegeve": "gegevens", "gegeven": "gegevens", "gegevns": "gegevens", "gegeves": "gegevens",
    "privasy": "privacy", "privesy": "privacy", "prive": "privacy",
    "camra": "camera", "camara": "camera", "kamera": "camera", "camras": "camera's",
    "cameras": "camera's", "camara's": "camera's", "kameras": "camera's",
    "toesteming": "toestemming", "toestemmin": "toestemming", "toestemin": "toestemming",
    "toestemingg": "toestemming", "klagt": "klacht", "klagten": "klachten", "klagte": "klacht",
    "schol": "school", "scool": "school", "kint": "kind", "doghter": "dochter", "leeraar": "leraar",
    "raport": "rapport", "rapord": "rapport", "verslach": "verslag", "cijver": "cijfer",
    "cijvers": "cijfers", "polisie": "politie", "polietsie": "politie", "polietie": "politie",
    "egsamen": "examen", "eksamen": "examen", "sito": "cito", "toest": "toets", "toetse": "toetsen",
    "foto's": "fotos", "watsapp": "whatsapp", "whatsap": "whatsapp", "magester": "magister",
    "gesag": "gezag", "gezach": "gezag", "meldkode": "meldcode", "meltcode": "meldcode",
    "cromebook": "chromebook", "cronebook": "chromebook", "diploom": "diploma",
    "diplooma": "diploma", "deploma": "diploma", "stagaire": "stagiaire", "staziair": "stagiair",
    "swv": "samenwerkingsverband", "tlv": "toelaatbaarheidsverklaring",
    "okr": "onderwijskundig rapport", "lvs": "leerlingvolgsysteem",
    "opp": "ontwikkelingsperspectief", "smw": "schoolmaatschappelijk werk",
    "ots": "ondertoezichtstelling", "vir": "verwijsindex", "mr": "medezeggenschapsraad",
    "fg": "functionaris gegevensbescherming", "ap": "autoriteit persoonsgegevens",
    "me": "mijn", "m'n": "mijn", "mn": "mijn", "nie": "niet", "hep": "heb", "mach": "mag",
}  # fmt: skip
# Compounds that are written apart.
PHRASES = {
    "leerling dossier": "leerlingdossier",
    "leerlingen dossier": "leerlingdossier",
    "school dossier": "leerlingdossier",
    "leerling volg systeem": "leerlingvolgsysteem",
    "leerling volgsysteem": "leerlingvolgsysteem",
    "samenwerkings verband": "samenwerkingsverband",
    "bewaar termijn": "bewaartermijn",
    "camera beelden": "camerabeelden",
    "klassen foto": "klassenfoto",
    "data lek": "datalek",
    "door stroom toets": "doorstroomtoets",
    "doorstroom toets": "doorstroomtoets",
    "onderwijs kundig rapport": "onderwijskundig rapport",
    "ouder portaal": "ouderportaal",
    "verwijs index": "verwijsindex",
    "gezins voogd": "gezinsvoogd",
    "uit huis plaatsing": "uithuisplaatsing",
    "uithuis plaatsing": "uithuisplaatsing",
    "toelaatbaarheids verklaring": "toelaatbaarheidsverklaring",
    "ontwikkelings perspectief": "ontwikkelingsperspectief",
    "klachten commissie": "klachtencommissie",
    "klachten regeling": "klachtenregeling",
}
