"""The options for the fields of a rule, by the names of the rule files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Target = Annotated[
    Path | None,
    typer.Option(
        "--file",
        metavar="PAD",
        help="Het bestand waarin de regel komt. Het hoeft nog niet te bestaan.",
    ),
]
Id = Annotated[
    str | None,
    typer.Option(
        "--id",
        metavar="NAAM",
        help="Hoe de regel heet. Anders maakt Brievenbus een naam van het woord.",
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--soort",
        metavar="SOORT",
        help="Wat voor regel het is: woord, zinsdeel, patroon, vakterm, afkorting, consistentie of "
        "drempel.",
    ),
]
Search = Annotated[
    list[str] | None,
    typer.Option(
        "--zoek", metavar="TEKST", help="Wat de regel vindt. U mag deze optie vaker gebruiken."
    ),
]
WordClass = Annotated[
    str | None,
    typer.Option(
        "--woordsoort", metavar="SOORT", help="Alleen dit soort woord, bijvoorbeeld werkwoord."
    ),
]
InCompounds = Annotated[
    str | None,
    typer.Option(
        "--samenstelling",
        metavar="DEEL",
        help="Zoek ook in langere woorden: aan het begin, het eind of beide.",
    ),
]
Choose = Annotated[
    list[str] | None,
    typer.Option(
        "--kies",
        metavar="TEKST",
        help="Wat de schrijver beter kan kiezen. Mag vaker; de beste eerst.",
    ),
]
Explain = Annotated[
    str | None,
    typer.Option("--leg-uit", metavar="TEKST", help="Bij een vakterm: de uitleg voor in de brief."),
]
ExplainedBy = Annotated[
    list[str] | None,
    typer.Option(
        "--al-uitgelegd",
        metavar="TEKST",
        help="Hieraan is te zien dat de brief het al uitlegt. Mag vaker.",
    ),
]
Measure = Annotated[
    str | None,
    typer.Option(
        "--maat", metavar="MAAT", help="Bij een drempel: wat de regel telt, zoals woorden_per_zin."
    ),
]
Limit = Annotated[
    str | None,
    typer.Option("--grens", metavar="GETAL", help="Bij een drempel: vanaf hoeveel het te veel is."),
]
Reason = Annotated[
    str | None,
    typer.Option("--uitleg", metavar="TEKST", help="Waarom dit beter is, in één of twee zinnen."),
]
NotWith = Annotated[
    list[str] | None,
    typer.Option("--niet-bij", metavar="TEKST", help="Hier is het woord wel goed. Mag vaker."),
]
OnlyWith = Annotated[
    list[str] | None,
    typer.Option(
        "--alleen-bij",
        metavar="TEKST",
        help="De regel geldt alleen als dit in dezelfde zin staat. Mag vaker.",
    ),
]
Severity = Annotated[
    str | None,
    typer.Option(
        "--ernst",
        metavar="ERNST",
        help="Hoe erg het is: fout, 'let op' of tip.",
        show_default="let op",
    ),
]
Rarer = Annotated[
    str | None,
    typer.Option(
        "--zeldzamer",
        metavar="TEKST",
        help="Komt uw woord minder vaak voor dan het moeilijke woord? Zeg waarom het toch beter is.",
    ),
]
Category = Annotated[
    str | None,
    typer.Option(
        "--rubriek", metavar="RUBRIEK", help="Bij welke rubriek de regel hoort, zoals stijl."
    ),
]
Wrong = Annotated[
    list[str] | None,
    typer.Option(
        "--fout", metavar="ZIN", help="Een zin waarin de regel iets moet vinden. Mag vaker."
    ),
]
Right = Annotated[
    list[str] | None,
    typer.Option(
        "--goed", metavar="ZIN", help="Een zin waarin de regel niets mag vinden. Mag vaker."
    ),
]
Audience = Annotated[
    list[str] | None,
    typer.Option("--doelgroep", metavar="NAAM", help="Alleen voor deze lezers. Mag vaker."),
]
Department = Annotated[
    list[str] | None,
    typer.Option("--afdeling", metavar="NAAM", help="Alleen voor deze afdeling. Mag vaker."),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--bron",
        metavar="NAAM",
        help="Wie de regel heeft gemaakt. Typ panel als die van een leesgroep komt.",
        show_default="redactie",
    ),
]
Session = Annotated[
    str | None, typer.Option("--sessie", metavar="NAAM", help="Bij panel: welke leesgroep.")
]
Read = Annotated[
    int | None,
    typer.Option("--gelezen", metavar="GETAL", help="Bij panel: hoeveel mensen het lazen."),
]
Stumbled = Annotated[
    int | None,
    typer.Option("--struikelden", metavar="GETAL", help="Bij panel: hoeveel het niet begrepen."),
]
Ruling = Annotated[
    str | None,
    typer.Option("--besluit", metavar="TEKST", help="Bij panel: welk besluit erbij hoort."),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--datum", metavar="DATUM", help="De dag, zoals 2026-11-21.", show_default="vandaag"
    ),
]
ProposedBy = Annotated[
    str | None, typer.Option("--door", metavar="NAAM", help="Wie de regel voorstelt.")
]
ProposedFor = Annotated[
    str | None, typer.Option("--reden", metavar="TEKST", help="Waarom u de regel voorstelt.")
]
By = Annotated[str, typer.Option("--door", metavar="NAAM", help="Wie dit besluit.")]
Why = Annotated[str, typer.Option("--reden", metavar="TEKST", help="Waarom.")]
