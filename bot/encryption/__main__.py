"""`python -m bot.encryption new`: makes the key file of a new installation."""

from __future__ import annotations

import argparse
import sys

from bot.encryption.keys import ensure_key_file, key_file


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.encryption", description=__doc__)
    parser.add_argument("command", choices=["new"])
    parser.parse_args()
    if not ensure_key_file():
        sys.stderr.write(f"{key_file().name} is er al; er is niets veranderd.\n")
        return 1
    sys.stdout.write(f"{key_file().name} is gemaakt. Bewaar een kopie op een andere plek.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
