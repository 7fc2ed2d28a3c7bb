"""Where things are in the repository."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"
TOOLS = ROOT / ".tools"
APP = ROOT / ".venv"
ENGINE = ROOT / ".venv-engine"
VAR = ROOT / "var"
LOGS = VAR / "log"
MODELS = VAR / "models"
DUTCH_MODEL = VAR / "dutch_model"


def python_of(environment: Path) -> Path:
    return environment / "bin" / "python"


def shown(path: Path) -> str:
    """The path as a person in the repository would type it."""
    try:
        return str(path.relative_to(ROOT))
    except ValueError:
        return str(path)
