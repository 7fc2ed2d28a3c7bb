"""No log of any process holds a name, address, number, date of birth or sentence of anybody."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.logs.canary import CANARIES, Canary
from tests.logs.house import LOGS

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    path
    for part in ("bot", "actions")
    for path in sorted((ROOT / part).rglob("*.py"))
    if "log" in path.read_text(encoding="utf-8")
]
#: Process -> what its log says when the worst has happened to it.
WENT_WRONG = {
    "engine": ("Action validate_request_form failed", "tracker_store.py"),
    "actions": ("form not completed", "RuntimeError at breaking_actions.py"),
    "web": ("page_failed", "database_unavailable", "endpoint_broke", "RuntimeError at"),
    "worker": ("delivery_failed", "delivery_broke", "duty_failed"),
    "migration": ("IntegrityError at", "0006_encryption.py"),
}


@pytest.mark.parametrize("name", LOGS)
def test_a_log_tells_what_went_wrong(logs: dict[str, str], name: str) -> None:
    assert [words for words in WENT_WRONG[name] if words not in logs[name]] == []


@pytest.mark.parametrize("name", LOGS)
def test_a_log_names_nobody(logs: dict[str, str], name: str) -> None:
    found = {who.path: who.found_in(logs[name]) for who in CANARIES.values()}
    assert {path: traces for path, traces in found.items() if traces} == {}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_our_own_lines_quote_no_exception(path: Path) -> None:
    """Its kind may be told; its text can hold what somebody typed."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if is_log_call(node)]
    assert [ast.unparse(call) for call in calls if quotes_an_exception(call)] == []


def is_log_call(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("log", "_log", "logger", "_logger")
    )


def quotes_an_exception(call: ast.Call) -> bool:
    given = [*call.args, *(word.value for word in call.keywords)]
    names = {ast.unparse(one) for one in given}
    return (
        call.func.attr == "exception"
        or any(word.arg in ("exc_info", "stack_info") for word in call.keywords)
        or bool(names & {"error", "failure", "str(error)", "repr(error)", "error.args"})
        or any(isinstance(one, ast.JoinedStr) for one in given)
    )


def test_a_trace_is_found_however_it_is_written() -> None:
    who = Canary("proef", 7)
    for written in (
        who.name.upper(),
        who.email,
        f"naam={who.phone}",
        "x%70roef.kwibus%40",
        who.sentence,
    ):
        assert who.found_in(f"10:00 error {written}\n")
    assert who.found_in(f"born {who.born.isoformat()}") and not who.found_in("nothing of anybody")
