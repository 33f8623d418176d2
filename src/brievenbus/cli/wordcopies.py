"""Where the annotated copies of ``check --format word`` come, and writing them."""

from __future__ import annotations

from pathlib import Path

from brievenbus.cli.mistakes import WRONG_USE, WrongUse
from brievenbus.cli.output import cannot_write, note
from brievenbus.cli.session import STDIN, Session
from brievenbus.report import Report

WORD = "docx"
"""The format of a letter of which an annotated copy can be made."""

MARK = ".nagekeken"


def refuse_impossible(files: list[Path], target: Path | None, without_text: bool) -> None:
    """Refuse what cannot be with Word copies, before any work is done."""
    if STDIN in files:
        raise WrongUse(
            "Met --format word hoort de naam van een Word-bestand. Geef die op in plaats van -."
        )
    if without_text:
        raise WrongUse("Een kopie in Word bevat altijd de tekst. Laat --without-text weg.")
    if len(files) > 1 and target is None:
        raise WrongUse("Geef bij meer brieven een map voor de kopieën: --output MAP.")
    if len(files) > 1 and target is not None and target.exists() and not target.is_dir():
        raise WrongUse(f"'{target}' is geen map. Geef bij meer brieven een map op met --output.")


def write(
    report: Report, source: Path, target: Path | None, several: bool, session: Session
) -> None:
    """Write the annotated copy of one letter; where that cannot be, say so and go on."""
    from brievenbus.documents.errors import DocumentError

    in_folder = target is not None and (several or target.is_dir())
    try:
        copy = _place(source, target, in_folder)
        _annotate(report, source, copy, overwrite=target is not None and not in_folder)
    except (WrongUse, DocumentError) as error:
        note(f"{source}: {error}")
        session.fail(WRONG_USE)
    else:
        note(f"Gemaakt: {copy}")


def _place(source: Path, target: Path | None, in_folder: bool) -> Path:
    name = f"{source.stem}{MARK}{source.suffix}"
    if target is None:
        return source.with_name(name)
    if not in_folder:
        return target
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(target) from error
    return target / name


def _annotate(report: Report, source: Path, copy: Path, overwrite: bool) -> None:
    """Have the copy written; never over an existing file, unless the user named that file."""
    from brievenbus.reports.word import annotate_report

    if report.letter.format != WORD:
        raise WrongUse(
            "Een kopie met opmerkingen kan alleen van een Word-bestand (.docx). "
            "Kies --format html, of bewaar de brief eerst als Word-bestand."
        )
    if copy.exists() and not overwrite:
        raise WrongUse(
            f"'{copy}' bestaat al. Verwijder dat bestand, of kies met --output een andere naam."
        )
    try:
        annotate_report(report, source, copy, overwrite=overwrite)
    except OSError as error:
        raise cannot_write(copy) from error
