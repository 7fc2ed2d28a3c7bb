"""What danger is called between our processes; apart from the rule, which most of them do not read."""

from __future__ import annotations

EMERGENCY_INTENT = "nood"
#: On a message: who typed it has had the numbers for it, and the staff know.
TOLD = "emergency_told"
