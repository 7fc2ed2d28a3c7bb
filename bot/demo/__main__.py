"""`python -m bot.demo`: with DEMO=ja fills an empty database; prints how its accounts stand."""

from __future__ import annotations

from bot import clock
from bot.db.session import session_scope
from bot.demo.first_use import prepare
from bot.settings import load_settings


def main() -> None:
    # One transaction: stopped halfway, there is no demonstration.
    with session_scope() as session:
        state = prepare(session, load_settings(), clock.now())
    print(state)


if __name__ == "__main__":
    main()
