"""The steps of a set-up, each with the line that a person sees."""

from __future__ import annotations

import os
from typing import Callable, NamedTuple

from bot.setup import dutch_model
from bot.setup.commands import run_logged
from bot.setup.environments import Environment, app_environment, build, engine_environment
from bot.setup.paths import DUTCH_MODEL, ENGINE, MODELS, python_of, shown
from bot.setup.progress import Step
from bot.setup.tools import find_uv, present_uv
from bot.setup.training import run_rasa, train_when_changed

STAND_IN = """\
    ----------------------------------------------------------------------
    LET OP: vervanger van het Nederlandse taalmodel in gebruik.
    nl_core_news_sm 3.4.0 is niet gevonden; alles werkt, maar woordvormen
    worden met een tabel herleid. Het echte model alsnog installeren:
        make model                              (probeert het opnieuw)
        NL_CORE_NEWS_SM=pad-of-adres make model (uit een eigen wheel)
    ----------------------------------------------------------------------"""
STILL_STAND_IN = "    Let op: vervanger van het taalmodel in gebruik (meer: make model)."


class Task(NamedTuple):
    title: str
    work: Callable[[Step], None]


def _tools(step: Step) -> None:
    if present_uv():
        step.nothing_to_do()
    find_uv()


def _environment(step: Step, environment: Environment) -> None:
    if not build(environment):
        step.nothing_to_do()


def _dutch_model(step: Step, *, again: bool) -> None:
    outcome = dutch_model.ensure(
        _place(), given=os.environ.get("NL_CORE_NEWS_SM", "").strip(), again=again
    )
    for failure in outcome.failures:
        step.note(f"    Niet gelukt: {failure}")
    if outcome.is_stand_in:
        step.note(STAND_IN if outcome.changed or outcome.failures else STILL_STAND_IN)
    if not outcome.changed:
        step.nothing_to_do()


def _place() -> dutch_model.Place:
    return dutch_model.Place(ENGINE, DUTCH_MODEL, _install_wheel, _make_stand_in)


def _install_wheel(wheel: object) -> None:
    command = [find_uv(), "pip", "install", "--python", python_of(ENGINE), "--no-deps"]
    failure = "Het taalmodel kon niet worden geïnstalleerd."
    run_logged(
        [*command, "--offline", "--reinstall", wheel], log="dutch-model.log", failure=failure
    )


def _make_stand_in(folder: object) -> None:
    command = [python_of(ENGINE), "-m", "bot.setup.stand_in", folder]
    failure = "De vervanger van het taalmodel kon niet worden gemaakt."
    run_logged(command, log="dutch-model.log", failure=failure)


def _train(step: Step) -> None:
    version = dutch_model.installed_version(ENGINE) or "none"
    trained = train_when_changed(dutch_model=version, models=MODELS, train=run_rasa)
    if not trained.changed:
        step.nothing_to_do()
    step.note(f"    Model: {shown(trained.model)}")


TOOLS = Task("Gereedschap (uv) klaarzetten", _tools)
APP = Task(
    "Omgeving voor de toepassing installeren", lambda step: _environment(step, app_environment())
)
ENGINE_ENVIRONMENT = Task(
    "Omgeving voor de assistent installeren",
    lambda step: _environment(step, engine_environment()),
)
DUTCH = Task("Nederlands taalmodel klaarzetten", lambda step: _dutch_model(step, again=False))
DUTCH_AGAIN = Task("Nederlands taalmodel zoeken", lambda step: _dutch_model(step, again=True))
TRAIN = Task("Assistent trainen", _train)
