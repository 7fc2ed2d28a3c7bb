"""Other languages are noticed; Dutch, also of the broken kind, is not refused."""

from __future__ import annotations

import pytest

from bot.engine.language import is_other_language

OTHER = [
    "Can I see my child's file?",
    "Çocuğumun dosyasını görebilir miyim?",
    "هل يمكنني رؤية ملف طفلي",
    "Чи можу я побачити справу моєї дитини",
    "Czy mogę zobaczyć dokumenty mojego dziecka",
    "hello how can i see the file of my son",
    "Kann ich die Akte meines Kindes einsehen?",
    "do you speak english",
]
DUTCH = [
    "mag ik het dossier zien",
    "privacy statement",
    "hoe zit het met google classroom en chromebook",
    "wat is de AVG",
    "data leak school",
    "mag school my son filmen",
    "foto op facebook en instagram zonder toestemming",
    "ma mag ze foto zien van die klas",
    "ik wil zien papier van mijn zoon school zegt nee mag dat",
    "ok",
]


@pytest.mark.parametrize("text", OTHER)
def test_another_language_is_noticed(text: str) -> None:
    assert is_other_language(text)


@pytest.mark.parametrize("text", DUTCH)
def test_dutch_passes(text: str) -> None:
    assert not is_other_language(text)
