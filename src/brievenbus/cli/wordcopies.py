"""The copies of Word files that ``check`` makes: with our comments and changes, or without them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from brievenbus.cli.mistakes import WRONG_USE, WrongUse
from brievenbus.cli.output import cannot_write, note
from brievenbus.cli.running import NOT_READ
from brievenbus.cli.session import STDIN, Session
from brievenbus.documents.limits import DEFAULT
from brievenbus.report import Report

WORD = "docx"
"""The format of a letter of which an annotated copy can be made."""

MARK = ".nagekeken"
CLEAN = ".schoon"
"""What is put behind the name of a letter: in a copy with our marks, and in one without."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Where copies come: `target` is what the user named, `several` that there are more letters.

    `suggest` says that suggestions stand in the text as changes.
    """

    target: Path | None
    several: bool
    suggest: bool = False

    def refuse_impossible(self, files: list[Path], without_text: bool) -> None:
        """Refuse what cannot be with Word copies, before any work is done."""
        if STDIN in files:
            raise WrongUse(
                "Voor een kopie in Word is de naam van een Word-bestand nodig. Geef die op in "
                "plaats van -."
            )
        if without_text:
            raise WrongUse("Een kopie in Word bevat altijd de tekst. Laat --without-text weg.")
        if not self.several:
            return
        if self.target is None:
            raise WrongUse("Geef bij meer brieven een map voor de kopieën: --output MAP.")
        if self.target.exists() and not self.target.is_dir():
            raise WrongUse(
                f"'{self.target}' is geen map. Geef bij meer brieven een map op met --output."
            )

    def write(self, report: Report, source: Path, session: Session) -> None:
        """Write the annotated copy of one letter; where that cannot be, say so and go on."""
        name = f"{source.stem}{MARK}{source.suffix}"
        limits = session.settings(source).limits or DEFAULT

        def annotated(copy: Path, overwrite: bool) -> None:
            from brievenbus.reports.word import annotate_report

            if report.letter.format != WORD:
                raise WrongUse(
                    "Een kopie met opmerkingen kan alleen van een Word-bestand (.docx). Kies "
                    "--format html, of bewaar de brief eerst als Word-bestand."
                )
            result = annotate_report(
                report, source, copy, suggest=self.suggest, overwrite=overwrite, limits=limits
            )
            if result.marked_before:
                note(
                    f"{source}: hier stonden al opmerkingen van Brievenbus in. Haal die eerst weg "
                    "met --clean, dan staat alles er één keer."
                )
            if self.suggest:
                note(_told(len(result.suggested)))

        self._make(source, name, annotated, session, WRONG_USE)

    def clean(self, source: Path, session: Session) -> None:
        """Write a copy without our marks; where that cannot be, say so and go on."""
        name = f"{source.stem.removesuffix(MARK)}{CLEAN}{source.suffix}"
        limits = session.settings(source).limits or DEFAULT

        def cleaned(copy: Path, overwrite: bool) -> None:
            from brievenbus.documents.word.cleaning import clean

            result = clean(source, copy, overwrite=overwrite, limits=limits)
            if not result.comments and not result.changes:
                note(f"{source}: hier stond niets van Brievenbus in.")

        self._make(source, name, cleaned, session, NOT_READ)

    def _make(
        self,
        source: Path,
        name: str,
        make: Callable[[Path, bool], None],
        session: Session,
        status: int,
    ) -> None:
        from brievenbus.documents.errors import DocumentError

        in_folder = self.target is not None and (self.several or self.target.is_dir())
        overwrite = self.target is not None and not in_folder
        try:
            copy = self._place(source, name, in_folder)
            if copy.exists() and not overwrite:
                raise WrongUse(
                    f"'{copy}' bestaat al. Verwijder dat bestand, of kies met --output een andere "
                    "naam."
                )
            try:
                make(copy, overwrite)
            except OSError as error:
                raise cannot_write(copy) from error
        except WrongUse as error:
            note(f"{source}: {error}")
            session.fail(WRONG_USE)
        except DocumentError as error:
            note(f"{source}: {error}")
            session.fail(status)
        else:
            note(f"Gemaakt: {copy}")

    def _place(self, source: Path, name: str, in_folder: bool) -> Path:
        if self.target is None:
            return source.with_name(name)
        if not in_folder:
            return self.target
        try:
            self.target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self.target) from error
        return self.target / name


def _told(suggested: int) -> str:
    """Say how many suggestions stand in the text."""
    if suggested == 0:
        return "Er zijn geen voorstellen die in de tekst kunnen staan."
    if suggested == 1:
        return "In de tekst staat 1 voorstel. In Word kunt u het aannemen of weigeren."
    return f"In de tekst staan {suggested} voorstellen. In Word kunt u ze aannemen of weigeren."
