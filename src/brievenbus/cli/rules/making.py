"""Make a rule of what the user typed: of options alone, or with questions for what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from brievenbus.cli.mistakes import WrongUse
from brievenbus.cli.rules.common import Desk
from brievenbus.cli.rules.draft import Draft, given_in, option, problem_with_file
from brievenbus.cli.rules.interview import DEFAULTS, interview
from brievenbus.cli.rules.questions import FILE, can_ask
from brievenbus.cli.texts import say


def make(params: Mapping[str, Any], *, proposal: bool) -> int:
    """Make a rule; return the exit status. `params` are the options of the command."""
    desk = Desk(params["rules"], params["model"])
    answers = {"datum": date.today().isoformat()} | given_in(params)
    draft = Draft(desk, answers, params["file"], proposal=proposal)
    _refuse_wrong(draft)
    missing = [field for field in draft.needed() if not answers.get(field)]
    if not missing:
        _finish(draft)
    elif can_ask():
        interview(draft)
    else:
        raise WrongUse(say(FILE, "mist", opties=", ".join(map(option, missing))))
    return desk.session.status


def _refuse_wrong(draft: Draft) -> None:
    """Refuse what was given and is wrong, before anything is asked."""
    problems = [draft.problem(field, value) for field, value in draft.answers.items()]
    if draft.file is not None:
        problems.append(problem_with_file(str(draft.file)))
    wrong = [problem for problem in problems if problem]
    if wrong:
        raise WrongUse(" ".join(wrong))


def _finish(draft: Draft) -> None:
    """Save the rule without asking anything. Raises WrongUse where something is not right."""
    from brievenbus.rulebook.drafting import identity_for

    draft.answers = DEFAULTS | draft.answers
    draft.file = draft.file or draft.usual_file()
    draft.answers["id"] = draft.answers.get("id") or identity_for(draft.answers)
    if not draft.answers["id"]:
        raise WrongUse(say(FILE, "mist", opties=option("id")))
    problems = list(draft.problems())
    if problems:
        raise WrongUse("\n".join([say(FILE, "klopt_niet"), *problems]))
    draft.save()
