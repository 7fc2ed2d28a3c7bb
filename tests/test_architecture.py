"""Imports run one way: actions, office, portal, api, worker -> handling -> letters -> requests -> db."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Where people and other systems come in, and the process that runs by itself.
DOORS = ("bot.web", "bot.office", "bot.portal", "bot.api", "bot.chat", "bot.worker", "bot.demo")
# What each part must not import. A part that is not named here may import any other.
FORBIDDEN = {
    "bot/engine": ("bot", "actions"),
    "bot/emergency": ("bot", "actions", "rasa", "rasa_sdk"),
    "bot/db": ("actions", "bot.requests", "bot.conversations", "bot.dialogue", "bot.engine"),
    "bot/encryption": (
        *("actions", "bot.requests", "bot.conversations", "bot.db", "bot.engine"),
        *("bot.letters", "bot.handling", *DOORS),
    ),
    "bot/parsing": ("actions", "bot.requests", "bot.conversations", "bot.db", "bot.engine"),
    "bot/dialogue": (
        "actions",
        "bot.requests",
        "bot.conversations",
        "bot.db",
        "bot.engine",
        "rasa",
    ),
    "bot/schools": ("actions", "bot.requests", "bot.letters", "bot.handling", *DOORS),
    "bot/outbox": ("actions", "bot.requests", "bot.letters", "bot.handling", *DOORS),
    "bot/audit": ("actions", "bot.requests", "bot.letters", "bot.handling", *DOORS),
    "bot/people": ("actions", "bot.requests", "bot.letters", "bot.handling", *DOORS),
    "bot/requests": (
        *("actions", "bot.conversations", "bot.engine", "rasa", "rasa_sdk"),
        *("bot.letters", "bot.handling", *DOORS),
    ),
    "bot/letters": ("actions", "bot.conversations", "bot.handling", *DOORS),
    "bot/handling": ("actions", "bot.conversations", *DOORS),
    "bot/conversations": ("actions", "bot.requests", "bot.engine", "rasa", "rasa_sdk"),
    "bot/knowledge": ("actions", "bot.requests", "bot.conversations", "bot.engine", "rasa"),
    "bot/retention": ("actions", "bot.requests", "bot.conversations", "bot.engine", "rasa"),
    "actions": ("bot.engine", "bot.run", "bot.setup"),
}
ALLOWED = {
    "bot/engine": ("bot.engine", "bot.emergency", "bot.plain_text", "bot.quiet_logs"),
    "bot/emergency": ("bot.emergency", "bot.plain_text"),
    # Only the list of tables that migrations compare with.
    "bot/db": (
        "bot.requests.models",
        "bot.conversations.models",
        "bot.requests",
        "bot.conversations",
    ),
}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def is_in(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("part", FORBIDDEN)
def test_imports_run_one_way(part: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sorted((ROOT / part).rglob("*.py"))
        for name in imports(path)
        if is_in(name, FORBIDDEN[part]) and not is_in(name, ALLOWED.get(part, ()))
    ]
    assert wrong == []
