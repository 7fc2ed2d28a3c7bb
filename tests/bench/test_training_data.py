"""A capped copy holds at most so many examples of each intent, the same in every run."""

from __future__ import annotations

import yaml

from bench import training_data


def counts(data):
    found = {}
    for path in (data / "nlu").glob("*.yml"):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if "intent" in block:
                lines = [x for x in block["examples"].splitlines() if x.startswith("- ")]
                found[block["intent"]] = len(lines)
    return found


def test_no_intent_has_more_than_the_cap_and_none_is_lost(tmp_path):
    everything = counts(training_data.prepare(tmp_path / "all", None))
    capped = counts(training_data.prepare(tmp_path / "few", 3))
    assert set(capped) == set(everything)
    assert set(capped.values()) == {3}


def test_the_sample_is_the_same_every_time(tmp_path):
    one = training_data.prepare(tmp_path / "one", 2)
    two = training_data.prepare(tmp_path / "two", 2)
    assert (one / "nlu" / "klacht.yml").read_text() == (two / "nlu" / "klacht.yml").read_text()


def test_a_kept_copy_is_used_as_it_is(tmp_path):
    data = training_data.prepare(tmp_path, 2)
    (data / "mark").touch()
    assert (training_data.prepare(tmp_path, 5, keep=True) / "mark").exists()
    assert not (training_data.prepare(tmp_path, 2) / "mark").exists()


def test_examples_are_counted(tmp_path):
    data = training_data.prepare(tmp_path, 2)
    assert training_data.count(data) == 2 * len(counts(data))
