"""The options that several commands share, with their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brievenbus.letter import LetterKind
from brievenbus.settings import FailOn

Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAAM",
        help="Voor welke lezers de brief is: inwoner, laaggeletterd, jongere, ondernemer, "
        "professional of raad.",
        show_default="inwoner",
    ),
]
Department = Annotated[
    str | None,
    typer.Option(
        "--department",
        metavar="NAAM",
        help="Van welke afdeling de brief is. Dan tellen de regels van die afdeling mee.",
    ),
]
Kind = Annotated[
    LetterKind | None,
    typer.Option(
        "--kind",
        help="Een brief (letter) of een losse tekst (text). Bij een losse tekst hoeft er geen "
        "telefoonnummer of slotgroet in te staan.",
        show_default="letter",
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="PAD",
        help="Een bestand of map met uw eigen regels. U mag deze optie vaker gebruiken.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAAM",
        help="Het taalmodel: een naam of een map.",
        show_default="brievenbus-nl",
    ),
]
Fail = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        help="Wanneer de opdracht eindigt met code 1. Bij een fout: 'error'. Ook bij let op: "
        "'warning'. Nooit: 'never'.",
        show_default="error",
    ),
]
