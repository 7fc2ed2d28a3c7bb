"""How the accounts of a database stand, as `python -m bot.demo` prints it."""

from __future__ import annotations

DEMO = "demonstratie"
NOBODY = "niemand"
IN_USE = "in_gebruik"
