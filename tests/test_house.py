"""The shape of the project: sizes, names, and what stands where."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.doors.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "legation"
LANGUAGES = PACKAGE / "languages"
DEMO = PACKAGE / "demo_documents"

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}
PLACES_OF_ONE_MACHINE = re.compile(r"(?<![\w.~])/(?:work|home|root|Users)/\w|[A-Z]:\\\\Users")
CODE = re.compile(r"\bLG-[A-Z]\d{3}\b")
TEXTS = {".py", ".md", ".toml", ".yaml", ".yml", ".svg", ".json"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def named(paths: list[Path]) -> list[object]:
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def publics(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    """Public functions and classes of a module, with the public methods of those classes."""
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from publics(node.body)


def texts_of_the_project() -> list[Path]:
    rooms = ["src", "tests", "docs", "genscripts", "benchmarks"]
    inside = [path for room in rooms for path in (ROOT / room).rglob("*")]
    texts = [path for path in [*ROOT.glob("*"), *inside] if path.suffix in TEXTS]
    return [path for path in texts if path.is_file() and path != Path(__file__)]


def files_below(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix() for path in paths}


def folders_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and path.name[0] != "_")


@pytest.mark.parametrize("path", named(modules()))
def test_a_file_is_about_one_noun_and_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", named(modules()))
def test_a_function_does_one_thing_and_is_short(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    sizes = {node.name: node.end_lineno - node.lineno + 1 for node in functions(tree)}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", named(modules()))
def test_what_is_public_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert [node.name for node in publics(tree.body) if not ast.get_docstring(node)] == []


def test_no_file_has_the_name_of_nothing_in_particular() -> None:
    assert [path for path in modules() if path.stem in NAMES_OF_NOTHING] == []
    assert [path for path in modules() if path.parent.name in NAMES_OF_NOTHING] == []


def test_the_project_names_no_place_of_one_machine() -> None:
    found = {
        str(path.relative_to(ROOT)): PLACES_OF_ONE_MACHINE.findall(path.read_text("utf-8"))
        for path in texts_of_the_project()
    }
    assert {path: places for path, places in found.items() if places} == {}


def test_every_room_of_the_package_has_its_tests() -> None:
    built = [room for room in folders_of(PACKAGE) if len(list(room.rglob("*.py"))) > 1]
    assert [room.name for room in built if not (ROOT / "tests" / room.name).is_dir()] == []


def test_no_two_files_of_tests_share_a_name() -> None:
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_test_has_a_sentence_for_its_name() -> None:
    paths = sorted((ROOT / "tests").rglob("test_*.py"))
    names = [node.name for path in paths for node in functions(ast.parse(path.read_text("utf-8")))]
    assert [name for name in names if name.startswith("test_") and name.count("_") < 3] == []


def test_every_language_has_the_same_files() -> None:
    packs = {pack.name: files_below(pack) for pack in folders_of(LANGUAGES)}
    everywhere = set().union(*packs.values())
    assert {name: everywhere - files for name, files in packs.items() if files != everywhere} == {}


def test_every_pair_of_the_demo_is_told_in_every_language() -> None:
    told = {folder.name: files_below(folder) for folder in folders_of(DEMO)}
    assert set(told) >= {"en", "fa", "bn"}
    assert all(len(files) >= 3 and files == told["en"] for files in told.values())


def test_the_readme_lists_every_command_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.partition("## Commands")[2].partition("\n## ")[0]
    assert set(re.findall(r"`legation ([a-z]+)", table)) == set(COMMANDS)


def test_every_code_of_an_error_is_in_the_documentation_and_no_other() -> None:
    raised = {code for path in modules() for code in CODE.findall(path.read_text("utf-8"))}
    listed = re.findall(
        r"^\| `(LG-[A-Z]\d{3})`", (ROOT / "docs" / "errors.md").read_text("utf-8"), re.M
    )
    assert sorted(listed) == sorted(raised)


def test_the_changelog_has_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## {re.escape(project['version'])}\b", changelog, re.M)
