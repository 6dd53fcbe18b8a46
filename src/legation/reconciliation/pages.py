"""Which page of the web a uri names, whatever archive, mirror or telephone it is read through."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from legation.model.tables import read_table

_WITHIN = re.compile(r"(?<=.)(https?:/{1,2}[^/].*)$", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d]{2,}")
_NUMBERED = re.compile(r"\d{3}")
_ANYWHERE = ("", "-", "bytes")


@lru_cache(maxsize=65536)
def page_of(uri: str) -> str | None:
    """The page that `uri` names, equal for its mirrors; None where it names none.

    A uri that holds another whole uri is a copy of that one, as archives and translators make
    them; a page with a number is one page in all languages in which its site shows it.

    >>> page_of("https://web.archive.org/web/2012/http://www.example.org/news/4711?utm_source=a")
    'example.org/news/4711'
    >>> page_of("https://example.org/fa/news/4711") == page_of("https://example.org/en/news/4711")
    True
    >>> page_of("notes/oslo.txt")
    'notes/oslo.txt'
    """
    if uri in _ANYWHERE:
        return None
    within = _WITHIN.search(unquote(uri))
    if within:
        return page_of(within[1])
    parts = urlsplit(uri)
    if parts.scheme not in ("http", "https"):
        return uri
    host = _plain_host(parts.hostname or "")
    steps = [step for step in parts.path.split("/") if step]
    query = [(name, value) for name, value in parse_qsl(parts.query) if not _is_noise(name)]
    if _NUMBERED.search(parts.path) or _NUMBERED.search(parts.query):
        host, steps, query = _without_language(host, steps, query)
    return "/".join([host, *steps]) + (f"?{urlencode(sorted(query))}" if query else "")


def host_of(uri: str) -> str | None:
    """The site of a uri as people name it; None for what is not of the web.

    >>> host_of("https://www.example.org/news/4711"), host_of("notes/oslo.txt")
    ('example.org', None)
    """
    page = page_of(uri)
    host = page.partition("/")[0].partition("?")[0] if page and page != uri else ""
    return host if _HOST.fullmatch(host) else None


def hosts_named(words: str) -> set[str]:
    """The sites that a text names by their addresses.

    >>> hosts_named("As www.Example.org reports, citing example.net.") == {
    ...     "example.org", "example.net"}
    True
    """
    return {_plain_host(found) for found in _HOST.findall(words.casefold())}


def _plain_host(host: str) -> str:
    """A host without what only says how it is read: www, mobile, a translator."""
    suffix = ".translate.goog"
    if host.endswith(suffix):
        host = host.removesuffix(suffix).replace("--", "\0").replace("-", ".").replace("\0", "-")
    labels = host.casefold().split(".")
    spared = {*labels[-2:]} if len(labels) > 2 else {*labels}
    return ".".join(each for each in labels if each in spared or each not in _table()["readers"])


def _is_noise(name: str) -> bool:
    return name.startswith("utm_") or name in _table()["noise"]


def _without_language(
    host: str, steps: list[str], query: list[tuple[str, str]]
) -> tuple[str, list[str], list[tuple[str, str]]]:
    languages = _table()["languages"]
    first, _, rest = host.partition(".")
    if first in languages and "." in rest:
        host = rest
    steps = [step for step in steps if step.casefold() not in languages]
    query = [(name, value) for name, value in query if value.casefold() not in languages]
    return host, steps, query


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, Any] = read_table("legation.reconciliation", "pages.yaml")
    return {name: frozenset(words) for name, words in table.items()}
