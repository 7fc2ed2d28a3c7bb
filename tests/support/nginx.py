"""The real nginx with the configuration of deploy/, its certificate and ports put in as told there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.programs import answers, free_port, needed, running

_OURS = Path(__file__).resolve().parents[2] / "deploy" / "proxy"
# Files and not folders: whatever would be kept on disk on its way breaks.
_BLOCKED = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Proxy:
    http: int
    https: int
    #: To trust its certificate by.
    certificate: Path

    @property
    def url(self) -> str:
        return f"https://localhost:{self.https}"


@contextmanager
def nginx(folder: Path, *web_ports: int) -> Iterator[Proxy]:
    """In front of web processes on these ports."""
    program = needed("nginx", "/usr/sbin")
    shutil.copytree(_OURS, folder, dirs_exist_ok=True)
    proxy = Proxy(free_port(), free_port(), _certificate(folder / "certificates"))
    _change(
        folder / "nginx.conf",
        ("listen 80;", f"listen 127.0.0.1:{proxy.http};"),
        ("listen 443 ssl", f"listen 127.0.0.1:{proxy.https} ssl"),
    )
    servers = " ".join(f"server 127.0.0.1:{port};" for port in web_ports)
    _change(folder / "web.conf", ("server web:8080;", servers))
    with (folder / "web.conf").open("a") as more:
        for name in _BLOCKED:
            (folder / name).touch()
            more.write(f"{name}_temp_path {folder / name};\n")
    with running(
        [program, "-c", folder / "nginx.conf", "-g", f"daemon off; pid {folder / 'pid'};"],
        log=folder / "log",
        ready=lambda: answers(proxy.https),
    ):
        yield proxy


def _change(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text()
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_text(text)


def _certificate(folder: Path) -> Path:
    folder.mkdir()
    chain = folder / "fullchain.pem"
    subprocess.run(
        [
            *(needed("openssl"), "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"),
            *("-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=DNS:localhost", "-out", chain),
            *("-keyout", folder / "privkey.pem"),
        ],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return chain
