"""What the engine takes from its environment before Rasa reads it."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

_SECRETS = ("ACTIONS_SECRET", "ENGINE_SECRET", "TRACKER_DATABASE_URL")


def complete(environment: MutableMapping[str, str]) -> None:
    """Reads secrets that are given as files, and says where the actions are unless that is set."""
    for name in _SECRETS:
        file = environment.get(f"{name}_FILE", "").strip()
        if file and not environment.get(name, "").strip():
            environment[name] = Path(file).read_text(encoding="utf-8").strip()
    if not environment.get("ACTIONS_URL", "").strip():
        port = environment.get("ACTIONS_PORT", "").strip() or "5055"
        environment["ACTIONS_URL"] = f"http://127.0.0.1:{port}"
