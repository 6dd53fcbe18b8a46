"""The tables of the package: YAML files beside the code that reads them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, the fast one where there is one; both must read the package alike."""


def read_table(package: str, name: str) -> Any:
    """What a table of a package holds, as lists, mappings and texts.

    >>> "visit" in read_table("legation.model", "kinds.yaml")
    True
    """
    return yaml.load(files(package).joinpath(name).read_text("utf-8"), LOADER)
