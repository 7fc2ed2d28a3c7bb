"""Reads the tables of a document, and looks up the files and tests that it names."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NAMED = re.compile(
    r"`((?:bot|actions|deploy|tests|docs|requirements|bench)/[^`\s]+|[\w.]+\.(?:yml|toml))`"
)


def table(document: str, heading: str) -> list[list[str]]:
    """The cells of each row of the table whose first line begins like this."""
    _, found, rest = document.partition(f"\n{heading}")
    assert found, heading
    lines = rest.split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]


def named_in(document: str) -> list[str]:
    """Files, folders and tests (`path::name`), each once."""
    return sorted(set(_NAMED.findall(document)))


def exists(name: str) -> bool:
    path, _, test = name.partition("::")
    if not (ROOT / path).exists():
        return False
    return not test or test in tests_in(path)


@cache
def tests_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, functions))
