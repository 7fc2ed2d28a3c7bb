"""Keeps what a bench found: as JSON to compare with, as Markdown to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.setup.paths import shown

RESULTS = Path(__file__).resolve().parent / "results"


def store(name: str, report: dict[str, Any], page: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    (RESULTS / f"{name}.md").write_text(page, encoding="utf-8")
    print(f"\n{page}\nBewaard in {shown(RESULTS / name)}.md en .json")
