"""Answers are written for parents; a pupil who asks is told so in front of them."""

from __future__ import annotations

from typing import Any, Optional

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

_SPEAKER, _PUPIL = "spreker", "leerling"
_NOTE = "utter_voor_leerling"
#: On an answer that has the note.
TOLD = "voor_leerling"


class AnswersForPupils(TemplatedNaturalLanguageGenerator):
    """The responses of the domain; once in a while an answer to a pupil begins with the note."""

    def __init__(self, endpoint_config: EndpointConfig, domain: Domain) -> None:
        super().__init__(domain.responses)

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> Optional[dict[str, Any]]:
        said = await super().generate(utter_action, tracker, output_channel, **kwargs)
        # Only an answer has the id of its question.
        if said is None or "vraag" not in (said.get("custom") or {}):
            return said
        if tracker.get_slot(_SPEAKER) != _PUPIL or _was_told(tracker):
            return said
        note = await super().generate(_NOTE, tracker, output_channel)
        if note is not None and "uw kind" in said["text"].lower():
            said["text"] = f"{note['text']}\n\n{said['text']}"
            said["custom"][TOLD] = True
        return said


def _was_told(tracker: DialogueStateTracker) -> bool:
    """As far as the conversation is remembered: it comes again when it was long ago."""
    return any(
        TOLD in (event.data.get("custom") or {})
        for event in reversed(tracker.events)
        if isinstance(event, BotUttered)
    )
