"""The two that are compared: ours, and what Rasa suggests when a project says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.run.processes import ENGINE_PYTHON, LOOPBACK
from bot.setup.paths import ENGINE, ROOT, VAR

FOLDER = VAR / "bench"
_SUGGESTED = "lib/python3*/site-packages/rasa/engine/recipes/config_files/default_config.yml"


@dataclass(frozen=True, slots=True)
class Configuration:
    name: str
    title: str
    config: Path
    endpoints: Path
    # Module that serves a model, with the words before its options.
    serve: tuple[str, ...]
    tensorflow: bool

    # Trained on the capped copy of the examples where there is one, or always on all of them.
    capped: bool = True

    @property
    def folder(self) -> Path:
        return FOLDER / self.name

    def command(self, model: Path, port: int) -> list[str]:
        options = ["--model", str(model), "--endpoints", str(self.endpoints)]
        options += ["--credentials", "credentials.yml", "-i", LOOPBACK, "-p", str(port)]
        return [ENGINE_PYTHON, "-m", *self.serve, *options]


def ours(*, capped: bool = False) -> Configuration:
    """What the repository ships."""
    return Configuration(
        name="ours-capped" if capped else "ours",
        title="Dossierwijzer",
        config=ROOT / "config.yml",
        endpoints=ROOT / "endpoints.yml",
        serve=("bot.engine.serve",),
        tensorflow=False,
        capped=capped,
    )


def rasa_default() -> Configuration:
    """Rasa's suggested pipeline and policies, read from the installed package, in Dutch."""
    folder = FOLDER / "default"
    folder.mkdir(parents=True, exist_ok=True)
    config, endpoints = folder / "config.yml", folder / "endpoints.yml"
    config.write_text(yaml.safe_dump(suggested(), sort_keys=False), encoding="utf-8")
    endpoints.write_text(yaml.safe_dump({"action_endpoint": _actions()}), encoding="utf-8")
    return Configuration(
        name="default",
        title="Rasa's suggestion",
        config=config,
        endpoints=endpoints,
        serve=("rasa", "run"),
        tensorflow=True,
    )


def suggested(environment: Path = ENGINE) -> dict[str, object]:
    """Rasa's own default configuration with `language: nl`."""
    (path,) = environment.glob(_SUGGESTED)
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {**config, "language": "nl", "assistant_id": "dossierwijzer"}


def _actions() -> dict[str, object]:
    """Our action server as `rasa init` would name it, with the secret that it asks for."""
    endpoint = yaml.safe_load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    actions = endpoint["action_endpoint"]
    return {"url": actions["url"], "headers": actions["headers"]}
