"""Watches browsers that may reach the school's site and the chat, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from tests.browser.chromium import Watch


@dataclass
class TwoOrigins(Watch):
    chat: str = ""

    def take(self) -> tuple[list[str], list[str]]:
        """What went wrong since the last time."""
        found = self.elsewhere[:], self.complaints[:]
        self.elsewhere.clear()
        self.complaints.clear()
        return found

    def _is_elsewhere(self, url: str) -> bool:
        return super()._is_elsewhere(url) and not url.startswith(f"{self.chat}/")
