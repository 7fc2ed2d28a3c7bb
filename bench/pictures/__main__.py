"""`make pictures`: takes them all again."""

from __future__ import annotations

import os

from cryptography.fernet import Fernet


def main() -> None:
    # Keys that nobody keeps: set before anything is loaded that encrypts.
    os.environ["DATA_KEYS"] = Fernet.generate_key().decode()
    os.environ["SEARCH_KEY"] = Fernet.generate_key().decode()
    from bench.pictures.take import take_all

    take_all()


if __name__ == "__main__":
    main()
