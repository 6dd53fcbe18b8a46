"""How much of what a room does its tests hold: the share of small faults that they notice.

    make mutants
    build/mutants/bin/python benchmarks/mutants.py reconciliation --sample 110 --seed 2

Cosmic Ray makes the faults: a `<` for a `<=`, an `or` for an `and`, a number one too great. Of all
that it can make in a room a sample is drawn at random, and the tests of the room are run with each
until the first one fails: in a process of its own, into which the module comes with the fault, so
that no file is touched. What differs in annotations alone, which nothing runs, is no fault and is
not drawn. Faults that no test notices are printed; whether one of them is no fault at all, since
the code means the same with it, is for a reader to say.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import random
import resource
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.machinery import SourceFileLoader
from itertools import islice
from math import sqrt
from pathlib import Path
from types import CodeType

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "legation"
SLOW = {
    "ledger": ("adversity", "crew", "kills", "machine", "order", "postgresql"),
    "reconciliation": ("fact_properties", "state_properties"),
}
"""Tests that take long are left out, those of random input and of processes that are killed: what
they alone would notice counts as not noticed."""

READY = ("hypothesis.stateful", "sqlalchemy.dialects.sqlite", "yaml", "legation.entities.persons")
"""What is imported once, before the faults: nothing of it is in a room that is measured."""

_SECONDS = 120
"""Tests that take so long of a processor have noticed a fault: it goes round for ever."""

_PATIENCE = 6 * 60 * 60
"""After so many seconds by the clock nothing is known."""

_CONFIDENCE = 1.96


@dataclass(frozen=True)
class Fault:
    """A change that Cosmic Ray makes: in which file, by which operator, at which of its places."""

    file: Path
    operator: str
    place: int

    @property
    def code(self) -> str:
        """The source with the fault; as it is where there is none to be made."""
        from cosmic_ray.mutating import mutate_code
        from cosmic_ray.plugins import get_operator

        changed = mutate_code(_source(self.file), get_operator(self.operator)(), self.place)
        return changed or _source(self.file)

    @property
    def runs(self) -> bool:
        """Whether it is in what runs, and not in annotations alone."""
        try:
            return _shape(self.code) != _shape(_source(self.file))
        except SyntaxError:
            return False

    def told(self) -> Iterator[str]:
        """The file, the operator, and the lines as they were and as they are with it."""
        yield f"{self.file.relative_to(PACKAGE)}: {self.operator}"
        lines = (_source(self.file).splitlines(), self.code.splitlines())
        yield from (line for line in difflib.unified_diff(*lines, n=0) if line[2:3] not in "-+")


class _Bare(ast.NodeTransformer):
    """Takes annotations out of a tree."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(0)
        return self.generic_visit(node)


def main() -> None:
    """Measure one room, and print what no test noticed, and the score."""
    asked = _arguments().parse_args()
    os.chdir(ROOT)
    for name in READY:
        import_module(name)
    if _noticed(None, asked.room):
        sys.exit(f"the tests of {asked.room} fail without a fault")
    every = list(_faults(asked.room))
    random.Random(asked.seed).shuffle(every)
    drawn = list(islice((fault for fault in every if fault.runs), asked.sample))
    unnoticed = 0
    for fault in drawn:
        if not _noticed(fault, asked.room):
            unnoticed += 1
            print(*fault.told(), sep="\n    ", flush=True)
    low, high = _interval(len(drawn) - unnoticed, len(drawn))
    print(
        f"{asked.room}: {len(drawn) - unnoticed} of {len(drawn)} faults noticed, drawn from "
        f"{len(every)}: {1 - unnoticed / len(drawn):.0%} ({low:.0%} to {high:.0%})"
    )


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure how many small faults tests notice.")
    parser.add_argument("room", choices=("ledger", "reconciliation"))
    parser.add_argument("--sample", type=int, default=110, help="how many faults to draw")
    parser.add_argument("--seed", type=int, default=1, help="another one draws other faults")
    return parser


def _faults(room: str) -> Iterator[Fault]:
    """Every fault that Cosmic Ray can make in a room without being told more."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    operators = {name: get_operator(name) for name in operator_names()}
    for file in sorted((PACKAGE / room).rglob("*.py")):
        nodes = list(ast_nodes(get_ast(_source(file))))
        for name, operator in operators.items():
            if not operator.arguments():
                places = [at for node in nodes for at in operator().mutation_positions(node)]
                yield from (Fault(file, name, place) for place in range(len(places)))


def _noticed(fault: Fault | None, room: str) -> bool:
    """Whether a test of the room fails, or does not end, with the fault."""
    child = os.fork()
    if child == 0:
        _quiet()
        if fault:
            _put_in(fault)
        os._exit(int(pytest.main(_tests(room))))
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if ended == -signal.SIGALRM:
        sys.exit("the tests stand still; measure where there is less else to do")
    return ended != 0


def _quiet() -> None:
    """Let the process have its own group, an end, and nobody to talk to."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    signal.alarm(_PATIENCE)
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)


def _put_in(fault: Fault) -> None:
    """Have the module of the fault come with it wherever it is imported in this process."""
    held = SourceFileLoader.get_code
    code = fault.code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        if Path(loader.path).resolve() == fault.file:
            return compile(code, loader.path, "exec", dont_inherit=True)
        return held(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]


def _tests(room: str) -> list[str]:
    left_out = SLOW.get(room, ())
    files = sorted(Path("tests", room).glob("test_*.py"))
    kept = [str(file) for file in files if file.stem.removeprefix("test_") not in left_out]
    flags = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--without-postgresql"]
    flags += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # plugins are imported already
    flags += ["-k", "not flipped_bit"]
    return [*flags, *kept, f"src/legation/{room}"]


def _source(file: Path) -> str:
    return file.read_text("utf-8")


def _shape(code: str) -> str:
    return ast.dump(_Bare().visit(ast.parse(code)))


def _interval(noticed: int, drawn: int) -> tuple[float, float]:
    """Wilson's interval of a share, at 95 per cent."""
    share, square = noticed / drawn, _CONFIDENCE**2
    middle = (share + square / (2 * drawn)) / (1 + square / drawn)
    spread = sqrt(share * (1 - share) / drawn + square / (4 * drawn**2)) / (1 + square / drawn)
    return middle - _CONFIDENCE * spread, middle + _CONFIDENCE * spread


if __name__ == "__main__":
    main()
