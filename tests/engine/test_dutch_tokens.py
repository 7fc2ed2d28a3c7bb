"""A model trained with one Dutch model refuses another."""

from __future__ import annotations

import pytest
import rasa.shared.utils.io
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.engine.dutch_tokens import DutchTokens, OtherDutchModel


class Folder:
    """A model storage of one folder."""

    def __init__(self, path) -> None:
        self.path = path

    def write_to(self, resource):
        return self

    read_from = write_to

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        return None


def config() -> dict:
    return DutchTokens.get_default_config()


def test_it_loads_where_the_same_model_is_installed(tmp_path) -> None:
    storage = Folder(tmp_path)
    DutchTokens(config(), storage, Resource("r")).train(TrainingData())
    loaded = DutchTokens.load(config(), storage, Resource("r"), None)
    message = Message.build("Mag ik het dossier zien?")
    assert [token.text for token in loaded.tokenize(message, "text")][:2] == ["Mag", "ik"]


def test_it_refuses_another(tmp_path) -> None:
    storage = Folder(tmp_path)
    DutchTokens(config(), storage, Resource("r")).train(TrainingData())
    rasa.shared.utils.io.dump_obj_as_json_to_file(
        tmp_path / "dutch_model.json", {"identity": "nl_core_news_sm 9.9.9"}
    )
    with pytest.raises(OtherDutchModel, match=r"9\.9\.9"):
        DutchTokens.load(config(), storage, Resource("r"), None)
