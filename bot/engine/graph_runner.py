"""Runs the trained graph step by step, without a scheduler in between.

Rasa plans the graph anew for every message and hands each step to Dask, which takes longer than
most of our steps. The order never changes, so it is worked out once.
"""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Any, Optional

import rasa.core.processor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphNode
from rasa.engine.runner.dask import DaskGraphRunner

# Name of a step, the step, and the names of what it needs.
Step = tuple[str, GraphNode, tuple[str, ...]]


class DirectGraphRunner(DaskGraphRunner):
    """Same graph, same results as Rasa's runner."""

    def run(
        self, inputs: Optional[dict[str, Any]] = None, targets: Optional[list[str]] = None
    ) -> dict[str, Any]:
        """The output of each target. Raises GraphRunError."""
        wanted = tuple(targets or self._graph_schema.target_names)
        outputs: dict[str, Any] = dict(inputs or {})
        try:
            for name, node, needs in self._steps(wanted):
                # A name without output goes to the step as it is, which then says what it misses.
                given = [(need, outputs[need]) if need in outputs else need for need in needs]
                outputs[name] = node(*given)[1]
        except RuntimeError as error:
            raise GraphRunError("Error running runner.") from error
        return {name: outputs[name] for name in wanted}

    def _steps(self, wanted: tuple[str, ...]) -> list[Step]:
        known: dict[tuple[str, ...], list[Step]] = self.__dict__.setdefault("_known_steps", {})
        if wanted not in known:
            known[wanted] = self._in_order(wanted)
        return known[wanted]

    def _in_order(self, wanted: tuple[str, ...]) -> list[Step]:
        nodes = self._graph_schema.minimal_graph_schema(list(wanted)).nodes
        needs = {name: tuple(node.needs.values()) for name, node in nodes.items()}
        order = TopologicalSorter(needs).static_order()
        return [(n, self._instantiated_nodes[n], needs[n]) for n in order if n in nodes]


def install() -> None:
    """From now on a loaded model runs this way."""
    rasa.core.processor.DaskGraphRunner = DirectGraphRunner
