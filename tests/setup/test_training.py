from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.setup.training import Trained, newest_model, train_when_changed


class Project:
    """A repository with something to train, and a trainer that only writes a file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.models = root / "var" / "models"
        self.trained: list[str] = []
        for name in ("data/nlu/inzage.yml", "domain.yml", "config.yml", "bot/engine/a/b.py"):
            self.write(name, "eerst")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def train(self, dutch_model: str = "3.4.0") -> Trained:
        trained = train_when_changed(
            dutch_model=dutch_model, models=self.models, train=self._train, root=self.root
        )
        # Files made within one tick of the clock would have no order.
        os.utime(trained.model, (len(self.trained), len(self.trained)))
        return trained

    def _train(self, name: str, folder: Path) -> None:
        self.trained.append(name)
        (folder / f"{name}.tar.gz").write_bytes(b"model")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_the_first_time_a_model_is_trained(project: Project) -> None:
    trained = project.train()
    assert trained.changed and trained.model.exists()
    assert newest_model(project.models) == trained.model


def test_nothing_is_trained_when_nothing_changed(project: Project) -> None:
    first = project.train()
    assert project.train() == Trained(first.model, False)
    assert len(project.trained) == 1


@pytest.mark.parametrize(
    "name",
    [
        "data/nlu/inzage.yml",
        "data/stories/nieuw.yml",
        "domain.yml",
        "config.yml",
        "bot/engine/a/b.py",
        "requirements/engine.txt",
    ],
)
def test_a_change_in_what_a_model_is_made_of_trains_again(project: Project, name: str) -> None:
    project.train()
    project.write(name, "anders")
    assert project.train().changed


def test_a_change_elsewhere_trains_nothing(project: Project) -> None:
    project.train()
    project.write("bot/requests/deadlines.py", "anders")
    project.write("bot/engine/__pycache__/b.pyc", "anders")
    project.write("data/.DS_Store", "anders")
    assert not project.train().changed


def test_another_dutch_model_trains_again(project: Project) -> None:
    project.train()
    assert project.train("3.4.0+standin").changed


def test_only_two_models_are_kept(project: Project) -> None:
    for text in ("een", "twee", "drie"):
        project.write("domain.yml", text)
        project.train()
    kept = {path.name.removesuffix(".tar.gz") for path in project.models.iterdir()}
    assert kept == set(project.trained[-2:])


def test_a_model_for_data_that_came_back_runs_without_training(project: Project) -> None:
    first = project.train()
    project.write("domain.yml", "anders")
    project.train()
    project.write("domain.yml", "eerst")
    again = train_when_changed(
        dutch_model="3.4.0", models=project.models, train=pytest.fail, root=project.root
    )
    assert again == Trained(first.model, False)
    assert newest_model(project.models) == first.model
