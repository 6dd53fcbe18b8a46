"""A document is read from wherever it lies, in the language it is in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from legation.documents import Limits, open_document, read, supported_languages
from legation.model.errors import InputError, LanguageError, UsageError
from legation.model.spans import Span

ENGLISH = "Iraq closed its embassy in Minsk in 2003 and opened it again seven years later. "
PERSIAN = "سفارت ایران در مینسک در فوریه سال ۲۰۰۱ گشایش یافت و روابط دو کشور گسترش پیدا کرد. "
BENGALI = "বেলারুশের রাজধানী মিন্স্কে ইরাকের একটি দূতাবাস রয়েছে এবং ২০১০ সালে এটি আবার চালু হয়। "
SWEDISH = "Sverige erkände Estland år 1991 och öppnade en ambassad i Tallinn samma år. "


@pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH, "en"), (PERSIAN, "fa"), (BENGALI, "bn"), ("Iraq", "en")]
)
def test_the_language_of_a_document_is_seen(text: str, language: str) -> None:
    assert read(text.encode()).language == language


def test_a_language_that_is_given_is_believed() -> None:
    assert read(PERSIAN.encode(), language="en").language == "en"


def test_a_given_language_without_a_pack_is_refused() -> None:
    with pytest.raises(LanguageError, match="LG-I004"):
        read(ENGLISH.encode(), language="xx")


def test_a_language_without_a_pack_is_refused_with_those_that_have_one() -> None:
    with pytest.raises(LanguageError, match="LG-I004: the text is in 'sv'") as refusal:
        read(SWEDISH.encode())
    assert all(language in str(refusal.value) for language in supported_languages())


def test_a_document_without_letters_has_no_language() -> None:
    with pytest.raises(LanguageError, match="no language is seen"):
        read(b"1993 - 2001: 12 / 7")


def test_a_mixed_document_is_read_by_its_main_language() -> None:
    reading = open_document((PERSIAN * 3 + "\n" + ENGLISH * 2 + "\n" + PERSIAN * 3).encode())
    assert reading.document.language == "fa"
    assert [passage.language for passage in reading.foreign] == ["en"]
    assert "1 passage in another language left unread (en)" in reading.note


def test_a_span_in_a_foreign_passage_is_not_read() -> None:
    text = BENGALI * 3 + "\n" + ENGLISH * 2
    reading = open_document(text.encode())
    assert reading.reads(Span(0, 10))
    assert not reading.reads(Span(text.index("Minsk"), text.index("Minsk") + 5))


def test_a_file_keeps_its_carriage_returns(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"Iraq closed its embassy.\r\nIn Minsk.\r\n")
    assert read(file).text == "Iraq closed its embassy.\r\nIn Minsk.\r\n"


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="LG-I006"):
        read(tmp_path / "none.txt")


def test_a_document_beyond_the_bound_is_refused() -> None:
    read(ENGLISH.encode(), limits=Limits(bytes=len(ENGLISH)))
    with pytest.raises(InputError, match="LG-I005: the document has more than"):
        read(ENGLISH.encode(), limits=Limits(bytes=len(ENGLISH) - 1))


def test_a_line_beyond_the_bound_is_refused() -> None:
    read(b"Iraq\nOslo\n", limits=Limits(line=4))
    with pytest.raises(InputError, match="LG-I005: line 2"):
        read(b"Iraq\nMinsk", limits=Limits(line=4))


def test_standard_input_is_read_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        buffer = io.BytesIO(ENGLISH.encode() * 2)

    monkeypatch.setattr("sys.stdin", Stream)
    with pytest.raises(InputError, match="LG-I005"):
        read("-", limits=Limits(bytes=10))


@pytest.mark.parametrize("bound", ["0", "-1", "many"])
def test_a_bound_that_is_no_number_is_a_usage_error(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEGATION_MAX_BYTES", bound)
    with pytest.raises(UsageError, match="LG-U001"):
        read(ENGLISH.encode())
