"""Builds the stand-in for the Dutch model; runs in the engine's environment.

Tokens by spaCy's own Dutch rules, lemmas from the tables of spacy-lookups-data: all that the
engine reads from the real model.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Dict

from bot.setup.wheel import NAME, VERSION, write_wheel

STAND_IN_VERSION = f"{VERSION}+standin"

_PACKAGE = """\
from pathlib import Path

from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def build(folder: Path) -> Path:
    """Write the stand-in's wheel into `folder`; returns its path."""
    # spaCy's thinc loads TensorFlow where it finds it: ten seconds for nothing.
    sys.modules["tensorflow"] = None  # type: ignore[assignment]
    import spacy

    nlp = spacy.blank("nl")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    nlp.initialize()
    nlp.meta["name"] = NAME.partition("_")[2]
    nlp.meta["version"] = STAND_IN_VERSION
    nlp.meta["stand_in"] = True
    nlp.meta["description"] = f"Stand-in for {NAME} {VERSION}: tokens and lemma tables only."
    with tempfile.TemporaryDirectory() as saved:
        nlp.to_disk(saved)
        return write_wheel(folder, _package(Path(saved)), version=STAND_IN_VERSION)


def _package(saved: Path) -> Dict[str, bytes]:
    data = f"{NAME}/{NAME}-{STAND_IN_VERSION}"
    files = {
        f"{data}/{path.relative_to(saved).as_posix()}": path.read_bytes()
        for path in sorted(saved.rglob("*"))
        if path.is_file()
    }
    meta = json.loads((saved / "meta.json").read_text(encoding="utf-8"))
    files[f"{NAME}/meta.json"] = json.dumps(meta, indent=1).encode("utf-8")
    files[f"{NAME}/__init__.py"] = _PACKAGE.encode("utf-8")
    return files


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
