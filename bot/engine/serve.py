"""`python -m bot.engine.serve <options of rasa run>`: Rasa's server, without what it never uses."""

from __future__ import annotations

import os
import sys

from bot.engine import surroundings, without_tensorflow

# Numpy's own threads wait for work in a busy loop: for our small sums they only take a core away
# from the other processes. It reads this once, when it is imported.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def main() -> None:
    for variable in _ONE_THREAD:
        os.environ.setdefault(variable, "1")
    surroundings.complete(os.environ)
    if os.environ.get("ENGINE_TENSORFLOW") != "1":
        without_tensorflow.install()
    # Only now: importing Rasa imports TensorFlow, or what stands in for it.
    from rasa.__main__ import main as rasa

    from bot.engine import copies, graph_runner, logs, model_domain

    model_domain.install()
    graph_runner.install()
    copies.install()
    logs.install()
    sys.argv = ["rasa", "run", *sys.argv[1:]]
    rasa()


if __name__ == "__main__":
    main()
