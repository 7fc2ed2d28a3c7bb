"""Which changes an outside system may make: facts that it can know, never a decision."""

from __future__ import annotations

from bot.api.problems import Refused
from bot.handling.moves import MOVES, Move
from bot.letters.kinds import LETTERS
from bot.settings import load_settings

#: Keys of MOVES. Reopening is not among them, though it needs no letter: it takes back what the
#: school decided and wrote to the requester, and that is for the person who answers for it.
OUTSIDE = ("beginnen", "identiteit_duidelijk", "antwoord_gekregen")


def can_become(state: str) -> list[str]:
    """The states that an outside system can bring a request in this state to."""
    return [move.to for move in _outside_moves(state) if move.to is not None]


def outside_move(reference: str, state: str, to: str) -> Move:
    """The move that makes this step. Raises Refused with the reason and who can."""
    for move in _outside_moves(state):
        if move.to == to:
            return move
    others = [move for move in MOVES.values() if state in move.starts and move.to == to]
    if not others:
        possible = ", ".join(can_become(state)) or "niets"
        raise Refused(
            "stap", f"Van {state} naar {to} kan niet. Een koppeling kan nu kiezen: {possible}."
        )
    office = f"{load_settings().public_url}/kantoor/verzoek/{reference}"
    letters = [LETTERS[move.letter].title_nl for move in others if move.letter is not None]
    if not letters:
        raise Refused("alleen-kantoor", f"Een medewerker zet deze stap in het kantoor: {office}")
    raise Refused(
        "brief-nodig",
        f"Bij de stap naar {to} hoort een brief aan de aanvrager ({', '.join(letters)}). Een "
        f"medewerker schrijft die in het kantoor en zet daar de stap: {office}",
    )


def _outside_moves(state: str) -> list[Move]:
    return [MOVES[key] for key in OUTSIDE if state in MOVES[key].starts]
