"""Writes HTML whose text and attributes are always escaped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

_ALLOWED = "\t\n\r"
_UNPRINTABLE = {
    **{code: "\ufffd" for code in range(0x20) if chr(code) not in _ALLOWED},
    **dict.fromkeys(range(0x7F, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
"""What a page cannot hold: control characters and halves of characters, shown as replaced."""


class HtmlWriter:
    """Elements inside each other, and text between them.

    >>> page = HtmlWriter()
    >>> with page.element("p", class_="a"):
    ...     page.text("1 < 2")
    >>> page.html()
    '<!DOCTYPE html>\\n<p class="a">1 &lt; 2</p>\\n'
    """

    def __init__(self) -> None:
        self._tree = ElementTree.TreeBuilder()

    @contextmanager
    def element(self, tag: str, **attributes: str) -> Iterator[None]:
        """An element around what is written meanwhile; `class_` and `http_equiv` name theirs."""
        named = {k.rstrip("_").replace("_", "-"): printable(v) for k, v in attributes.items()}
        self._tree.start(tag, named)
        yield
        self._tree.end(tag)

    def leaf(self, tag: str, text: str = "", **attributes: str) -> None:
        """An element with nothing but text in it."""
        with self.element(tag, **attributes):
            self.text(text)

    def text(self, text: str) -> None:
        """Text as it is to be read, whatever stands in it."""
        self._tree.data(printable(text))

    def html(self) -> str:
        """The whole page, once its outermost element is closed."""
        whole = ElementTree.tostring(self._tree.close(), encoding="unicode", method="html")
        return f"<!DOCTYPE html>\n{whole}\n"


def printable(text: str) -> str:
    """The text with a replacement for each character that HTML does not allow.

    >>> printable("a" + chr(0) + "b")
    'a\ufffdb'
    """
    return text.translate(_UNPRINTABLE)
