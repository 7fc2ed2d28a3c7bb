"""/widget.js, and how it is joined from its sources."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.web.widget.bundle import SOURCE, BundleError, bundle
from bot.web.widget.route import script, widget_route

LARGEST_BYTES = 20_000
# What a strict content policy forbids, and what the widget promises never to do.
_FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|cookie"
    r"|sessionStorage|EventSource|WebSocket|https?://(?!www\.w3\.org/2000/svg)"
)


@pytest.fixture
def browser() -> TestClient:
    return TestClient(Starlette(routes=[widget_route()]))


def test_it_is_small() -> None:
    assert len(script().compressed) <= LARGEST_BYTES


def test_any_page_may_load_it_and_keep_it_for_a_while(browser: TestClient) -> None:
    answer = browser.get("/widget.js")
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "max-age=3600" in answer.headers["cache-control"]


def test_it_is_compressed_for_who_can_read_that(browser: TestClient) -> None:
    compressed = browser.get("/widget.js", headers={"accept-encoding": "gzip"})
    plain = browser.get("/widget.js", headers={"accept-encoding": "identity"})
    assert compressed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert compressed.content == plain.content == gzip.decompress(script().compressed)


def test_who_has_it_is_told_that_it_is_still_the_same(browser: TestClient) -> None:
    tag = browser.get("/widget.js").headers["etag"]
    again = browser.get("/widget.js", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert browser.get("/widget.js", headers={"if-none-match": 'W/"x"'}).status_code == 200


def test_every_source_is_in_it() -> None:
    together = bundle()
    for path in SOURCE.glob("*.js"):
        names = re.findall(r"^(?:export )?(?:class|function) (\w+)", path.read_text(), re.MULTILINE)
        assert all(name in together for name in names), path.name


def test_no_source_does_what_a_strict_page_forbids() -> None:
    for path in SOURCE.iterdir():
        assert not _FORBIDDEN.search(path.read_text()), path.name


def write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text)
    return folder


def test_modules_stand_after_what_they_import(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        main='import { one } from "./one.js";\none();\n',
        one="// Why.\nexport function one() {\n  return 1;\n}\n",
    )
    assert bundle(folder) == '"use strict";(()=>{function one(){return 1;}\none();})();'


@pytest.mark.parametrize(
    ("modules", "reason"),
    [
        ({"main": 'import { b } from "./one.js";', "one": "export const a = 1;"}, "not export"),
        ({"main": 'import { a } from "./one.js";', "one": 'export { a } from "./x.js";'}, "export"),
        (
            {"main": 'import { a } from "./one.js";\nconst a = 2;', "one": "export const a = 1;"},
            "both in",
        ),
        (
            {
                "main": 'import { a } from "./one.js";\nexport const b = 1;',
                "one": 'import { b } from "./main.js";\nexport const a = 1;',
            },
            "circle",
        ),
        ({"main": 'import all from "./one.js";'}, "named imports"),
    ],
)
def test_what_cannot_be_joined_is_refused(
    modules: dict[str, str], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(BundleError, match=reason):
        bundle(write(tmp_path, **modules))
