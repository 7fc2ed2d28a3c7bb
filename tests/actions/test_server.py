"""The action server answers our engine only, and tells nothing when it breaks."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.support.programs import free_port


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "actions"],
        env={**os.environ, "ACTIONS_PORT": str(port), "ACTIONS_SECRET": "geheim"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            if status(f"{address}/health") == 200:
                break
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(30)


def status(url: str, body: bytes | None = None, secret: str = "") -> int:
    request = urllib.request.Request(url, body, {"X-Actions-Secret": secret})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code
    except urllib.error.URLError:
        return 0


def test_health_is_open(address: str) -> None:
    assert status(f"{address}/health") == 200


def test_without_the_secret_nothing_else_is(address: str) -> None:
    assert status(f"{address}/webhook", b"{}") == 403
    assert status(f"{address}/actions") == 403
    assert status(f"{address}/webhook", b"{}", secret="fout") == 403


def test_a_broken_call_gives_no_conversation_back(address: str) -> None:
    body = b'{"next_action": "action_help", "tracker": {"geheim": "woord"}}'
    request = urllib.request.Request(f"{address}/webhook", body, {"X-Actions-Secret": "geheim"})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=10)
    assert b"woord" not in caught.value.read()
