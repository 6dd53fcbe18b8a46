"""Forms of words and phrases, as the language packs write them.

A form is written as tokens with spaces between: `word` stands for itself, `word*` for every word
that begins so, `(a|b)` for either, also inside a word ('recogni(s|z)e') and inside one another,
`word?` or `(a|b)?` for what may be absent, `_` for any one word, `#` for a number, `~` for up to
three words of any kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from legation.extraction.tokens import tokenize
from legation.model.errors import DataError

ANY = "_"
NUMBER = "#"
_GAP = 3
_LITERAL = re.compile(r"[^()|\s?]+")
_MOST = 20_000


def expand(form: str) -> Iterator[tuple[str, ...]]:
    """Every run of words that a form stands for.

    Raises DataError where brackets do not pair, or where the form stands for too many runs.

    >>> sorted(expand("(cut|broke) off? ties"))
    [('broke', 'off', 'ties'), ('broke', 'ties'), ('cut', 'off', 'ties'), ('cut', 'ties')]
    """
    texts, end = _alternatives(form, 0)
    if end < len(form) or form.count("(") != form.count(")"):
        raise _fault(form, "its brackets do not pair")
    for text in dict.fromkeys(texts):
        words = tuple(word for piece in text.split() for word in _words(piece))
        if words:
            yield words


def _alternatives(form: str, at: int) -> tuple[list[str], int]:
    """The texts of form[at:] up to a closing bracket, and where that is."""
    done: list[str] = []
    texts = [""]
    while at < len(form) and form[at] != ")":
        if form[at] == "|":
            done, texts, at = [*done, *texts], [""], at + 1
            continue
        options, at = _option(form, at)
        texts = [t + option for t in texts for option in options]
        if len(texts) + len(done) > _MOST:
            raise _fault(form, f"it stands for more than {_MOST} runs of words")
    return [*done, *texts], at


def _option(form: str, at: int) -> tuple[list[str], int]:
    """What the next piece may be: a group, a word, a gap, a space."""
    if form[at] == "(":
        options, end = _alternatives(form, at + 1)
        end += 1
    elif form[at] == "~":
        options, end = [" ".join([ANY] * n) for n in range(_GAP + 1)], at + 1
    elif (match := _LITERAL.match(form, at)) is not None:
        options, end = [match[0]], match.end()
    else:
        return [" "], at + 1
    if end < len(form) and form[end] == "?":
        options, end = [*options, ""], end + 1
    return options, end


@lru_cache(maxsize=20_000)
def _words(piece: str) -> tuple[str, ...]:
    """The tokens of a piece; a star stays with the last."""
    if piece in (ANY, NUMBER):
        return (piece,)
    stars = piece.endswith("*") and len(piece) > 1
    body = piece.removesuffix("*") if stars else piece
    words = [t.text for t in tokenize(body, 0, len(body))]
    return (*words[:-1], words[-1] + "*") if stars and words else tuple(words)


def _fault(form: str, what: str) -> DataError:
    return DataError(
        "LG-D003",
        f"the form '{form[:80]}' cannot be read: {what}",
        where="a language's concepts.yaml or grammar.yaml",
        remedy="see legation/extraction/forms.py for how forms are written",
    )
