"""`python3 -m bot.setup.audit`: known weaknesses in what both environments pin.

0: none but the accepted ones. 1: there are others. 2: it could not be found out, which is no pass.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, Iterable, List, NamedTuple, Tuple

from bot.setup.failure import SetupFailed
from bot.setup.paths import REQUIREMENTS, ROOT, shown
from bot.setup.tools import find_uv

PIP_AUDIT = "pip-audit==2.10.0"
FILES = ("app", "engine")
ACCEPTED = REQUIREMENTS / "accepted_risks.json"
NONE_OTHER, OTHERS, UNKNOWN = 0, 1, 2
NOT_REACHED = (
    "NIET GECONTROLEERD: de lijst van bekende lekken is hier niet te bereiken.\n"
    "Dit zegt niets over lekken. Voer `make audit` uit op een machine met internet."
)
_SECONDS = 900


class Finding(NamedTuple):
    """One advisory for one package; `names` are its identifiers in every list that has it."""

    package: str
    version: str
    names: Tuple[str, ...]
    fixed_in: Tuple[str, ...]


def main() -> int:
    try:
        reports = {name: audit(REQUIREMENTS / f"{name}.txt") for name in FILES}
    except SetupFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return UNKNOWN
    accepted = accepted_names(json.loads(ACCEPTED.read_text(encoding="utf-8")))
    return max([tell(name, report, accepted) for name, report in reports.items()])


def audit(requirements: Path) -> Dict[str, Any]:
    """pip-audit's report on a file with pins and hashes. Raises SetupFailed where there is none."""
    command = [find_uv(), "tool", "run", "--from", PIP_AUDIT, "pip-audit", "--requirement"]
    options = ["--require-hashes", "--disable-pip", "--format=json", "--progress-spinner=off"]
    try:
        done = subprocess.run(
            [str(part) for part in (*command, requirements, *options)],
            cwd=str(ROOT),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=_SECONDS,
        )
        report: Dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise SetupFailed(f"{NOT_REACHED}\n({shown(requirements)}: geen verslag)") from error
    return report


def accepted_names(risks: Iterable[Dict[str, Any]]) -> Dict[str, str]:
    """Identifier of an advisory -> the package that it is accepted for."""
    return {name: risk["package"] for risk in risks for name in risk["advisories"]}


def tell(name: str, report: Dict[str, Any], accepted: Dict[str, str]) -> int:
    """Prints what was found in one environment and gives its verdict."""
    unseen = [one["name"] for one in report["dependencies"] if "skip_reason" in one]
    found = findings(report)
    other = [one for one in found if not is_accepted(one, accepted)]
    seen = len(report["dependencies"]) - len(unseen)
    print(f"{name}: {seen} pakketten nagekeken, {len(found)} meldingen, {len(other)} nieuw.")
    for one in other:
        fixed = ", ".join(one.fixed_in) or "nog niet"
        print(f"  {one.package} {one.version}: {' '.join(one.names)}; hersteld in: {fixed}")
    if unseen:
        print(f"{NOT_REACHED}\n  {name}: {len(unseen)} pakketten, waaronder {unseen[0]}.")
        return UNKNOWN
    return OTHERS if other else NONE_OTHER


def findings(report: Dict[str, Any]) -> List[Finding]:
    return [
        Finding(
            package["name"],
            package["version"],
            (found["id"], *found.get("aliases", ())),
            tuple(found.get("fix_versions", ())),
        )
        for package in report["dependencies"]
        for found in package.get("vulns", ())
    ]


def is_accepted(finding: Finding, accepted: Dict[str, str]) -> bool:
    return any(accepted.get(name) == finding.package for name in finding.names)


if __name__ == "__main__":
    sys.exit(main())
