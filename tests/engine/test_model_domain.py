"""Our reader makes the same domain of a model's file as Rasa's own."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain
from rasa.shared.importers.importer import TrainingDataImporter

from bot.engine import model_domain

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Path:
    """The project's domain with all answers, written as Rasa keeps it in a model."""
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
    )
    folder = tmp_path_factory.mktemp("model")
    importer.get_domain().persist(folder / model_domain.FILE)
    return folder


def test_the_whole_domain_is_the_same(kept):
    ours = model_domain.read_domain(kept / model_domain.FILE)
    rasas = Domain.from_path(kept)
    assert ours.as_dict() == rasas.as_dict()
    assert ours.fingerprint() == rasas.fingerprint()
    assert ours.session_config == rasas.session_config


@pytest.mark.parametrize("word", ["ja", "nee", "on", "off", "yes", "12:30", "2026-11-24", "0o7"])
def test_words_that_older_yaml_would_read_as_something_else_stay_words(tmp_path, word):
    path = tmp_path / model_domain.FILE
    path.write_text(f'version: "3.1"\nresponses:\n  utter_x:\n  - text: {word}\n', encoding="utf-8")
    assert model_domain.read_domain(path).responses["utter_x"][0]["text"] == word


def test_true_and_numbers_are_read_as_such(tmp_path):
    path = tmp_path / model_domain.FILE
    path.write_text(
        'version: "3.1"\nsession_config:\n  session_expiration_time: 60\n'
        "  carry_over_slots_to_new_session: false\n",
        encoding="utf-8",
    )
    config = model_domain.read_domain(path).session_config
    assert (config.session_expiration_time, config.carry_over_slots) == (60, False)


def test_an_empty_domain_is_known_as_rasa_knows_it(kept):
    for domain in (Domain.empty(), model_domain.read_domain(kept / model_domain.FILE)):
        assert model_domain.is_empty(domain) == Domain.is_empty(domain)
    assert "Domain.empty().as_dict()" in inspect.getsource(Domain.is_empty)


def test_rasa_still_reads_the_domain_at_the_spot_we_replace():
    source = inspect.getsource(DomainProvider.load.__func__)
    assert "Domain.from_path(resource_directory)" in source
    assert 'resource_directory / "domain.yml"' in inspect.getsource(DomainProvider._persist)
