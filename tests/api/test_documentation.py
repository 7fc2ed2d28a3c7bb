"""docs/api.md: its commands work, its answers have the right shape, its tables are complete."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from bot.api import caller
from bot.api.steps import OUTSIDE
from bot.handling.moves import MOVES
from bot.office import event_words
from bot.outbox.delivery import MOST_ATTEMPTS
from bot.worker.channels.webhook import TIMEOUT_SECONDS, signature
from tests.support.systems import API, Systems

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
_FENCES = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = _FENCES.findall(TEXT)
#: Each command with the answer that stands below it; None where there is none.
COMMANDS = [
    (content, following[1] if following[0] == "json" else None)
    for (language, content), following in zip(BLOCKS, [*BLOCKS[1:], ("", "")], strict=True)
    if language == "sh"
]


def call(systems: Systems, command: str):
    """Sends what this curl command would send."""
    command = (
        command.replace("\\\n", "")
        .replace("$SLEUTEL", systems.keys["schrijver"])
        .replace("$ADRES", API)
    )
    words = shlex.split(command.replace("DW-K7MH3-9XQ47", systems.references["regenboog"]))
    assert words.pop(0) == "curl"
    headers, body, address = {}, None, ""
    while words:
        match words.pop(0):
            case "-H":
                name, value = words.pop(0).split(": ", 1)
                headers[name] = value
            case "-d":
                body = words.pop(0)
            case "-o":
                words.pop(0)
            case other:
                assert other.startswith(API) and address == ""
                address = other
    method = "GET" if body is None else "POST"
    return systems.client(None).request(method, address, headers=headers, content=body)


def keys(value: object) -> object:
    """The names in it, of lists those of the first item."""
    if isinstance(value, dict):
        return {key: keys(item) for key, item in value.items() if key != "data"}
    return [keys(item) for item in value[:1]] if isinstance(value, list) else None


def test_every_operation_has_an_example(systems: Systems) -> None:
    assert len(COMMANDS) == 8


@pytest.mark.parametrize(("command", "answer"), COMMANDS)
def test_a_command_works_and_gives_what_stands_below_it(
    systems: Systems, command: str, answer: str | None
) -> None:
    systems.destroy()
    got = call(systems, command)
    if answer is None:
        assert got.status_code == 200
        return
    told = json.loads(answer)
    assert got.status_code == told.get("status", 200)
    assert keys(got.json()) == keys(told)
    for key in ("status", "state", "version", "detail"):
        assert str(got.json().get(key)).startswith(str(told.get(key)).removesuffix(" …"))


def test_the_signature_is_checked_as_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = [content for language, content in BLOCKS if language == "python"]
    names: dict = {}
    exec(code, names)
    monkeypatch.setattr(names["time"], "time", lambda: 1795514400.0)

    def accepted(secret: str, timestamp: str, body: bytes, signed: str) -> bool:
        headers = {"x-dossierwijzer-timestamp": timestamp, "x-dossierwijzer-signature": signed}
        return names["is_van_dossierwijzer"](secret, headers, body)

    good = signature("geheim", "1795514400", b"{}")
    assert accepted("geheim", "1795514400", b"{}", good)
    assert not accepted("geheim", "1795514400", b"{ }", good)
    assert not accepted("ander", "1795514400", b"{}", good)
    assert not accepted("geheim", "1795514401", b"{}", good)
    old = signature("geheim", "1795514000", b"{}")
    assert not accepted("geheim", "1795514000", b"{}", old)


def test_the_table_of_events_is_complete() -> None:
    _, _, rows = TEXT.partition("| `event` | wat er gebeurde |\n")
    listed = re.findall(r"^\| `(\w+)` \|", rows.split("\n\n")[0], re.MULTILINE)
    assert sorted(listed) == sorted(event_words._WORDS)


def test_the_table_of_steps_is_complete() -> None:
    listed = set(re.findall(r"^\| `(\w+)` \| `(\w+)` \|", TEXT, re.MULTILINE))
    assert listed == {(start, MOVES[key].to) for key in OUTSIDE for start in MOVES[key].starts}


def test_the_numbers_are_those_of_the_code() -> None:
    assert f"{caller.CALLS.tries} keer per minuut" in TEXT
    assert f"{caller.WRONG_KEYS.tries} keer per kwartier" in TEXT
    assert f"binnen {TIMEOUT_SECONDS:.0f} seconden" in TEXT
    assert f"{MOST_ATTEMPTS} keer" in TEXT
