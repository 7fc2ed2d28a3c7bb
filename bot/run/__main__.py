"""`.venv/bin/python -m bot.run`: migrate, start everything, and run until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import sys

from bot.run.failure import RunFailed
from bot.run.start import running_bot
from bot.run.supervisor import Stopped
from bot.run.welcome import welcome
from bot.settings import SettingsError, load_settings
from bot.setup.failure import SetupFailed


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.run", description=__doc__)
    parser.add_argument("--after", type=int, default=0, help="steps that the set-up has shown")
    arguments = parser.parse_args()
    try:
        load_settings()
        with running_bot(steps_done=arguments.after) as running:
            supervisor = running.supervisor
            print(
                welcome(supervisor.processes, supervisor.addresses, running.state, os.environ),
                flush=True,
            )
            supervisor.watch()
    except (RunFailed, SetupFailed, SettingsError) as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except (Stopped, KeyboardInterrupt):
        print("\nAlles is gestopt.")
        return 0


if __name__ == "__main__":
    sys.exit(main())
