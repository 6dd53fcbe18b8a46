"""How a fact stands: agreed, disputed, superseded or corrected, by which rule, and from what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Status = Literal["agreed", "disputed", "superseded", "corrected"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The one status of a fact, the rule that gave it, and the claims that are its cause.

    `superseded`: the world changed, and a later fact ended it; `corrected`: a reviewer or a newer
    edition of its source says otherwise; `disputed`: sources differ, and both stay. The three are
    never mixed: what is corrected is nothing else, and what is disputed is not said to be
    superseded. `by` is the fact that superseded it or that it is in dispute with, by its id, and
    `note` what a reviewer said.
    """

    status: Status = "agreed"
    rule: str | None = None
    causes: tuple[str, ...] = ()
    by: str | None = None
    note: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The standing as a JSON object.

        >>> Standing().to_json()["status"]
        'agreed'
        """
        return {
            "status": self.status,
            "rule": self.rule,
            "causes": list(self.causes),
            "by": self.by,
            "note": self.note,
        }


AGREED = Standing()
