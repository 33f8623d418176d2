"""`brievenbus init`: a folder with settings and room for own rules, to begin with."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.output import cannot_write
from brievenbus.cli.rules.common import tell
from brievenbus.documents.limits import DEFAULT
from brievenbus.settings import FILE_NAME as SETTINGS

HELP = """
Maak een map klaar met instellingen en plaats voor eigen regels.

Wat er al staat, blijft zoals het is.
"""

RULES = Path("regels")
PLACES = {
    "brievenbus.toml": Path(SETTINGS),
    "eigen-regels.yaml": RULES / "eigen-regels.yaml",
    "lees-mij.txt": RULES / "lees-mij.txt",
}
"""What is written, by its name in `cli/data/begin`, and where it comes in the folder."""

Folder = Annotated[
    Path, typer.Argument(metavar="MAP", help="De map. Zonder naam: de map waarin u nu bent.")
]


def init(folder: Folder = Path()) -> None:
    """Write what is not there yet, and say what is."""
    if folder.exists() and not folder.is_dir():
        raise WrongUse(f"'{folder}' is geen map. Geef de naam van een map.")
    made: list[Path] = []
    there: list[Path] = []
    for place, content in _contents().items():
        target = folder / place
        (made if _written(target, content) else there).append(target)
    tell(
        [
            *(f"Gemaakt: {each}" for each in made),
            *(f"Bestaat al, niet veranderd: {each}" for each in there),
            *([] if folder == Path() else [f"Ga eerst naar de map: cd {folder}"]),
            "Maak nu uw eerste regel: brievenbus rules new",
        ]
    )


def _contents() -> dict[Path, str]:
    """Return what belongs in the folder, by its place there."""
    from brievenbus.rulebook import schemafile
    from brievenbus.rulebook.profiles import load_profile, threshold_names

    begin = files("brievenbus.cli").joinpath("data", "begin")
    texts = {place: begin.joinpath(name).read_text("utf-8") for name, place in PLACES.items()}
    limits = {name: getattr(load_profile(), name) for name in threshold_names()}
    limits |= asdict(DEFAULT)
    settings = Path(SETTINGS)
    texts[settings] = texts[settings].format_map(limits)
    return texts | {RULES / schemafile.FILE_NAME: schemafile.schema_text()}


def _written(target: Path, content: str) -> bool:
    """Write a file where there is none yet; return whether that was done."""
    if target.is_symlink() or target.exists():
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as made:
            made.write(content)
    except OSError as error:
        raise cannot_write(target) from error
    return True
