"""Running a command as a program: streams, exit status, and no traceback for a user.

Exit status: 0 nothing found at or above ``--fail-on``; 1 findings; 2 wrong use, or a rule or
settings file that is not valid; 3 a file could not be read; 70 a fault in Brievenbus; 130 stopped
by the user.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from typing import Any

import typer
from typer._click.exceptions import NoArgsIsHelpError

from brievenbus.cli.mistakes import WRONG_USE, mistake_lines
from brievenbus.cli.output import note

NOTHING_FOUND = 0
FINDINGS = 1
NOT_READ = 3
FAULT = 70
STOPPED = 130

_ORDER = (NOTHING_FOUND, FINDINGS, NOT_READ, WRONG_USE)
"""Which status counts when there are more: the last."""


def worst(*statuses: int) -> int:
    """Return the status that counts: 2 outranks 3, and 3 outranks 1."""
    return max(statuses, key=_ORDER.index, default=NOTHING_FOUND)


def debugging() -> bool:
    """Whether the user asked for tracebacks (``BRIEVENBUS_DEBUG=1``)."""
    return os.environ.get("BRIEVENBUS_DEBUG", "") not in ("", "0")


def run_safely(run: Callable[[], Any]) -> int:
    """Run a command and return its exit status, with every mistake told in Dutch."""
    _replace_what_cannot_be_shown()
    try:
        status = run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except NoArgsIsHelpError as error:
        note(error.ctx.get_help())
        return WRONG_USE
    except typer.TyperException as error:
        note("\n".join(mistake_lines(error)))
        return error.exit_code
    except BrokenPipeError:
        _close_quietly()
        return FINDINGS
    except (KeyboardInterrupt, typer.Abort):
        status = STOPPED
    except Exception as error:
        if debugging():
            raise
        note(fault(error))
        return FAULT
    if status == STOPPED:
        note("Gestopt.")
    return status if isinstance(status, int) else NOTHING_FOUND


def fault(error: Exception) -> str:
    """Say that Brievenbus itself failed, and what the user can do."""
    return (
        f"Er ging iets mis binnen Brievenbus ({type(error).__name__}). Dat ligt niet aan u. "
        "Meld dit aan de beheerder. Voor de technische uitleg: zet BRIEVENBUS_DEBUG op 1 en "
        "probeer het opnieuw."
    )


def _replace_what_cannot_be_shown() -> None:
    """Let a terminal that is not UTF-8 show "?" rather than stop."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _close_quietly() -> None:
    """Nobody reads on: let what is left of the output go nowhere, also when Python stops."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
