"""What a parser gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Parsed[T]:
    """A value that can be used. It may be personal, so it stays out of the repr and of logs."""

    value: T = field(repr=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text cannot be used, for the parent; `suggestion` is what may have been meant.

    With `as_typed` the doubt is only ours: whoever insists is right, and that value is taken.
    `options` are (value, Dutch title) pairs to choose from. `half`: the text told part of the
    answer, and this asks the rest: the first option is a yes, the second a no.
    """

    code: str
    message_nl: str = field(repr=False)
    suggestion: str | None = field(default=None, repr=False)
    as_typed: str | None = field(default=None, repr=False)
    options: tuple[tuple[str, str], ...] = ()
    half: bool = False


type Outcome[T] = Parsed[T] | Problem
type Parser = Callable[[str, date], Outcome[Any]]
