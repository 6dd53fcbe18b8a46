"""Bytes become text exactly, or are refused with a reason."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.documents.decoding import decode
from legation.model.errors import InputError

words = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t")
).map(lambda text: "a" + text)


@given(words)
def test_utf8_is_read_without_a_change(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.txt") == text


@given(words)
def test_utf16_with_its_mark_is_read_without_a_change(text: str) -> None:
    assert decode(text.encode("utf-16"), "a.txt") == text


def test_a_mark_of_utf8_stays_as_a_character() -> None:
    assert decode(codecs.BOM_UTF8 + b"Oslo", "a.txt") == "\ufeffOslo"


def test_the_ends_of_lines_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\r\nb\rc\n"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_a_document_of_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(InputError, match="LG-I001"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [b"\x7fELF\x00\x01", b"text\x00text", bytes(range(1, 9)) * 50, codecs.BOM_UTF16_LE + b"\0\0"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="LG-I002"):
        decode(data, "a.bin")


def test_a_wrong_encoding_is_refused_with_the_place_of_its_first_byte() -> None:
    with pytest.raises(InputError, match="LG-I003: byte 5 is not UTF-8"):
        decode("Bogotá".encode("latin-1"), "a.txt")


def test_half_a_unit_of_utf16_is_refused() -> None:
    with pytest.raises(InputError, match="LG-I003"):
        decode(codecs.BOM_UTF16_LE + b"a\0b", "a.txt")
