"""Files are what they say they are, not too large, and have harmless names."""

from __future__ import annotations

import pytest

from bot.requests.attachments import (
    LARGEST_BYTES,
    FileRefused,
    attachments_by_id,
    clean_name,
    media_type_of,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 32


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("brief.PDF", b"%PDF-1.7", "application/pdf"),
        ("foto.png", PNG, "image/png"),
        ("brief.txt", "Één".encode(), "text/plain"),
    ],
)
def test_known_files_are_taken(name, content, found) -> None:
    assert media_type_of(name, content) == found


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brief.pdf", b"MZ\x90\0" + b"\0" * 64),
        ("foto.png.exe", PNG),
        ("pagina.html", b"<script>alert(1)</script>"),
        ("pagina.txt", b"\xff\xfe\0\0"),
        ("tekening.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("archief.zip", b"PK\x03\x04" + b"\0" * 64),
    ],
)
def test_other_files_are_refused_with_what_is_possible(name, content) -> None:
    with pytest.raises(FileRefused, match="Kies pdf"):
        media_type_of(name, content)


def test_an_empty_and_a_huge_file_are_refused() -> None:
    with pytest.raises(FileRefused, match="leeg"):
        media_type_of("a.txt", b"")
    with pytest.raises(FileRefused, match="15 MB"):
        media_type_of("a.txt", b"a" * (LARGEST_BYTES + 1))


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a"b\r\nc.pdf', "a_b__c.pdf"),
        ("\u202efdp.exe", "_fdp.exe"),
        ("   ", "bestand"),
    ],
)
def test_names_cannot_lead_anywhere(name, clean) -> None:
    assert clean_name(name) == clean


def test_no_ids_find_no_files(session) -> None:
    from tests.support.office import file_at, make_school

    assert list(attachments_by_id(session, file_at(session, make_school(session)), ())) == []
