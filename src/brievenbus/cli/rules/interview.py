"""Make a rule in a conversation: ask what is missing, try the rule, and let the user mend it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brievenbus.cli.rules.common import tell
from brievenbus.cli.rules.draft import Draft, problem_with_file
from brievenbus.cli.rules.questions import FILE, Choices, ask, pick
from brievenbus.cli.texts import say, texts

ORDER = (
    "soort", "zoek", "maat", "grens", "woordsoort", "kies", "leg_uit", "uitleg", "fout", "goed",
    "ernst", "doelgroep", "afdeling", "bron", "sessie", "gelezen", "struikelden", "besluit", "door",
    "reden",
)  # fmt: skip
"""The fields in the order in which they are asked."""

AFTERWARDS = (
    "samenstelling",
    "niet_bij",
    "alleen_bij",
    "al_uitgelegd",
    "zeldzamer",
    "rubriek",
    "id",
    "bestand",
)
"""What can be changed besides."""

DEFAULTS = {"ernst": "let op", "bron": "redactie"}
STOP, YES = "stop", "ja"


def interview(draft: Draft) -> None:
    """Ask until the rule is right and the user wants it, or stops."""
    tell([say(FILE, "begin")])
    for field in ORDER:
        if field in _worth_asking(draft) and not draft.answers.get(field):
            _ask(draft, field)
    if not draft.answers.get("id"):
        _ask(draft, "id")
    if draft.file is None:
        _ask(draft, "bestand")
    while not _agreed(draft):
        pass


def _agreed(draft: Draft) -> bool:
    """Try the rule and ask what to do: True where it is saved, or where the user stops."""
    from brievenbus.rulebook.yamltext import rule_lines

    changeable = {*_worth_asking(draft), *draft.answers, *AFTERWARDS}
    names = [field for field in (*ORDER, *AFTERWARDS) if field in changeable]
    listed = ", ".join(names)
    tell(["", say(FILE, "voorbeelden")])
    problems = list(draft.problems())
    if problems:
        tell(["", say(FILE, "klopt_niet"), *problems])
        answer = pick(say(FILE, "veranderen", namen=listed), [*names, STOP])
    else:
        tell(["", say(FILE, "zo_wordt_het"), "", *rule_lines(draft.entry())])
        question = say(FILE, "bewaren", bestand=draft.file, namen=listed)
        answer = pick(question, [*names, YES, STOP])
    if answer == STOP:
        tell([say(FILE, "niets_bewaard")])
    elif answer == YES:
        draft.save()
    else:
        _ask(draft, answer)
    return answer in (STOP, YES)


def _worth_asking(draft: Draft) -> set[str]:
    from brievenbus.rulebook.drafting import worth_asking

    return {*draft.needed(), *worth_asking(draft.answers)}


def _ask(draft: Draft, field: str) -> None:
    """Ask for one field and keep the answer."""
    from brievenbus.rulebook.drafting import LISTS, identity_for

    if field == "bestand":
        given = ask(field, "", problem_with_file, default=str(draft.usual_file()))
        draft.file = Path(given).expanduser()
        return
    if field == "id" and not draft.usual_name():
        tell(filter(None, [draft.taken(identity_for(draft.answers))]))
    usual = {"id": draft.usual_name()} | DEFAULTS
    draft.answers[field] = ask(
        field,
        str(draft.answers.get("soort", "")),
        lambda value: draft.problem(field, value),
        choices=_choices(draft, field),
        default=usual.get(field, ""),
        needed=field == "id" or field in draft.needed(),
        many=field in LISTS,
    )


def _choices(draft: Draft, field: str) -> Choices | None:
    """Return what can be chosen for a field, None where every answer goes."""
    if field == "maat":
        from brievenbus.rulebook.measures import MEASURES

        return MEASURES
    if field == "doelgroep":
        return {each.name: each.naam for each in draft.desk.readers()}
    if field == "rubriek":
        from brievenbus.findings import Category

        return {each.value: "" for each in Category}
    choices: Mapping[str, str] | None = texts(FILE)["keuze"].get(field)
    return choices
