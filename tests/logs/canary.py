"""Somebody who exists nowhere else: one for each path that a name can take."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import unquote_plus

_FIRST_DAY = date(2012, 1, 1)


@dataclass(frozen=True)
class Canary:
    """`path` is one word of letters; `number` makes its telephone and its date of birth."""

    path: str
    number: int

    @property
    def name(self) -> str:
        return f"Zwaantje {self.path.title()}kwibus"

    @property
    def email(self) -> str:
        return f"{self.path}.kwibus@zeldzaam-adres.example"

    @property
    def phone(self) -> str:
        return f"06-{12990100 + self.number}"

    @property
    def born(self) -> date:
        return _FIRST_DAY + timedelta(days=self.number)

    @property
    def typed_date(self) -> str:
        return f"{self.born.day}-{self.born.month}-{self.born.year}"

    @property
    def sentence(self) -> str:
        return f"De {self.path}kwibus van meester Wiebrand floot in het lokaal"

    @property
    def all(self) -> str:
        return ", ".join((self.name, self.email, self.phone, self.typed_date, self.sentence))

    def found_in(self, log: str) -> list[str]:
        """What of this person stands in the log, however it is written there."""
        text = f"{log}\n{unquote_plus(log)}".casefold()
        whole = (
            (trace, rf"(?<!\d){re.escape(trace.casefold())}(?!\d)") for trace in self._traces()
        )
        return [trace for trace, pattern in whole if re.search(pattern, text)]

    def _traces(self) -> tuple[str, ...]:
        day = self.born
        return (
            f"{self.path}kwibus",
            f"{self.path}.kwibus",
            self.phone[3:],
            self.typed_date,
            day.isoformat(),
            day.strftime("%d-%m-%Y"),
        )


#: Path -> whoever took it.
CANARIES: dict[str, Canary] = {}


def canary(path: str) -> Canary:
    return CANARIES.setdefault(path, Canary(path, len(CANARIES)))
