"""Reads, checks and writes the wheel of a spaCy model."""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import Dict

NAME = "nl_core_news_sm"
VERSION = "3.4.0"


class WrongWheel(Exception):
    """This file is not the wheel that we want; the text says why, in Dutch."""


def wheel_name(version: str) -> str:
    return f"{NAME}-{version}-py3-none-any.whl"


def check_wheel(path: Path, *, version: str = VERSION) -> None:
    """Raises WrongWheel unless this is a whole wheel of the Dutch model in this version."""
    try:
        with zipfile.ZipFile(str(path)) as wheel:
            broken = wheel.testzip()
            if broken:
                raise WrongWheel(f"het bestand is beschadigd ({broken})")
            _check_names(wheel, version)
    except zipfile.BadZipFile as error:
        raise WrongWheel("het is geen wheel (zip-bestand)") from error
    except (KeyError, ValueError) as error:
        raise WrongWheel(f"het is geen wheel van {NAME} {version}") from error


def _check_names(wheel: zipfile.ZipFile, version: str) -> None:
    text = wheel.read(f"{NAME}-{version}.dist-info/METADATA").decode("utf-8")
    metadata = Parser().parsestr(text, headersonly=True)
    meta = json.loads(wheel.read(f"{NAME}/meta.json").decode("utf-8"))
    found = (str(metadata["Name"]).replace("-", "_"), metadata["Version"])
    inside = (f"{meta['lang']}_{meta['name']}", meta["version"])
    if not found == inside == (NAME, version):
        raise WrongWheel(f"het is {inside[0]} {inside[1]} en niet {NAME} {version}")


def write_wheel(folder: Path, files: Dict[str, bytes], *, version: str) -> Path:
    """Write a wheel with these files (path in the wheel -> content); returns its path."""
    info = f"{NAME}-{version}.dist-info"
    whole = dict(files)
    metadata = f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {version}\n"
    whole[f"{info}/METADATA"] = metadata.encode("utf-8")
    whole[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    whole[f"{info}/RECORD"] = _record(whole, info)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / wheel_name(version)
    with zipfile.ZipFile(str(path), "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in whole.items():
            wheel.writestr(name, content)
    return path


def _record(files: Dict[str, bytes], info: str) -> bytes:
    rows = []
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
        rows.append(f"{name},sha256={digest.decode('ascii')},{len(content)}\n")
    return "".join([*rows, f"{info}/RECORD,,\n"]).encode("utf-8")
