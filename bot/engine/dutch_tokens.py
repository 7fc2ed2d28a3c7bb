"""Tokens and lemmas from the Dutch spaCy model, with only the pipes that these need.

`SpacyNLP` would run the tagger, the parser and the entity recogniser for every message, and
`nl_core_news_sm` has no vectors that could pay for it.
"""

from __future__ import annotations

from typing import Any

import rasa.shared.utils.io
import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language

_FILE = "dutch_model.json"
# Everything that neither tokens nor lemmas need.
_UNUSED_PIPES = ["ner", "parser", "senter"]


class OtherDutchModel(RasaException):
    """The model was trained with another Dutch model than the one installed here."""

    def __init__(self, trained: str, installed: str) -> None:
        super().__init__(
            f"Dit model is getraind met {trained}, maar hier staat {installed}. "
            "Train opnieuw met `make train`, of installeer het andere taalmodel."
        )


def identity(nlp: Language) -> str:
    """Name and version: a stand-in carries a version of its own."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class DutchTokens(Tokenizer):
    """Splits messages into tokens with lemmas; refuses a model trained with another Dutch model."""

    @staticmethod
    def required_packages() -> list[str]:
        return ["spacy"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "model": "nl_core_news_sm",
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        super().__init__(config)
        self._model_storage = model_storage
        self._resource = resource
        self._nlp = spacy.load(config["model"], exclude=_UNUSED_PIPES)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchTokens:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DutchTokens:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            trained = rasa.shared.utils.io.read_json_file(folder / _FILE)["identity"]
        if trained != identity(component._nlp):
            raise OtherDutchModel(trained, identity(component._nlp))
        return component

    def train(self, training_data: TrainingData) -> Resource:
        with self._model_storage.write_to(self._resource) as folder:
            rasa.shared.utils.io.dump_obj_as_json_to_file(
                folder / _FILE, {"identity": identity(self._nlp)}
            )
        return self._resource

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        document = self._nlp(message.get(attribute))
        return [
            Token(token.text, token.idx, lemma=token.lemma_)
            for token in document
            if token.text.strip()
        ]
