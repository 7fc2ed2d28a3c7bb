"""What a parent can say at any moment in any form."""

from __future__ import annotations

import re

from bot.dialogue.model import Message

PERSON = "medewerker"
#: Sent by the office, never by a parent: a person has handed the conversation back.
RESUME = "hervat"
_STOP = re.compile(
    r"^(?:ik (?:wil|ga) |mag ik |kan ik )?(?:nu )?(?:stop(?:pen)?|annuleer|annuleren|afbreken|ophouden|kap(?:pen)?(?: ermee)?|"
    r"laat maar(?: zitten)?|stop maar|stop ermee|ik stop|toch niet|hou op|ik wil stoppen|cancel)"
    r"(?: (?:maar|ermee|met dit(?: verzoek)?|hiermee|het verzoek|graag))*[.!?]*$"
)
_STOP_AFTER_ALL = re.compile(
    r"^(?:ja+|oke?|graag|doe maar)[ ,.!]+(?:\w+ )?(?:stop(?:pen)?|ophouden|annuleer|annuleren)\b"
)
_PERSON = re.compile(
    r"^(?:(?:ik wil|kan ik|mag ik|graag) )?(?:liever )?(?:een |met een |iemand )?(?:echt(?:e|) )?"
    r"(?:medewerker|mens|persoon|iemand)(?: (?:spreken|praten|van de school|aub|graag|alsjeblieft))*[.!?]*$"
)
_BACK = re.compile(
    r"^(?:ga |even |kan ik |ik wil )?(?:een (?:stap|vraag) )?(?:terug|vorige(?: vraag)?)(?: gaan)?[.!?]*$"
)
_SKIP = re.compile(
    r"^(?:overslaan|sla over|sla (?:maar|dit|deze)(?: vraag)? over|geen idee|weet ik niet|niet nodig|"
    r"geen|nee|n\.?v\.?t\.?|-|heb ik niet|liever niet|nee dank u|wil ik niet)[.!]*$"
)
_CHANGE = re.compile(
    r"^(?:ik wil |kan ik |graag |wil )?(?:(?:iets|de|het|mijn|zijn|haar) )?"
    r"(?:wijzig(?:en)?|verander(?:en)?|aanpassen|pas aan|corrigeer|corrigeren|verbeter(?:en)?)\b(?P<rest>.*)$"
)
_CHANGE_LAST = re.compile(
    r"^(?P<rest>.+?) (?:klopt niet|is (?:fout|verkeerd|niet goed)|moet anders|wijzigen|veranderen|aanpassen)[.!]*$"
)
_YES = re.compile(
    r"^(?:ja+|jawel|yes|jep|jup|ok|oke|okay|klopt|dat klopt|goed|prima|akkoord|correct|zeker|doe maar|graag|"
    r"helemaal goed|verstuur(?:en)?|indienen|dien (?:het |maar )?in|j)(?:[ ,]+(?:hoor|klopt|graag|dat klopt|"
    r"dat is goed|prima|goed|indienen|zo|is goed|het klopt|verstuur maar|doe maar|zeker|ga door|verder|maar|"
    r"dat mag|dien maar in))*[.!]*$"
)
_NO = re.compile(
    r"^(?:nee+|neen|nope|niet|toch niet|klopt niet|dat klopt niet|onjuist|liever niet|nog niet|nee hoor|n)"
    r"(?:[ ,]+(?:hoor|dank u|dankje|bedankt|klopt niet|dat klopt niet|niet goed|toch niet|ga door|verder|doe maar niet))*[.!]*$"
)


def wants_stop(message: Message) -> bool:
    return (message.intent == "stop" and message.certain) or bool(_STOP.match(_plain(message)))


def stops_after_all(message: Message) -> bool:
    """The answer to whether somebody is sure, whatever more they say with it."""
    return wants_stop(message) or bool(_STOP_AFTER_ALL.match(_plain(message)))


def is_handed_back(message: Message) -> bool:
    return message.intent == RESUME and message.certain


def wants_person(message: Message) -> bool:
    return (message.intent == PERSON and message.certain) or bool(_PERSON.match(_plain(message)))


def wants_back(message: Message) -> bool:
    return bool(_BACK.match(_plain(message)))


def wants_skip(message: Message) -> bool:
    return bool(_SKIP.match(_plain(message)))


def change_request(message: Message) -> str | None:
    """What the parent wants changed ("geboortedatum"), "" when not said, None for no such wish."""
    text = _plain(message)
    match = _CHANGE.match(text) or _CHANGE_LAST.match(text)
    return match.group("rest").strip(" :.!") if match else None


def says_yes(message: Message) -> bool:
    return (message.intent == "bevestig" and message.certain) or bool(_YES.match(_plain(message)))


def says_no(message: Message) -> bool:
    return (message.intent == "ontken" and message.certain) or bool(_NO.match(_plain(message)))


def _plain(message: Message) -> str:
    return " ".join(message.text.lower().split())
