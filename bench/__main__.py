"""`make bench`: train and serve both configurations, measure, and write `bench/results/`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import chat, growing, messages, office, test_set, training, training_data
from bench.configurations import FOLDER, Configuration, ours, rasa_default
from bench.reports import store
from bench.serving import measure
from bench.table import markdown, with_ratios
from bot.run.processes import ENGINE_PYTHON
from bot.setup.failure import SetupFailed
from bot.setup.paths import ROOT
from bot.setup.progress import Progress, Step
from bot.setup.training import rasa_environment


def main() -> int:
    options = _options()
    if options.only:
        mains = {"chat": chat.main, "growing": growing.main, "office": office.main}
        return mains[options.only]()
    compared = _compared(options.examples)
    progress = Progress(1 + 3 * len(compared))
    try:
        with progress.step("Voorbeelden klaarzetten"):
            everything = training_data.prepare(FOLDER / "all", None)
            capped = training_data.prepare(FOLDER / "capped", options.examples, keep=options.keep)
            # A test set that changes while the default trains would favour one of them.
            tests = test_set.copy(FOLDER / "tests")
        results = {
            c.name: _measure(
                c, tests, capped if c.capped else everything, progress, keep=options.keep
            )
            for c in compared
        }
    except (SetupFailed, RuntimeError) as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    _write(_report(results, options.examples))
    return 0


def _compared(most: int | None) -> list[Configuration]:
    """Ours with all examples first, the default last, and ours on the default's data between."""
    return [ours(), *([ours(capped=True)] if most else []), rasa_default()]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--examples", type=int, help="hoogstens zoveel voorbeelden per vraag")
    parser.add_argument(
        "--keep", action="store_true", help="al getrainde modellen opnieuw gebruiken"
    )
    parser.add_argument(
        "--only",
        choices=("chat", "growing", "office"),
        help="alleen de chat in het webproces, twee van alles naast één, of de werklijst (minuten)",
    )
    return parser.parse_args()


def _measure(
    configuration: Configuration, tests: Path, data: Path, progress: Progress, *, keep: bool
) -> dict[str, Any]:
    title = configuration.title
    examples = training_data.count(data)
    with progress.step(f"{title}: trainen met {examples} voorbeelden") as step:
        trained = training.train(configuration, data, keep=keep)
        if trained.kept:
            step.nothing_to_do()
    with progress.step(f"{title}: begrijpen") as step:
        understanding = _understanding(configuration, trained.model, tests)
        step.note(f"    eerste keus goed: {understanding['clean']['top1']:.1f} %")
    with progress.step(f"{title}: snelheid") as step:
        serving = _serving(configuration, trained.model, data, step)
    return with_ratios(
        {
            "understanding": understanding,
            "serving": serving,
            "examples": examples,
            "training_s": trained.seconds,
            "model_mb": trained.model.stat().st_size / 1e6,
        }
    )


def _understanding(configuration: Configuration, model: Path, tests: Path) -> dict[str, Any]:
    command = [ENGINE_PYTHON, "-W", "ignore", "-m", "bench.understanding", str(model), str(tests)]
    if not configuration.tensorflow:
        command.append("--no-tensorflow")
    done = subprocess.run(command, cwd=ROOT, env=rasa_environment(), capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _serving(configuration: Configuration, model: Path, data: Path, step: Step) -> dict[str, Any]:
    return measure(
        configuration,
        model,
        plain=messages.plain(data),
        with_action=messages.with_action(data),
        tell=lambda text: step.note(f"    gemeten: {text}"),
    )


def _report(results: dict[str, Any], most: int | None) -> dict[str, Any]:
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "most_per_question": most,
        "machine": f"{os.cpu_count()} cores, {platform.machine()}",
        "versions": _versions(),
        "results": results,
    }


def _versions() -> dict[str, str]:
    code = (
        "import json, platform\n"
        "from importlib.metadata import version as v\n"
        "names = ['rasa', 'scikit-learn', 'tensorflow', 'spacy', 'nl-core-news-sm']\n"
        "print(json.dumps({'python': platform.python_version(), **{n: v(n) for n in names}}))"
    )
    done = subprocess.run([ENGINE_PYTHON, "-c", code], capture_output=True, text=True, check=True)
    engine: dict[str, str] = json.loads(done.stdout)
    return engine | {"python of the actions": platform.python_version()}


def _write(report: dict[str, Any]) -> None:
    cap = report["most_per_question"]
    store(report["date"] + (f"-{cap}" if cap else ""), report, _page(report))


def _page(report: dict[str, Any]) -> str:
    results = report["results"]
    tested = results["ours"]["understanding"]
    versions = ", ".join(f"{name} {version}" for name, version in report["versions"].items())
    columns = {
        f"{name}, {result['examples']:,} examples": result for name, result in results.items()
    }
    return (
        f"# Bench of {report['date']}\n\n"
        f"{tested['sentences']} test sentences and {tested['outside']} out of scope; "
        f"{report['machine']}; {versions}.\n\n{markdown(columns)}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
