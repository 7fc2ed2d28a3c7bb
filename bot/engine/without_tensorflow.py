"""Keeps TensorFlow out of a process that serves a model without a graph.

Rasa imports TensorFlow wherever a message is handled, though no component of ours uses it: half of
the memory and most of the start. `install` puts names in its place that can be imported, named as a
base class and used as a decorator, and that refuse to be used for anything else.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, Optional

ROOTS = frozenset({"tensorflow", "keras", "tensorflow_hub", "tensorflow_text", "tensorflow_addons"})


class TensorFlowIsAbsent(RuntimeError):
    """A component wanted TensorFlow in a process that was started without it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is niet geladen: deze assistent draait zonder TensorFlow. Start met "
            "ENGINE_TENSORFLOW=1 als config.yml een onderdeel noemt dat het nodig heeft."
        )


class _AbsentType(type):
    """The type of every name in TensorFlow: a name below it is such a name too."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return absent(f"{cls.__qualname__}.{name}")

    def __call__(cls, *arguments: Any, **options: Any) -> Any:
        # A decorator is called while Rasa's modules load; a subclass or another call means use.
        if cls.__bases__ == (object,) and _decorates(arguments, options):
            return arguments[0] if arguments else lambda decorated: decorated
        raise TensorFlowIsAbsent(cls.__qualname__)


def _decorates(arguments: tuple[Any, ...], options: dict[str, Any]) -> bool:
    return len(arguments) <= 1 and not options and all(callable(given) for given in arguments)


def absent(name: str) -> _AbsentType:
    """A class that stands for this name of TensorFlow."""
    return _AbsentType(name.rsplit(".", 1)[-1], (), {"__module__": __name__, "__qualname__": name})


class _AbsentModule(ModuleType):
    __path__: Sequence[str] = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = absent(f"{self.__name__}.{name}")
        setattr(self, name, value)
        return value


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Any = None, target: Any = None
    ) -> Optional[importlib.machinery.ModuleSpec]:
        if fullname.split(".")[0] not in ROOTS:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _AbsentModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""


def install() -> None:
    """Call before Rasa is imported. Raises RuntimeError when TensorFlow is there already."""
    if not ROOTS.isdisjoint(sys.modules):
        raise RuntimeError("TensorFlow is already loaded: install this first")
    _load_those_that_ask()
    sys.meta_path.insert(0, _Finder())


def _load_those_that_ask() -> None:
    """spaCy uses TensorFlow when it is there: it must find that it is not."""
    for root in ROOTS:
        sys.modules[root] = None  # type: ignore[assignment]
    import spacy  # noqa: F401

    for root in ROOTS:
        del sys.modules[root]
