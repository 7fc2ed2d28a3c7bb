"""Trains a model when what it is made of has changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Callable, Iterator, List, NamedTuple, Optional

from bot.setup.commands import run_logged
from bot.setup.paths import ENGINE, ROOT, VAR, python_of, shown

KEPT_MODELS = 2
# The engine's packages count too: a model saved by one scikit-learn may not load in another.
SOURCES = (
    "data/**/*",
    "domain.yml",
    "config.yml",
    "bot/engine/**/*.py",
    "bot/emergency/*.py",
    "bot/plain_text.py",
    "requirements/engine.txt",
)


class Trained(NamedTuple):
    model: Path
    changed: bool


def train_when_changed(
    *,
    dutch_model: str,
    models: Path,
    train: Callable[[str, Path], None],
    root: Path = ROOT,
) -> Trained:
    """The model for the present data, trained by `train(name, folder)` when there is none yet."""
    name = fingerprint(root, dutch_model)
    model = models / f"{name}.tar.gz"
    changed = not model.exists()
    if changed:
        models.mkdir(parents=True, exist_ok=True)
        train(name, models)
    # The newest file is the one that runs, also when old data come back.
    os.utime(str(model))
    _remove_all_but_newest(models)
    return Trained(model, changed)


def fingerprint(root: Path, dutch_model: str) -> str:
    """Twelve hexadecimal digits over every file that the model is made of."""
    digest = hashlib.sha256(dutch_model.encode("utf-8"))
    for path in _sources(root):
        name = path.relative_to(root).as_posix().encode("utf-8")
        content = hashlib.sha256(path.read_bytes()).digest()
        digest.update(b"\0" + name + b"\0" + content)
    return digest.hexdigest()[:12]


def newest_model(models: Path) -> Optional[Path]:
    return next(iter(_newest_first(models)), None)


def run_rasa(name: str, folder: Path) -> None:
    """Rasa's own training, in the engine's environment; raises SetupFailed."""
    command = [python_of(ENGINE), "-m", "rasa", "train", "--fixed-model-name", name]
    run_logged(
        [*command, "--out", shown(folder)],
        log="train.log",
        failure="Het trainen van de assistent is mislukt.",
        environment=rasa_environment(),
    )


def rasa_environment() -> "dict[str, str]":
    """What every Rasa process needs: our code in reach, and nothing sent home."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        # Rasa's cache knows a component by its class alone and would miss a change in a module
        # that the class uses.
        "RASA_MAX_CACHE_SIZE": "0",
        "RASA_CACHE_DIRECTORY": str(VAR / "rasa-cache"),
        "PYTHONWARNINGS": "ignore::DeprecationWarning",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }


def _sources(root: Path) -> Iterator[Path]:
    for pattern in SOURCES:
        for path in sorted(root.glob(pattern)):
            if path.is_file() and not any(map(_is_hidden, path.relative_to(root).parts)):
                yield path


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name == "__pycache__"


def _newest_first(models: Path) -> List[Path]:
    return sorted(models.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)


def _remove_all_but_newest(models: Path) -> None:
    for path in _newest_first(models)[KEPT_MODELS:]:
        path.unlink()
