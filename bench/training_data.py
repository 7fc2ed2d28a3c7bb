"""The examples that both configurations are trained on: all, or so many of each intent."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import yaml

from bot.setup.paths import ROOT

SEED = 20261124


def prepare(folder: Path, most: int | None, *, keep: bool = False) -> Path:
    """A copy of `data/` in this folder with at most so many examples of each intent.

    With `keep` a copy of an earlier run is used as it is: the model trained on it is then, too.
    """
    target = folder / "data"
    if keep and target.exists():
        return target
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "data", target)
    if most is not None:
        for path in sorted((target / "nlu").glob("*.yml")):
            path.write_text(_capped(path.read_text(encoding="utf-8"), most), encoding="utf-8")
    return target


def _capped(text: str, most: int) -> str:
    content = yaml.safe_load(text)
    for block in content.get("nlu", []):
        lines = [line for line in block.get("examples", "").splitlines() if line.startswith("- ")]
        if "intent" in block and len(lines) > most:
            chosen = random.Random(f"{SEED}:{block['intent']}").sample(lines, most)
            block["examples"] = "\n".join(chosen) + "\n"
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)


def count(data: Path) -> int:
    """How many examples there are in a data folder."""
    return sum(
        line.lstrip().startswith("- ")
        for path in (data / "nlu").glob("*.yml")
        for block in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", [])
        for line in block.get("examples", "").splitlines()
    )
