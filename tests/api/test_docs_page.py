"""The documentation page: everything the interface has, and nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from bot.api.problems import PROBLEMS
from bot.api.schema_words import type_nl
from bot.web.app import make_app
from tests.support.systems import API


class Page(HTMLParser):
    """Collects what a browser would fetch or run, the ids, and the links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fetched, self.ids, self.links, self.inline = [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("script", "style") or "style" in values or any(k[:2] == "on" for k in values):
            self.inline.append(tag)
        self.fetched += [values[k] for k in ("src",) if k in values]
        if tag == "link":
            self.fetched.append(values["href"])
        if tag == "a":
            self.links.append(values["href"])
        if "id" in values:
            self.ids.append(values["id"])


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(make_app())


@pytest.fixture(scope="module")
def html(client: TestClient) -> str:
    answer = client.get(f"{API}/docs")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict:
    return client.get(f"{API}/openapi.json").json()


def test_it_asks_nothing_of_a_third_party_and_runs_nothing(html: str) -> None:
    page = Page(html)
    assert page.fetched == ["/static/dossierwijzer.css", "data:,"]
    assert page.inline == []


def test_every_operation_parameter_and_shape_is_on_it(html: str, document: dict) -> None:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert f"{method.upper()} {path}" in html
            for parameter in operation.get("parameters", []):
                assert f"<code>{parameter['name']}</code>" in html
    for name in document["components"]["schemas"]:
        assert f'id="vorm-{name}"' in html


def test_every_link_on_the_page_leads_somewhere(html: str) -> None:
    page = Page(html)
    for link in page.links:
        assert link.removeprefix("#") in page.ids or link == f"{API}/openapi.json"
    assert len(page.ids) == len(set(page.ids))


def test_the_type_of_every_problem_leads_to_its_explanation(html: str) -> None:
    for slug in PROBLEMS:
        assert f'id="fout-{slug}"' in html


def test_everything_in_the_document_is_explained_in_words(document: dict) -> None:
    for methods in document["paths"].values():
        for operation in methods.values():
            assert operation["summary"] and operation["description"]
            assert all(part["description"] for part in operation.get("parameters", []))
    for name, schema in document["components"]["schemas"].items():
        for key, part in schema["properties"].items():
            assert part.get("description") or "$ref" in part, f"{name}.{key}"
            assert type_nl(part)


def test_every_shape_that_is_sent_or_taken_has_an_example_that_fits(document: dict) -> None:
    from bot.api import destruction_shapes, event_shapes, inputs, register_shapes, shapes

    for module in (destruction_shapes, event_shapes, inputs, register_shapes, shapes):
        for name, schema in document["components"]["schemas"].items():
            for example in schema.get("examples", []):
                if model := getattr(module, name, None):
                    model.model_validate(example)
                    assert set(example) == set(schema["properties"])


def test_text_of_the_document_cannot_become_markup() -> None:
    from bot.api.docs_page import prose

    assert prose("a <b> `c <d>`\n\ne") == "<p>a &lt;b&gt; <code>c &lt;d&gt;</code></p>\n<p>e</p>"


def test_the_webhook_is_described_with_its_headers(document: dict) -> None:
    headers = document["webhooks"]["gebeurtenis"]["post"]["parameters"]
    assert [part["name"] for part in headers if part["required"]] == [
        "x-dossierwijzer-event-id",
        "x-dossierwijzer-timestamp",
        "x-dossierwijzer-signature",
    ]
    assert not re.search("HTTPValidationError", str(document))
