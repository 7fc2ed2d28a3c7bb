"""Trains a configuration with Rasa's own command and tells how long it took."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import NamedTuple

from bench.configurations import Configuration
from bot.run.processes import ENGINE_PYTHON
from bot.setup.commands import run_logged
from bot.setup.paths import ROOT
from bot.setup.training import rasa_environment


class Trained(NamedTuple):
    model: Path
    seconds: float
    # Trained by an earlier run that was broken off, on the same data.
    kept: bool


def train(configuration: Configuration, data: Path, *, keep: bool) -> Trained:
    """With `keep`, a model of the same data and configuration is used again. Raises SetupFailed."""
    name = fingerprint(configuration, data)
    model = configuration.folder / f"{name}.tar.gz"
    record = configuration.folder / f"{name}.json"
    if keep and model.exists() and record.exists():
        return Trained(model, json.loads(record.read_text())["seconds"], True)
    started = time.monotonic()
    command = [ENGINE_PYTHON, "-m", "rasa", "train", "--config", configuration.config]
    command += ["--domain", ROOT / "domain.yml", "--data", data]
    run_logged(
        [*command, "--out", configuration.folder, "--fixed-model-name", name],
        log=f"bench-train-{configuration.name}.log",
        failure=f"Het trainen van {configuration.title} is mislukt.",
        environment=rasa_environment(),
    )
    seconds = time.monotonic() - started
    record.write_text(json.dumps({"seconds": seconds}))
    return Trained(model, seconds, False)


def fingerprint(configuration: Configuration, data: Path) -> str:
    digest = hashlib.sha256(configuration.config.read_bytes())
    ours = (ROOT / "bot" / "engine").glob("*.py") if not configuration.tensorflow else ()
    for path in [*sorted(data.rglob("*.yml")), ROOT / "domain.yml", *sorted(ours)]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
