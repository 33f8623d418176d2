"""The audit as other software calls it."""

from __future__ import annotations

from pathlib import Path

from brievenbus.audit.printruns import PrintRuns, read_print_runs
from brievenbus.audit.run import AuditResult, Options, Tell, run
from brievenbus.audit.sources import is_url
from brievenbus.documents.errors import DocumentError
from brievenbus.letter import LetterKind
from brievenbus.settings import FailOn, Settings


def audit(
    folder: str | Path,
    *,
    output: str | Path,
    profile: str | None = None,
    department: str | None = None,
    kind: LetterKind | str | None = None,
    rules: tuple[str | Path, ...] = (),
    model: str | None = None,
    fail_on: FailOn | str | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
    resume: bool = False,
    cache: bool = True,
    baseline: str | Path | None = None,
    print_run: str | Path | None = None,
    without_text: bool = False,
    progress: Tell = lambda _: None,
) -> AuditResult:
    """Check every letter below a folder, and write the reports to the folder `output`.

    `folder` is a path, or a URL that fsspec knows. `profile` to `fail_on` go before what a
    ``brievenbus.toml`` beside the letters says. `workers` is the number of processes, as many as there
    are cores unless given; 1 is this process alone. `scheduler` is the address of a Dask cluster that
    does the work instead. `resume` goes on where an earlier call was stopped; without `cache`
    everything is worked out anew. `baseline` names a file with accepted findings, made where it is not
    there yet; `print_run` a CSV file with how often each letter is sent. With `without_text` the
    reports hold no text of a letter. `progress` is told how far it is.

    With more workers, call this below ``if __name__ == "__main__":``: each begins by importing the
    script that started it.

    Raises:
        DocumentError: when the folder cannot be read, the output cannot be written, another call is at
            work there, or the cluster is gone. What was done is kept.
        BaselineError, LanguageModelError, ProfileError: when what was chosen cannot be used.
    """
    place = str(folder)
    if not is_url(place) and not Path(place).is_dir():
        raise DocumentError(f"'{place}' is geen map. Geef de naam van een map met brieven.")
    settings = Settings(
        profile,
        department,
        None if kind is None else LetterKind(kind),
        tuple(Path(path).absolute() for path in rules),
        model,
        None if fail_on is None else FailOn(fail_on),
    )
    asked = Options(
        settings=settings,
        workers=workers,
        scheduler=scheduler,
        resume=resume,
        cache=cache,
        baseline=None if baseline is None else Path(baseline),
        print_runs=PrintRuns() if print_run is None else read_print_runs(Path(print_run)),
        without_text=without_text,
    )
    return run(place, Path(output), asked, progress)
