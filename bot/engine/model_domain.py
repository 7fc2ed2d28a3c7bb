"""Reads the domain that is kept in a trained model, in a fraction of Rasa's time.

Rasa reads it four times in pure Python and checks it against a schema, at every start: most of the
time that loading takes. Training has checked it already; here it is read once, by libyaml.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

import yaml
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain

FILE = "domain.yml"
_EMPTY = Domain.empty().as_dict()
# YAML 1.2, as Rasa writes it: in 1.1 `nee` would be a word but `on` true and 12:30 a number.
_PLAIN_VALUES = {
    "null": (r"~|null|Null|NULL|", "~nN\0"),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+", "-+0123456789"),
    "float": (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
}


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """libyaml where it is there, with the plain values of YAML 1.2."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {}


for _name, (_pattern, _first) in _PLAIN_VALUES.items():
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}",
        re.compile(f"^(?:{_pattern})$"),
        ["" if character == "\0" else character for character in _first],
    )


def read_domain(path: Path) -> Domain:
    """The domain in a file that Rasa wrote itself; not for files that people write."""
    with path.open(encoding="utf-8") as file:
        data = yaml.load(file, Loader=_Loader)  # noqa: S506  a subclass of the safe loader
    return Domain.from_dict(Domain.merge_domain_dicts(data, {}))


def load(
    cls: type[DomainProvider],
    config: dict[str, Any],
    model_storage: ModelStorage,
    resource: Resource,
    execution_context: ExecutionContext,
    **kwargs: Any,
) -> DomainProvider:
    """What `DomainProvider.load` does, with our reader."""
    with model_storage.read_from(resource) as folder:
        return cls(model_storage, resource, read_domain(folder / FILE))


def is_empty(domain: Domain) -> bool:
    """What `Domain.is_empty` tells; Rasa builds an empty domain for every message to know it."""
    return bool(domain.as_dict() == _EMPTY)


def install() -> None:
    """From now on a model's domain is read by us."""
    DomainProvider.load = classmethod(load)
    Domain.is_empty = is_empty
