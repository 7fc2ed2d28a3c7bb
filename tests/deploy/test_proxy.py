"""The proxy: the only door, with TLS, limits and no memory of who came by."""

from __future__ import annotations

import re
from pathlib import Path

from bot.requests.attachments import LARGEST_BYTES

CONFIG = (Path(__file__).resolve().parents[2] / "deploy" / "proxy" / "nginx.conf").read_text()


def values(name: str) -> list[str]:
    return re.findall(rf"^\s*{name} (.+);$", CONFIG, re.MULTILINE)


def test_it_speaks_current_tls_only_and_sends_others_there() -> None:
    assert values("ssl_protocols") == ["TLSv1.2 TLSv1.3"]
    assert values("return")[0] == "301 https://$host$request_uri"


def test_it_keeps_no_log_of_visitors() -> None:
    assert values("access_log") == ["off"]
    assert values("error_log") == ["/dev/stderr crit"]
    # Nor of what they sent or were shown, in files of its own.
    assert values("proxy_request_buffering") == ["off"]
    assert values("proxy_max_temp_file_size") == ["0"]


def test_what_a_visitor_claims_to_be_is_written_anew_on_every_way_in() -> None:
    # Once for all: a location with a header of its own would inherit none of these.
    assert values("proxy_set_header") == [
        'Connection ""',
        "Host $http_host",
        "X-Forwarded-For $remote_addr",
        "X-Forwarded-Proto $scheme",
    ]
    assert re.search(r"^  proxy_set_header X-Forwarded-For", CONFIG, re.MULTILINE)


def test_it_limits_how_much_and_how_often() -> None:
    (largest,) = values("client_max_body_size")
    assert LARGEST_BYTES < int(largest.removesuffix("m")) * 1024 * 1024 < 2 * LARGEST_BYTES
    assert values("limit_req_zone") and values("limit_req")
