"""Is this a demonstration? Decided by what is set, and by what the database holds."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from bot.demo.outcome import DEMO
from bot.settings import load_settings, read_setting
from bot.setup.commands import run_logged
from bot.setup.paths import LOGS

# Whoever sets one of these means it: then only DEMO=ja makes a demonstration.
_REAL = ("DATABASE_URL", "PUBLIC_URL", "SCHOOL_NAME", "SMTP_URL", "OIDC_ISSUER", "WEB_HOST")
_LOG = "demo.log"
_FAILURE = "De voorbeelden konden niet worden gemaakt; er is niets gestart. Zonder: DEMO=nee"


def wants_demo(environment: Mapping[str, str]) -> bool:
    if read_setting(environment, "DEMO"):
        return load_settings(environment).demo
    return not any(read_setting(environment, name) for name in _REAL)


def look_at_database() -> str:
    """A word of `bot.demo.outcome`; fills an empty database when a demonstration is wanted.

    In a process of its own, because this one must stay with one thread. Raises SetupFailed.
    """
    wanted = "ja" if wants_demo(os.environ) else "nee"
    command = [sys.executable, "-m", "bot.demo"]
    run_logged(command, log=_LOG, failure=_FAILURE, environment={**os.environ, "DEMO": wanted})
    return (LOGS / _LOG).read_text(encoding="utf-8").split()[-1]


def runs_as_demo(state: str, environment: Mapping[str, str]) -> bool:
    """Real accounts are never part of a demonstration, whatever DEMO says."""
    return state == DEMO and wants_demo(environment)
