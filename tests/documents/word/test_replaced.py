"""Anonymous copies of files: what `replaced` writes, and that nothing is left behind."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from brievenbus.documents import DocumentError, read, read_bytes
from brievenbus.privacy import anonymise, anonymise_bytes, find, hide

from .building import word_file
from .test_libreoffice import SOFFICE, converted

PERSONAL = (
    "Jansema", "Jannie", "Wierenga", "Wubbo", "Piet", "111222333", "Kerkstraat", "9601", "ABNA", "93253627", "k.wier",
)  # fmt: skip


def letter_in_word(path: Path) -> Path:
    """A letter with personal data in every place that a writer can put it."""
    file = docx.Document()
    properties = file.core_properties
    properties.author, properties.last_modified_by = "Jannie Jansema", "Wubbo"
    properties.title = "Brief aan Jansema"
    file.sections[0].header.paragraphs[0].text = "Dossier van mevrouw Jansema"
    file.sections[0].footer.paragraphs[0].text = "Bel 06-93253627"
    file.sections[0].first_page_header.paragraphs[0].text = "De heer Wubbo Wierenga"
    first = file.add_paragraph("Mevrouw ")
    first.add_run("A. Jan").bold = True
    first.add_run("sema").italic = True
    file.add_paragraph("Kerkstraat 12")
    file.add_paragraph("9601 AB Hoogezand")
    file.add_paragraph("Geachte mevrouw Jansema,")
    file.add_paragraph("Uw BSN is 111222333. Uw zoon Piet Jansema belde met Klaas Wierenga.")
    file.add_table(1, 2).cell(0, 1).text = "NL91ABNA0417164300"
    part = file.part
    part.relate_to(
        "mailto:k.wierenga@post.example",
        docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK,
        is_external=True,
    )
    run = file.add_paragraph("Dit is een zin.").runs[0]
    file.add_comment(run, text="Vraag dit aan Wubbo", author="Wubbo", initials="W")
    file.save(str(path))
    return path


def test_no_personal_word_is_left_in_any_part_of_a_word_file(tmp_path: Path) -> None:
    """Not in the text, headers that no page shows, comments, properties or links."""
    source = letter_in_word(tmp_path / "brief.docx")
    made = anonymise(source, tmp_path / "kopie.docx")
    with zipfile.ZipFile(tmp_path / "kopie.docx") as package:
        for part in package.namelist():
            data = package.read(part).decode("utf-8", errors="replace")
            assert [word for word in PERSONAL if word in data] == [], part
    assert any("opmerkingen" in note for note in made.notes)


def test_looks_stay_and_so_do_the_parts_without_personal_data(tmp_path: Path) -> None:
    """The stand-in has the looks of the first run; other parts are the same bytes."""
    source = letter_in_word(tmp_path / "brief.docx")
    before = source.read_bytes()
    anonymise(source, tmp_path / "kopie.docx")
    assert source.read_bytes() == before
    runs = docx.Document(str(tmp_path / "kopie.docx")).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs[:2]] == [
        ("Mevrouw ", None),
        ("I. Voorbeeld", True),
    ]
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / "kopie.docx") as new:
        for part in ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml"):
            assert old.read(part) == new.read(part)


def test_the_copy_reads_as_the_hidden_letter(tmp_path: Path) -> None:
    """What stands in the file is what was shown beforehand."""
    source = letter_in_word(tmp_path / "brief.docx")
    letter = read(source)
    chosen = find(letter)
    made = anonymise_bytes(source.read_bytes(), "brief.docx", found=chosen)
    assert read_bytes(made.data, "brief.docx").text == hide(letter, chosen).text


def test_the_same_file_gives_the_same_copy(tmp_path: Path) -> None:
    """To the byte."""
    data = letter_in_word(tmp_path / "brief.docx").read_bytes()
    assert anonymise_bytes(data, "b.docx").data == anonymise_bytes(data, "b.docx").data


@pytest.mark.parametrize("tag", ["ins", "del"])
def test_open_changes_are_refused(tag: str) -> None:
    """They would carry along what nobody was shown."""
    text = "delText" if tag == "del" else "t"
    body = f'<w:p><w:{tag} w:id="1" w:author="x"><w:r><w:{text}>Jansema</w:{text}></w:r></w:{tag}></w:p>'
    with pytest.raises(DocumentError, match="wijzigingen"):
        anonymise_bytes(word_file(body), "brief.docx")


def test_text_boxes_change_in_both_their_forms() -> None:
    """The form that Word shows, and the one for older programs."""
    box = "<w:txbxContent><w:p><w:r><w:t>Geachte mevrouw Jansema,</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    made = anonymise_bytes(word_file(body), "brief.docx").data
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        text = package.read("word/document.xml").decode()
    assert "Jansema" not in text
    assert text.count("Voorbeeld") == 2


def test_hidden_and_split_text_changes_too() -> None:
    """Text with the property hidden, and a number with a hyphen that does not break."""
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Geachte mevrouw Wierenga,</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Bel 06</w:t><w:noBreakHyphen/><w:t>93253627 nu.</w:t></w:r></w:p>"
    )
    made = anonymise_bytes(word_file(body), "brief.docx").data
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        text = package.read("word/document.xml").decode()
    assert "Wierenga" not in text
    assert "93253627" not in text
    assert read_bytes(made, "brief.docx").text == "Bel 06-00000001 nu."


def test_lines_of_a_text_stay_lines(tmp_path: Path) -> None:
    """Also where a name stands on two, and with the line ends of Windows."""
    source = tmp_path / "brief.txt"
    lines = [
        "Wij hebben uw aanvraag gekregen en wij hebben daar met de heer Geke",
        "Tjoelker over gesproken. Hij vertelde ons dat u binnenkort gaat verhuizen",
        "en dat u daarom geen nieuwe vergunning meer nodig hebt voor uw auto.",
    ]
    source.write_bytes("\r\n".join(lines).encode())
    anonymise(source, tmp_path / "kopie.txt")
    copied = (tmp_path / "kopie.txt").read_bytes().decode().split("\r\n")
    assert len(copied) == len(lines)
    assert copied[2] == lines[2]
    assert "Geke" not in copied[0]
    assert "Tjoelker" not in copied[1]


def test_a_letter_is_never_written_over(tmp_path: Path) -> None:
    """The copy has a name of its own."""
    source = letter_in_word(tmp_path / "brief.docx")
    with pytest.raises(DocumentError):
        anonymise(source, source, overwrite=True)


@pytest.mark.systeem
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) staat niet op deze computer")
def test_libreoffice_shows_the_copy_with_as_many_lines(tmp_path: Path) -> None:
    """It opens, and nothing but the words has changed."""
    source = letter_in_word(tmp_path / "brief.docx")
    anonymise(source, tmp_path / "kopie.docx")
    before = converted(source, "txt:Text", tmp_path).read_text(encoding="utf-8-sig")
    after = converted(tmp_path / "kopie.docx", "txt:Text", tmp_path).read_text(encoding="utf-8-sig")
    assert len(after.splitlines()) == len(before.splitlines())
    assert not any(word in after for word in PERSONAL)
