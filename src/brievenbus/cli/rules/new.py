"""`brievenbus rules new`: make a rule that holds at once."""

from __future__ import annotations

import typer

from brievenbus.cli import options
from brievenbus.cli.rules import fields
from brievenbus.cli.rules.making import make

HELP = """
Maak een nieuwe regel. U krijgt vragen, en Brievenbus probeert uw voorbeelden uit.

Geeft u alles op met opties? Dan krijgt u geen vragen.
"""


def new_rule(
    context: typer.Context,
    *,
    file: fields.Target = None,
    rules: options.Rules = None,
    model: options.Model = None,
    id: fields.Id = None,
    soort: fields.Kind = None,
    zoek: fields.Search = None,
    woordsoort: fields.WordClass = None,
    samenstelling: fields.InCompounds = None,
    kies: fields.Choose = None,
    leg_uit: fields.Explain = None,
    al_uitgelegd: fields.ExplainedBy = None,
    maat: fields.Measure = None,
    grens: fields.Limit = None,
    uitleg: fields.Reason = None,
    niet_bij: fields.NotWith = None,
    alleen_bij: fields.OnlyWith = None,
    ernst: fields.Severity = None,
    zeldzamer: fields.Rarer = None,
    rubriek: fields.Category = None,
    fout: fields.Wrong = None,
    goed: fields.Right = None,
    doelgroep: fields.Audience = None,
    afdeling: fields.Department = None,
    bron: fields.Source = None,
    sessie: fields.Session = None,
    gelezen: fields.Read = None,
    struikelden: fields.Stumbled = None,
    besluit: fields.Ruling = None,
    datum: fields.Day = None,
) -> None:
    """Make a rule of the options, which bear the names of the rule files, and of what is asked."""
    raise typer.Exit(make(context.params, proposal=False))
