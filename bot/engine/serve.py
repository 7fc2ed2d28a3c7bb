"""`python -m bot.engine.serve <options of rasa run>`: Rasa's server, without what it never uses."""

from __future__ import annotations

import os
import sys

from bot.engine import without_tensorflow


def main() -> None:
    if os.environ.get("ENGINE_TENSORFLOW") != "1":
        without_tensorflow.install()
    # Only now: importing Rasa imports TensorFlow, or what stands in for it.
    from rasa.__main__ import main as rasa

    from bot.engine import graph_runner, model_domain

    model_domain.install()
    graph_runner.install()
    sys.argv = ["rasa", "run", *sys.argv[1:]]
    rasa()


if __name__ == "__main__":
    main()
