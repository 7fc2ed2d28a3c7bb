"""Joins the widget's modules to the one script that a school's page loads.

The sources are plain modules: named imports and exports only, each name once in the whole widget.
Order follows the imports; needless space and comments are left out.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from rjsmin import jsmin

SOURCE = Path(__file__).parent / "source"
#: In the order in which they count.
STYLE_SHEETS = ("base.css", "panel.css", "messages.css", "modes.css")
_IMPORT = re.compile(r'^import \{ (?P<names>[^}]+) \} from "\./(?P<file>[\w.]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|class|const)", re.MULTILINE)
_DECLARED = re.compile(r"^(?:export )?(?:(?:async )?function|class|const) (\w+)", re.MULTILINE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_SPACE = re.compile(r"\s*([{};,])\s*|(?<=[a-z]):\s+")


class BundleError(ValueError):
    """The sources cannot be joined; the text says which and why."""


def bundle(source: Path = SOURCE, entry: str = "main.js") -> str:
    """The script. Raises BundleError when a module is not as the joining needs it."""
    ordered: dict[str, str] = {}
    _visit(source, entry, ordered, ())
    _check_names(ordered)
    body = "\n".join(_plain(text) for text in ordered.values())
    return str(jsmin(f'"use strict";(()=>{{\n{body}\n}})();\n'))


def styles(source: Path = SOURCE) -> str:
    """All style sheets as one, without comments and needless space."""
    text = "\n".join((source / name).read_text(encoding="utf-8") for name in STYLE_SHEETS)
    return _CSS_SPACE.sub(lambda m: m[1] or ":", _CSS_COMMENT.sub("", text)).strip()


def _visit(source: Path, name: str, ordered: dict[str, str], path: tuple[str, ...]) -> None:
    if name in path:
        raise BundleError(f"modules import each other in a circle: {' -> '.join((*path, name))}")
    if name in ordered:
        return
    text = _read(source, name)
    for found in _IMPORT.finditer(text):
        _visit(source, found["file"], ordered, (*path, name))
        _check_import(name, found, ordered[found["file"]])
    ordered[name] = text


def _read(source: Path, name: str) -> str:
    if name == "styles.css":
        return f"export const STYLES = {json.dumps(styles(source), ensure_ascii=False)};"
    return (source / name).read_text(encoding="utf-8")


def _check_import(name: str, found: re.Match[str], text: str) -> None:
    for wanted in found["names"].split(", "):
        if not re.search(rf"^export .*\b{wanted}\b", text, re.MULTILINE):
            raise BundleError(f"{name} imports {wanted}, which {found['file']} does not export")


def _check_names(ordered: dict[str, str]) -> None:
    owner: dict[str, str] = {}
    for name, text in ordered.items():
        for declared in _DECLARED.findall(text):
            if declared in owner:
                raise BundleError(f"{declared} is both in {owner[declared]} and in {name}")
            owner[declared] = name


def _plain(text: str) -> str:
    text = _EXPORT.sub("", _IMPORT.sub("", text))
    if re.search(r"^(?:import|export)\b", text, re.MULTILINE):
        raise BundleError("only named imports on one line, and exports of what is declared")
    return text
