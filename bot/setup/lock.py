"""`python3 -m bot.setup.lock`: re-resolve requirements/*.in to pinned and hashed *.txt."""

from __future__ import annotations

import sys
from typing import Sequence

from bot.setup.commands import run_logged
from bot.setup.environments import pythons
from bot.setup.failure import SetupFailed
from bot.setup.paths import REQUIREMENTS, shown
from bot.setup.progress import Progress
from bot.setup.tools import find_uv

# The development files take the pins of the main ones, so these go first.
FILES = ("app", "app-dev", "engine", "engine-dev")
# Which registry a machine uses is its own affair: no address may end up in the files.
OPTIONS = (
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--custom-compile-command=make lock",
)


def main(arguments: Sequence[str]) -> int:
    """Arguments go to uv: `--upgrade`, or `--upgrade-package name`."""
    app, engine = pythons()[0], pythons()[-1]
    progress = Progress(len(FILES))
    try:
        for name in FILES:
            with progress.step(f"requirements/{name}.txt vastleggen"):
                _compile(name, engine if name.startswith("engine") else app, arguments)
    except SetupFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    return 0


def _compile(name: str, python: str, arguments: Sequence[str]) -> None:
    source, target = REQUIREMENTS / f"{name}.in", REQUIREMENTS / f"{name}.txt"
    command = [find_uv(), "pip", "compile", "--python-version", python, *OPTIONS, *arguments]
    run_logged(
        [*command, shown(source), "--output-file", shown(target)],
        log="lock.log",
        failure=f"{shown(source)} kan niet worden vastgelegd: de versies gaan niet samen.",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
