"""Groups of commands of which one needs no name: what is no verb goes to it."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class GroupWithDefault(TyperGroup):
    """A group whose command `default` is meant where the first word names none of its commands.

    >>> GroupWithDefault(name="review").default
    'desk'
    """

    default = "desk"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the name of the command that needs none where none stands."""
        first = args[0] if args else ""
        if first not in (*self.commands, *ctx.help_option_names):
            args = [self.default, *args]
        return list(super().parse_args(ctx, args))
