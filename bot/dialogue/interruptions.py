"""When a message in a form is a question of its own, and not the answer."""

from __future__ import annotations

import re

from bot.dialogue.commands import PERSON
from bot.dialogue.model import Message, Question

# Small talk and questions about the bot: answered in passing.
_ASIDE = frozenset(
    {"help", "bron", "herhaal", "privacy_bot", "bot_of_mens", "groet", "bedankt", "frustratie",
     "niet_geholpen", "wis_gesprek", "andere_taal", "afscheid"}
)  # fmt: skip
_OTHER_REQUEST = re.compile(
    r"^(?:verzoek_|klacht_indienen|status_opvragen|bewaartermijn_berekenen|vraag_achterlaten)"
)
# Not clear what is asked, and clear that it is not for us.
UNCLEAR = "nlu_fallback"
_NOT_UNDERSTOOD = frozenset({UNCLEAR, "buiten_bereik"})
_ASKS = re.compile(
    r"^(?:mag|mogen|kan|kunnen|moet|moeten|hoe|wat|wie|waar|waarom|wanneer|welke|hoelang|"
    r"is (?:het|dat|dit|er)|heb ik|kost|duurt|krijg ik|krijgen|zijn er|wordt|worden|"
    r"en wat|en hoe|en mag|maar mag|maar wat|maar hoe)\b"
)
_LONGEST_ASIDE = 200
_LONGEST_UNKNOWN = 80
_SURE = 0.6
_DIGIT = re.compile(r"\d")


def is_question(message: Message) -> bool:
    """True when the words themselves ask something."""
    text = message.text.strip().lower()
    return text.endswith("?") or bool(_ASKS.match(text))


def side_question(message: Message, question: Question) -> str | None:
    """The id or intent to answer in passing, or None when this is no interruption.

    A button always is one. Of typed words the classifier only guesses, so they must also read as
    a question; a free text may hold any words, and a long one is the answer.
    """
    intent = message.intent
    if intent is None:
        return None
    if message.certain:
        return intent if _is_known(intent) else None
    if question.holds_questions or (question.free_text and len(message.text) > _LONGEST_ASIDE):
        return None
    if intent in _NOT_UNDERSTOOD:
        return intent if _asks_outright(message) else None
    if not _is_known(intent):
        return None
    sure = (
        message.confidence >= _SURE and not question.free_text and not _DIGIT.search(message.text)
    )
    return intent if is_question(message) or sure else None


def is_other_request(intent: str) -> bool:
    return bool(_OTHER_REQUEST.match(intent))


def _asks_outright(message: Message) -> bool:
    """True for a short question with its question mark, which is no answer to ours."""
    text = message.text.strip().lower()
    return text.endswith("?") and len(text) <= _LONGEST_UNKNOWN and bool(_ASKS.match(text))


def _is_known(intent: str) -> bool:
    return "/" in intent or intent in _ASIDE or intent == PERSON or is_other_request(intent)
