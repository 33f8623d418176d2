"""`brievenbus serve`: the checks for everyone in the building, in the browser and in other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brievenbus.cli import options
from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.output import note
from brievenbus.settings import Settings, find_settings, load_settings

if TYPE_CHECKING:
    pass

HELP = """
Zet Brievenbus klaar in de browser, voor iedereen in huis.

Zonder opties kan alleen deze computer erbij. Er gaat niets naar buiten.
"""

Host = Annotated[
    str,
    typer.Option(
        "--host",
        metavar="ADRES",
        help="Op welk adres de server luistert. Anders dan deze computer: dan is een sleutel nodig.",
    ),
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Op welke poort.")]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        max=256,
        help="Hoeveel brieven tegelijk.",
        show_default="zo veel als er processoren zijn",
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Option(
        "--name",
        metavar="NAAM",
        help="Een naam waaronder mensen de server kennen, zoals brieven.voorbeeldstad.nl. Dit mag "
        "vaker.",
    ),
]
TokenFile = Annotated[
    Path | None,
    typer.Option(
        "--token-file",
        metavar="BESTAND",
        help="Een bestand met de sleutel die mensen en programma's moeten geven.",
    ),
]
UserHeader = Annotated[
    str | None,
    typer.Option(
        "--user-header",
        metavar="KOP",
        help="De kop waarin een server ervoor meldt wie de gebruiker is.",
    ),
]
Proxies = Annotated[
    list[str] | None,
    typer.Option(
        "--proxy",
        metavar="ADRES",
        help="Het adres van de server ervoor, zoals '10.0.0.5'. Dit mag vaker.",
    ),
]
Seconds = Annotated[
    int,
    typer.Option("--seconds", min=1, max=3600, help="Hoeveel seconden één brief mag duren."),
]
Megabytes = Annotated[
    int, typer.Option("--megabytes", min=1, max=500, help="Hoe groot een bestand mag zijn.")
]
Memory = Annotated[
    int,
    typer.Option(
        "--memory",
        min=500,
        metavar="MB",
        help="Hoeveel geheugen één brief mag kosten.",
    ),
]
Waiting = Annotated[
    int,
    typer.Option(
        "--waiting", min=1, max=10_000, help="Hoeveel brieven er mogen wachten op hun beurt."
    ),
]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8081,
    workers: Workers = None,
    names: Names = None,
    token_file: TokenFile = None,
    user_header: UserHeader = None,
    proxies: Proxies = None,
    seconds: Seconds = 60,
    megabytes: Megabytes = 20,
    memory: Memory = 2_000,
    waiting: Waiting = 64,
    profile: options.Profile = None,
    department: options.Department = None,
    kind: options.Kind = None,
    rules: options.Rules = None,
    model: options.Model = None,
) -> None:
    """Run the server until it is stopped."""
    from brievenbus.web.config import ConfigError, ServerConfig, usable_cores
    from brievenbus.web.serving import serve as run

    absolute = tuple(path.absolute() for path in rules or ())
    norms = _norms(Settings(profile, department, kind, absolute, model))
    try:
        config = ServerConfig(
            host=host,
            port=port,
            workers=workers or usable_cores(),
            norms=norms,
            seconds=seconds,
            megabytes=megabytes,
            worker_megabytes=memory,
            waiting=waiting,
            hosts=tuple(names or ()),
            token=None if token_file is None else _token(token_file),
            user_header=user_header,
            proxies=tuple(proxies or ()),
        )
        run(config, note)
    except ConfigError as error:
        raise WrongUse(str(error)) from error


def _norms(given: Settings) -> Settings:
    """Return by what letters are checked: the options, then the settings of the folder."""
    from brievenbus.dutch.pipeline import LanguageModelError, load_pipeline
    from brievenbus.rulebook import RulebookError, load_rulebook
    from brievenbus.rulebook.profiles import ProfileError, load_profile

    found = find_settings(Path.cwd())
    settings, errors = load_settings(found) if found else (Settings(), ())
    for error in errors:
        note(str(error))
    norms = given.over(settings)
    try:
        if norms.profile:
            load_profile(norms.profile, norms.readers)
        for problem in load_rulebook(*norms.rules).errors:
            note(str(problem))
        if norms.model:
            load_pipeline(norms.model)
    except (ProfileError, RulebookError, LanguageModelError) as error:
        raise WrongUse(str(error)) from error
    return norms


def _token(path: Path) -> str:
    from brievenbus.web.config import SHORTEST_TOKEN
    from brievenbus.web.texts import say

    try:
        token = path.read_text("utf-8").strip()
    except (OSError, ValueError) as error:
        raise WrongUse(say("server.sleutel_lezen", bestand=path)) from error
    if (
        len(token) < SHORTEST_TOKEN
        or not token.isascii()
        or not token.isprintable()
        or " " in token
    ):
        raise WrongUse(say("server.sleutel_kort", bestand=path, tekens=SHORTEST_TOKEN))
    return token
