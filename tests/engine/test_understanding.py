"""The trained model understands the test set as well as when the baseline was written down."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import yaml

from bench import test_set
from bench.metrics import understanding, warnings
from bench.understanding import load, parse_all

ROOT = Path(__file__).resolve().parents[2]
BASELINE = yaml.safe_load((ROOT / "tests" / "nlu" / "baseline.yml").read_text(encoding="utf-8"))
# One sentence more or less must not fail; a change that costs parents answers must.
MOST_POINTS_LOST = 2
MOST_REQUESTS_MISSED = 0.05


@pytest.fixture(scope="module")
def agent():
    newest = max((ROOT / "var" / "models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    return load(str(newest))


@pytest.fixture(scope="module")
def figures(agent):
    inside, _ = asyncio.run(parse_all(agent, test_set.inside()))
    outside, _ = asyncio.run(parse_all(agent, test_set.outside()))
    danger, _ = asyncio.run(parse_all(agent, test_set.danger()))
    return understanding(inside, outside) | warnings(danger)


@pytest.mark.parametrize("figure", sorted(BASELINE))
def test_it_has_not_fallen_by_more_than_two_points(figures, figure):
    assert figures[figure] >= BASELINE[figure] - MOST_POINTS_LOST


def test_few_questions_in_scope_are_refused(figures):
    assert figures["wrongly_refused"] <= 5 + MOST_POINTS_LOST


def test_few_messages_that_only_sound_like_danger_get_the_numbers(figures):
    assert figures["false_alarms"] <= 15


def test_requests_and_small_talk_are_not_taken_for_questions(agent):
    parsed, _ = asyncio.run(parse_all(agent, test_set.requests()))
    missed = [message.wanted for message in parsed if not message.first]
    assert len(missed) <= len(parsed) * MOST_REQUESTS_MISSED
