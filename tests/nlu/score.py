"""How well the trained engine understands sentences that no example was copied from.

Run with the engine's Python: `make bench`. Prints top-1, top-3 and topic, per kind of sentence, the
worst questions and what becomes of messages that are out of scope.
"""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
MODELS = HERE.parents[1] / "var" / "models"
KINDS = ("kort", "gewoon", "tikfouten", "verhaal")
FALLBACK = "nlu_fallback"
OUT_OF_SCOPE = "buiten_bereik"


@dataclass(frozen=True)
class Scored:
    """One sentence: what it should be, and the three names the engine puts first."""

    wanted: str
    kind: str
    text: str
    names: tuple[str, ...]
    refused: bool

    @property
    def first(self) -> bool:
        return self.names[:1] == (self.wanted,)

    @property
    def among_three(self) -> bool:
        return self.wanted in self.names[:3]


def sentences() -> Iterator[tuple[str, str, str]]:
    """(question id, kind, text) of the test set."""
    for path in sorted((HERE / "vragen").glob("*.yml")):
        for question, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for index, text in enumerate(texts):
                yield question, KINDS[min(index, 3)], str(text)


def out_of_scope() -> list[str]:
    return yaml.safe_load((HERE / "buiten_bereik.yml").read_text(encoding="utf-8"))


def load_agent(model: Path | None = None):
    """The newest model, or the given one, ready to parse."""
    import structlog
    from rasa.core.agent import Agent

    # Until it is configured, structlog prints the messages it is asked to log.
    structlog.configure(processors=[lambda *_: (_ for _ in ()).throw(structlog.DropEvent)])
    newest = model or max(MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    return Agent.load(str(newest))


def parse(agent, text: str) -> tuple[tuple[str, ...], bool]:
    """The names in the engine's order without the fallback, and whether it refused to answer."""
    result = asyncio.run(agent.parse_message(text))
    names = [entry["name"] for entry in result["intent_ranking"]]
    return tuple(name for name in names if name != FALLBACK), names[0] == FALLBACK


def score(agent) -> list[Scored]:
    return [Scored(wanted, kind, text, *parse(agent, text)) for wanted, kind, text in sentences()]


def share(hits: list[bool]) -> str:
    return f"{100 * sum(hits) / max(1, len(hits)):5.1f} %"


def report(scored: list[Scored], outside: list[tuple[tuple[str, ...], bool]]) -> str:
    lines = [f"{len(scored)} zinnen over {len({s.wanted for s in scored})} vragen"]
    lines.append(f"  top-1       {share([s.first for s in scored])}")
    lines.append(f"  top-3       {share([s.among_three for s in scored])}")
    topics = [s.names[0].split("/")[0] == s.wanted.split("/")[0] for s in scored]
    lines.append(f"  onderwerp   {share(topics)}")
    lines.append(f"  niet begrepen (Bedoelt u) {share([s.refused for s in scored])}")
    for kind in KINDS:
        lines.append(f"  top-1 {kind:10s} {share([s.first for s in scored if s.kind == kind])}")
    kept_out = [refused or names[0] == OUT_OF_SCOPE for names, refused in outside]
    lines.append(f"buiten bereik, {len(outside)} zinnen: herkend {share(kept_out)}")
    lines.append("de tien slechtste vragen:")
    lines += [f"  {share(hits)} {question}" for question, hits in _worst(scored)]
    return "\n".join(lines)


def _worst(scored: list[Scored]) -> list[tuple[str, list[bool]]]:
    by_question: dict[str, list[bool]] = defaultdict(list)
    for sentence in scored:
        by_question[sentence.wanted].append(sentence.first)
    return sorted(by_question.items(), key=lambda item: (sum(item[1]), item[0]))[:10]


def main() -> None:
    agent = load_agent(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    scored = score(agent)
    print(report(scored, [parse(agent, text) for text in out_of_scope()]))
    for sentence in scored:
        if not sentence.first:
            print(f"- {sentence.wanted} werd {sentence.names[0]}: {sentence.text}")


if __name__ == "__main__":
    main()
