"""Danger: a mail at once to the school and to everybody there who answers questions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.conversations.handoff import DANGER
from bot.conversations.models import Conversation
from bot.conversations.states import WAITING, WITH_PERSON
from bot.outbox.lanes import MAIL, enqueue
from bot.people.colleagues import who_can_answer
from bot.schools.finding import school_by_id
from bot.schools.models import School
from bot.settings import load_settings

_SUBJECT = "Mogelijk gevaar in de chat: lees dit gesprek nu"
# Without what was typed and without names: a mail is read on telephones and passed on.
_TEXT = """In de chat van {school} schreef iemand iets dat op gevaar kan wijzen.

De bezoeker heeft meteen de noodnummers gekregen: 112, Veilig Thuis en 113.

{what}
{address}

Deze mail ging naar iedereen die voor {school} vragen beantwoordt. Het gesprek staat bovenaan de lijst."""

_TAKE_IT = "Lees het gesprek en neem het over:"
_IS_TAKEN = "Een collega heeft dit gesprek nu. Lees mee, en vraag of die het gezien heeft:"


def is_known_danger(conversation: Conversation) -> bool:
    """True when the staff were told already and nobody has taken it yet."""
    return conversation.state == WAITING and conversation.reason == DANGER


def alert(session: Session, conversation: Conversation, *, at: datetime) -> int:
    """Puts a mail to each of them in a lane of its own: one full mailbox stops no other."""
    settings = load_settings()
    school = school_by_id(session, conversation.school_id)
    text = _TEXT.format(
        school=school.name if school else settings.school_name,
        what=_IS_TAKEN if conversation.state == WITH_PERSON else _TAKE_IT,
        address=f"{settings.public_url}/kantoor/gesprek/{conversation.id}",
    )
    addresses = _addresses(session, school, settings.school_email)
    for number, address in enumerate(sorted(addresses)):
        enqueue(
            session,
            channel=MAIL,
            lane=f"{conversation.id}:nood:{conversation.last_sequence}:{number}",
            payload={"to": address, "subject": _SUBJECT, "text": text},
            at=at,
            school_id=conversation.school_id,
        )
    return len(addresses)


def _addresses(session: Session, school: School | None, installation: str | None) -> set[str]:
    own = school.email if school else installation
    staff = who_can_answer(session, school.id if school else None)
    return {address.lower() for address in (own, *(one.email for one in staff)) if address}
