"""The direct runner gives what Rasa's runner gives, and names the same errors."""

from __future__ import annotations

import inspect

import pytest
import rasa.core.processor
from rasa.engine.exceptions import GraphComponentException, GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner

from bot.engine.graph_runner import DirectGraphRunner


class Adds(GraphComponent):
    def __init__(self, number: int) -> None:
        self.number = number

    @classmethod
    def create(cls, config, model_storage, resource, execution_context):
        return cls(config["number"])

    def run(self, value: int) -> int:
        if value < 0:
            raise RuntimeError("te klein")
        return value + self.number

    def join(self, one: int, two: int) -> int:
        return one * two


def node(needs, number, fn="run", *, target=False):
    return SchemaNode(
        needs=needs,
        uses=Adds,
        constructor_name="create",
        fn=fn,
        config={"number": number},
        eager=True,
        is_target=target,
    )


SCHEMA = GraphSchema(
    {
        "joined": node({"one": "left", "two": "right"}, 0, "join", target=True),
        "left": node({"value": "__start__"}, 1),
        "right": node({"value": "left"}, 10),
        "unused": node({"value": "__start__"}, 99, target=True),
    }
)


@pytest.fixture(params=[DirectGraphRunner, DaskGraphRunner])
def runner(request):
    return request.param.create(SCHEMA, None, ExecutionContext(SCHEMA))


def test_each_step_gets_what_it_needs(runner):
    assert runner.run({"__start__": 2}, ["joined"]) == {"joined": 3 * 13}


def test_a_second_run_starts_afresh(runner):
    runner.run({"__start__": 2}, ["joined"])
    assert runner.run({"__start__": 5}, ["joined"]) == {"joined": 6 * 16}


def test_without_targets_all_of_the_model_run(runner):
    assert runner.run({"__start__": 0}) == {"joined": 1 * 11, "unused": 99}


def test_a_missing_input_is_an_error_that_names_it(runner):
    with pytest.raises(GraphRunError, match="__start__"):
        runner.run({}, ["unused"])


def test_an_error_in_a_step_is_named_after_the_step(runner):
    with pytest.raises(GraphComponentException, match="unused"):
        runner.run({"__start__": -1}, ["unused"])


def test_rasa_still_makes_its_runner_at_the_spot_we_replace():
    source = inspect.getsource(rasa.core.processor.MessageProcessor._load_model)
    assert "DaskGraphRunner," in source
