"""Writes src/legation/entities/data from CLDR, GeoNames and the sheets in supplement/.

    python genscripts/entities.py [--into FOLDER]

Needs the extra 'generate'. The same inputs give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from entity_tables import files

DATA = Path(__file__).parent.parent / "src" / "legation" / "entities" / "data"


def main() -> None:
    """Writes every table into a folder: the package's own, unless another is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=DATA, help="folder to write the tables to")
    folder = parser.parse_args().into
    for name, content in files.all_files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
