"""Make the pictures of letters with comments and suggestions that stand in this folder.

Run from the root of the project: ``python docs/afbeeldingen/maken.py``. Wants LibreOffice (``soffice``),
poppler (``pdftoppm``) and Chromium.

A sample is checked and copied by the program itself, and LibreOffice makes the page of that copy: letter and
tracked changes are as it draws them. LibreOffice without a screen draws no comments in the margin (its option
`ExportNotesInMargin` does nothing then), so they are drawn here: each with the text and at the height that
LibreOffice gives them in the PDF, as many as there is place for, as in a window of Word.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]

SCALE = 1.35
"""Pixels of the picture for a point of the page."""

COLUMN = 400
"""Width of the margin with comments, in pixels."""

WITH_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
"""What LibreOffice makes: a PDF that has the comments as its own."""

EDGE = 92
"""Pixels between the text and the edge of the page."""

LARGEST = 200_000
"""Bytes of a picture."""

_NOTE = re.compile(rb"/Subtype /Text /Rect\[([\d. ]+)\].*?/Contents <FEFF([0-9A-F]+)>", re.DOTALL)

STYLE = """
body { margin: 0; font-family: "Liberation Sans", Arial, sans-serif; background: #f3f2f1; }
.page { position: absolute; left: 0; top: 0; background-repeat: no-repeat; }
.note { position: absolute; box-sizing: border-box; padding: 5px 9px; background: white;
  border-left: 4px solid #b8860b; font-size: 13px; line-height: 1.3; color: #222;
  box-shadow: 0 1px 2px #0003; white-space: pre-line; }
.note p { margin: 0; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; }
svg { position: absolute; left: 0; top: 0; }
"""


@dataclass(frozen=True)
class Picture:
    """What a picture shows: a sample checked in some way, and a band of its first page in points."""

    name: str
    sample: str
    options: tuple[str, ...]
    top: int
    bottom: int


PICTURES = (
    Picture("voorstellen", "terugvordering-origineel", ("--suggest",), 233, 497),
    Picture("opmerkingen", "kwijtschelding-origineel", ("--format", "word"), 30, 428),
)


@dataclass(frozen=True)
class Note:
    """A comment: where it is anchored on the page, in points from the top left, and its text."""

    x: float
    y: float
    text: str


def run(*command: object) -> None:
    """Run a program; what it says is shown only if it fails."""
    done = subprocess.run([*map(str, command)], capture_output=True, check=False, cwd=PROJECT)
    if done.returncode not in (0, 1):  # 1: the letter has findings
        raise SystemExit(f"{command[0]}: {done.stderr.decode(errors='replace')}")


def annotated(picture: Picture, folder: Path) -> Path:
    """Return the first page of the annotated sample as a PDF."""
    sample = folder / f"{picture.sample}.docx"
    shutil.copyfile(PROJECT / "samples" / sample.name, sample)
    run(sys.executable, "-m", "brievenbus", "check", *picture.options, sample)
    copy = sample.with_suffix(".nagekeken.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", WITH_NOTES, "--outdir", folder, copy)
    return copy.with_suffix(".pdf")


def notes(pdf: Path, height: float) -> list[Note]:
    """Return the comments of the first page in the order of the page, each text once per place."""
    data = pdf.read_bytes()
    first = re.search(rb"/Type\s*/Page/.*?/Annots\[([^\]]*)\]", data, re.DOTALL)
    wanted = set(re.findall(rb"(\d+) 0 R", first[1])) if first else set()
    found = []
    for number, body in re.findall(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj", data, re.DOTALL):
        match = _NOTE.search(body)
        if number in wanted and match:
            left, _, _, top = map(float, match[1].split())
            text = bytes.fromhex(match[2].decode()).decode("utf-16-be")
            found.append(Note(left, height - top, text.replace("\r", "\n")))
    return sorted(found, key=lambda note: (round(note.y), note.x))


def margin(picture: Picture, found: list[Note], left: int, bottom: int) -> str:
    """Return the comments that fit as HTML, with lines to their words."""
    cards, lines, at = [], [], 8.0
    for note in [each for each in found if picture.top <= each.y <= picture.bottom]:
        y = (note.y - picture.top + 6) * SCALE
        most = 9 if "\n" in note.text and not cards else 3
        rows = sum(1 + len(line) // 58 for line in note.text.split("\n"))
        height = 10 + 17 * min(most, rows)
        top = max(at, y - height / 2)
        if top + height > bottom:
            break
        cards.append(
            f'<div class="note" style="left:{left + 34}px;top:{top:.0f}px;width:{COLUMN - 46}px;'
            f'height:{height}px"><p style="-webkit-line-clamp:{most}">{html.escape(note.text)}</p></div>'
        )
        lines.append(f"M{left - EDGE} {y:.0f} H{left - 4} L{left + 34} {top + height / 2:.0f}")
        at = top + height + 6
    paths = "".join(f'<path d="{line}"/>' for line in lines)
    drawn = f'<g fill="none" stroke="#b8860b" stroke-opacity=".45">{paths}</g>'
    return f'<svg width="{left + COLUMN}" height="{bottom}">{drawn}</svg>{"".join(cards)}'


def make(picture: Picture, folder: Path) -> Path:
    """Make one picture."""
    pdf = annotated(picture, folder)
    run(
        "pdftoppm",
        "-hide-annotations",
        "-r",
        72 * SCALE,
        "-png",
        "-singlefile",
        pdf,
        folder / "page",
    )
    width, height = 595.3 * SCALE, round((picture.bottom - picture.top) * SCALE)
    beside = margin(picture, notes(pdf, 841.89), round(width), height)
    page = (
        f'<div class="page" style="width:{width:.0f}px;height:{height}px;'
        f'background-image:url(page.png);background-position:0 -{picture.top * SCALE:.0f}px"></div>'
    )
    (folder / "page.html").write_text(
        f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{page}{beside}',
        encoding="utf-8",
    )
    shot, target = folder / "shot.png", HERE / f"{picture.name}.png"
    run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--screenshot={shot}", f"--window-size={round(width) + COLUMN},{height}",
        (folder / "page.html").as_uri(),
    )  # fmt: skip
    if shot.stat().st_size > LARGEST:
        raise SystemExit(
            f"{target.name} would be {shot.stat().st_size} bytes; show less of the page."
        )
    shutil.copyfile(shot, target)
    return target


def main() -> None:
    """Make all pictures."""
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(PROJECT / "src"), os.environ.get("PYTHONPATH")])
    )
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as name:
            make(picture, Path(name))


if __name__ == "__main__":
    main()
