"""Takes personal data out of what a visitor typed, before anybody learns from it.

Errs on the side of removing: a word that our own examples do not know may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.knowledge.vocabulary import KIN, Vocabulary, vocabulary

GONE = "[…]"
_MONTHS = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# In this order: what is longer and surer first.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"https?://\S+|\bwww\.\S+",
        # E-mail addresses, also without a dot at the end, and names of accounts.
        r"\S*@\S+",
        r"\b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){7,10}\b",  # IBAN
        r"\bDW-?[A-Z0-9]{5}-?[A-Z0-9]{5}\b",
        # Dates in figures and in words, with or without a year.
        r"\b\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}\b",
        r"\b\d{1,2}\s?[-/]\s?\d{1,2}\b",
        rf"\b\d{{1,2}}e?\s{_MONTHS}\b(?:\s'?\d{{2,4}})?",
        rf"\b{_MONTHS}\s(?:19|20)\d\d\b",
        r"\bgeboren\b(?:\s+\w+){0,2}?\s+'?\d{2,4}\b",
        # Streets with a number, and postcodes with their place.
        r"\b[\w'’-]*(?:straat|laan|weg|plein|gracht|kade|dijk|hof|singel|pad|steeg|park|ring|dreef|baan|"
        r"plantsoen|markt|oever|erf|hoeve)\s+\d+\s?-?[a-z]{0,2}\b",
        r"\b[1-9]\d{3}\s?[a-z]{2}\b(?:\s+[A-Z]\w+)?",
        # Telephone numbers, BSN and every other long row of figures.
        r"(?:\+|\b)\d(?:[\s./()-]{0,2}\d){4,}\b",
        r"\bnummer\s+\d+\b",
    )
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|\S")
_ENDS_SENTENCE = frozenset(".!?:;…\n")
# After these a name may follow, however common the word is.
_BEFORE_A_NAME = frozenset(
    "juf juffrouw meester meneer mevrouw mevr dhr mw heer dokter dr heet heette genaamd naam familie "
    "fam groeten groetjes vriendelijke mvg oma opa tante oom".split()
)
# Surnames begin with these; alone they are ordinary words.
_PARTICLES = frozenset("van de der den ter ten te 't el al ben bin".split())
_LONGEST_NAME = 4
# Somebody in particular: `onze jongste dochter`, `de leerling`.
_POINTS = frozenset(("mijn", "me", "m'n", "onze", "ons", "zijn", "haar", "hun", "de", "het"))
# `de moeder van Tim`, `het dossier van Tim`.
_OF_SOMEBODY = frozenset(
    "moeder vader ouder ouders verzorger voogd oma opa dossier rapport gegevens foto foto's kind".split()
)
_OF = frozenset(
    "alle allebei andere beide dat de deze die dit een elk elke haar het hem hen hun iedereen iemand "
    "je jullie kinderen klas leerlingen mij mijn me school u uw van vroeger vorig vorige wie zijn ons "
    "onze mijzelf mezelf".split()
)
# What may follow without being a name; all else there is taken out.
_FOLLOWS = frozenset(
    "aan al alleen als altijd bij daar dan dat de deze die door dus een en er erg geen gaat ging haar "
    "had heb hebben heeft het hier hij hoe ik in is ja kan komt krijgt kreeg kunnen kwam maar mag me "
    "mee met mij mijn moest moet na naar niet nog nooit nu of om omdat ons onze ook op over samen "
    "school sinds soms staat staan te tegen toch tot tussen uit vaak van vanaf vanwege veel via voor "
    "vraagt waar wanneer was wat weer weet weg wel werd wie wil wilde wilt woont word worden wordt "
    "zat zegt zei zelf zich ziek zien zij zijn zit zitten zonder zou inzien inzage dossier foto "
    "autisme adhd dyslexie jaar groep klas".split()
)
_FOLLOWS_I_AM = _FOLLOWS | frozenset(
    "bang boos benieuwd bezorgd degene gescheiden gezaghebbend het kwijt moeder nieuw oma opa ouder "
    "pleegouder stiefvader stiefmoeder tevreden vader verhuisd verzorger voogd zo zeer echt eens erover "
    "geschrokken student leerling docent iemand niet".split()
)


def depersonalise(text: str, known: Vocabulary | None = None) -> str:
    """The text with `[…]` in place of everything that may tell who somebody is."""
    for pattern in _PATTERNS:
        text = pattern.sub(f" {GONE} ", text)
    if _shouts(text):
        text = text.lower()
    return _joined(_without_names(text, known or vocabulary()))


def is_useful(text: str) -> bool:
    """Is enough left to learn from?"""
    return len(re.findall(r"[^\W\d_]{2,}", text.replace(GONE, ""))) >= 2


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > len(letters) / 2


def _without_names(text: str, known: Vocabulary) -> Iterator[str]:
    before: list[str] = []
    starts = True
    naming = 0
    for token in _tokens(text):
        if not token[0].isalpha():
            yield token
            starts = starts or token in _ENDS_SENTENCE
            naming = 0 if token in _ENDS_SENTENCE else naming
            before = [*before, token][-3:]
            continue
        naming = _names_left(token, before, naming, known)
        gone = naming > 0 or not _is_known(token, known, starts=starts)
        yield GONE if gone else token
        starts = False
        before = [*before, token.lower()][-3:]


def _names_left(token: str, before: list[str], naming: int, known: Vocabulary) -> int:
    """How many more words, this one included, may belong to a name; 0 for none."""
    word, last = token.lower(), before[-1] if before else ""
    if naming > 1 and _goes_on(token, last, naming):
        return naming - 1
    follows = _what_may_follow(before, known)
    return _LONGEST_NAME if follows is not None and word not in follows else 0


def _goes_on(token: str, last: str, naming: int) -> bool:
    """`Daan de Vries`, `daan vries`: a second word is part of the name unless it is a common one."""
    if not token.islower() or {token, last} & _PARTICLES:
        return True
    return naming == _LONGEST_NAME and token not in _FOLLOWS


def _what_may_follow(before: list[str], known: Vocabulary) -> frozenset[str] | None:
    """The words that are no name here; None where no name is expected."""
    last = before[-1] if before else ""
    if last in _BEFORE_A_NAME:
        return _FOLLOWS - _PARTICLES
    if last in KIN and _POINTS & set(before):
        return _FOLLOWS | known.after_kin
    if set(before[-2:]) == {"ik", "ben"}:
        return _FOLLOWS_I_AM
    if last == "van" and before[-2:-1] and before[-2] in _OF_SOMEBODY:
        return _OF
    return None


def _is_known(token: str, known: Vocabulary, *, starts: bool) -> bool:
    if token in known.capitalised:
        return True
    if not token.islower() and not starts:
        return False
    word = token.lower()
    return word in known.plain or _is_compound(word, known)


def _is_compound(word: str, known: Vocabulary) -> bool:
    """`schoolreisfoto`: two known words that are not short."""
    if "-" in word or "'" in word or "’" in word:
        return all(part in known.plain for part in re.split(r"[-'’]", word) if len(part) > 1)
    return any(
        word[:cut] in known.plain and word[cut:].removeprefix("s") in known.plain
        for cut in range(4, len(word) - 3)
    )


def _tokens(text: str) -> Iterator[str]:
    """Words and single signs; the mark of what is gone stays whole, line ends count as a sign."""
    for part in re.split(rf"({re.escape(GONE)}|\n)", text):
        if part in (GONE, "\n"):
            yield part
        else:
            yield from (match.group() for match in _TOKEN.finditer(part))


def _joined(words: Iterable[str]) -> str:
    text = " ".join(words)
    text = re.sub(rf"(?:{re.escape(GONE)}[^\S\n]*)+", f"{GONE} ", text)
    text = re.sub(r"\s*\n\s*", "\n", text)
    return re.sub(r"\s+([.,!?;:)])", r"\1", re.sub(r"\(\s+", "(", text)).strip()
