"""The diagram of reliability: how sure claims are, against how often they are right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import sqrt

from scoring.reliability import Bin

_SIDE, _EDGE, _RIGHT = 320, 50, 150
_COLOURS = ("#1b6ca8", "#b8602a", "#3f7d4e")
_HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" \
font-family="sans-serif" font-size="12" fill="#333">
<title>How often claims are right, by how sure they are</title>
<rect width="{width}" height="{height}" fill="#fff"/>
"""


def diagram(sets: Mapping[str, Sequence[Bin]]) -> str:
    """The diagram as SVG: a line of each set; a point's area is the number of its claims.

    >>> diagram({"aside": [Bin(0.7, 0.8, 2, 0.75, 0.5)]}).count("<circle")
    2
    """
    width, height = _SIDE + _EDGE + _RIGHT, _SIDE + 2 * _EDGE
    lines = [_HEAD.format(width=width, height=height), *_axes()]
    for at, (name, held) in enumerate(sets.items()):
        lines += _line(held, _COLOURS[at % len(_COLOURS)])
        lines += _legend(name, at, _COLOURS[at % len(_COLOURS)])
    return "\n".join([*lines, "</svg>", ""])


def _x(share: float) -> float:
    return round(_EDGE + share * _SIDE, 1)


def _y(share: float) -> float:
    return round(_EDGE + (1 - share) * _SIDE, 1)


def _axes() -> list[str]:
    middle, below = _x(0.5), _y(0) + 36
    lines = [
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" stroke="#333" fill="none"/>',
        f'<text x="{middle}" y="{below}" text-anchor="middle">confidence</text>',
        f'<text x="14" y="{_y(0.5)}" text-anchor="middle" '
        f'transform="rotate(-90 14 {_y(0.5)})">share that is right</text>',
    ]
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        lines.append(f'<text x="{_x(tick)}" y="{_y(0) + 18}" text-anchor="middle">{tick}</text>')
        lines.append(f'<text x="{_x(0) - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick}</text>')
    return lines


def _line(held: Sequence[Bin], colour: str) -> list[str]:
    points = " ".join(f"{_x(b.chance)},{_y(b.right)}" for b in held)
    marks = [
        f'<circle cx="{_x(b.chance)}" cy="{_y(b.right)}" r="{2 + sqrt(b.claims) / 3:.1f}" '
        f'fill="{colour}" fill-opacity="0.6"><title>{b.claims} claims</title></circle>'
        for b in held
    ]
    return [f'<polyline points="{points}" fill="none" stroke="{colour}"/>', *marks]


def _legend(name: str, at: int, colour: str) -> list[str]:
    x, y = _x(1) + 24, _y(1) + 22 * at
    return [
        f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>',
        f'<text x="{x + 12}" y="{y + 4}">{escape(name)}</text>',
    ]
