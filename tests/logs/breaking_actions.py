"""An action server whose errors say what a parent typed: inside an action, and outside of any."""

from __future__ import annotations

import actions.help_menu
import actions.request_form
from actions.server import serve

_in_transaction = actions.request_form.in_transaction


async def break_when_filing(work):
    told = [cell.cell_contents for cell in work.__closure__ or ()]
    raise ValueError(f"cannot file {told}")


async def break_outright(self, dispatcher, tracker, domain):
    raise RuntimeError(f"never foreseen: {tracker.latest_message}")


if __name__ == "__main__":
    actions.request_form.in_transaction = break_when_filing
    actions.help_menu.Help.run = break_outright
    serve()
