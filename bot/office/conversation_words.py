"""Conversations in words: states, reasons, what happened."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.conversations.models import Conversation, ConversationEvent
from bot.knowledge.catalog import catalog

STATES_NL = {
    "bot": "Bij de assistent",
    "wacht_op_medewerker": "Wacht op een medewerker",
    "bij_medewerker": "Bij een medewerker",
    "gesloten": "Afgesloten",
}
REASONS_NL = {
    "gevraagd": "vroeg om een medewerker",
    "twee_missers": "de assistent begreep het niet",
    "nood": "mogelijk gevaar",
}
# Longer than the time between two questions of a browser that has the chat open.
_HERE = timedelta(seconds=45)


def reason_nl(reason: str | None) -> str:
    return REASONS_NL.get(reason or "", "")


def waited_nl(since: datetime | None, now: datetime) -> str:
    """`nog geen minuut`, `12 minuten`, `3 uur`, `2 dagen`; whole ones that have passed."""
    if since is None:
        return ""
    minutes = max(int((now - since).total_seconds()) // 60, 0)
    if minutes < 1:
        return "nog geen minuut"
    if minutes < 60:
        return "1 minuut" if minutes == 1 else f"{minutes} minuten"
    hours = minutes // 60
    if hours < 24:
        return f"{hours} uur"
    return "1 dag" if hours < 48 else f"{hours // 24} dagen"


def presence_nl(conversation: Conversation, now: datetime) -> str:
    """Is the visitor there, and where does an answer go if not."""
    if conversation.token_hash is None:
        return _by_mail(conversation, "Deze bezoeker kan hier niet meelezen.")
    seen = conversation.visitor_seen_at
    if seen is not None and now - seen < _HERE:
        return "De bezoeker heeft de chat nu open."
    gone = f"De bezoeker is {waited_nl(seen, now)} weg." if seen else "De bezoeker is weg."
    return _by_mail(conversation, gone)


def title_of(name: str) -> str:
    """A question's title; an intent without underscores."""
    answer = catalog().get(name)
    return answer.title if answer else name.replace("_", " ")


def event_nl(event: ConversationEvent) -> str:
    """One sentence, without the name of who did it."""
    if event.kind == "overgang":
        return _MOVES.get((event.data["from"], event.data["to"]), "Veranderd.")
    if event.kind == "gevraagd":
        return f"Opnieuw gevraagd: {reason_nl(event.data['reason'])}."
    return _EVENTS.get(event.kind, event.kind.replace("_", " "))


def _by_mail(conversation: Conversation, where: str) -> str:
    if conversation.contact_email:
        return f"{where} Uw antwoord gaat per e-mail naar {conversation.contact_email}."
    if conversation.token_hash is None:
        return f"{where} Er is ook geen e-mailadres: deze vraag kunt u niet beantwoorden."
    return f"{where} Er is geen e-mailadres: uw antwoord staat er als de bezoeker terugkomt."


_MOVES = {
    ("bot", "wacht_op_medewerker"): "Klaargezet voor een medewerker.",
    ("bot", "bij_medewerker"): "Overgenomen.",
    ("bot", "gesloten"): "Afgesloten.",
    ("wacht_op_medewerker", "bij_medewerker"): "Overgenomen.",
    ("wacht_op_medewerker", "bot"): "Terug naar de assistent.",
    ("wacht_op_medewerker", "gesloten"): "Afgesloten.",
    ("bij_medewerker", "bot"): "Teruggegeven aan de assistent.",
    ("bij_medewerker", "wacht_op_medewerker"): "Teruggezet in de wachtlijst.",
    ("bij_medewerker", "gesloten"): "Afgesloten.",
    ("gesloten", "bot"): "Weer geopend.",
    ("gesloten", "wacht_op_medewerker"): "Weer geopend, en klaargezet voor een medewerker.",
}
_EVENTS = {
    "doorgegeven": "Doorgegeven aan een collega.",
    "notitie": "Notitie geschreven.",
    "gemaild": "Antwoord gemaild, want de bezoeker was weg.",
    "verzoek_ingediend": "Verzoek ingediend voor de bezoeker.",
}
