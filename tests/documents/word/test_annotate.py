"""Remarks come out as comments on exactly the words they are about, and nothing else changes."""

from __future__ import annotations

import io
import random
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brievenbus.documents import DocumentError, read
from brievenbus.documents.remarks import Remark
from brievenbus.documents.word.annotate import annotate, takes_comment
from brievenbus.letter import Block

from .building import (
    CORPUS,
    anchored,
    codes,
    looks,
    paragraph,
    parts,
    run,
    seen,
    word_file,
)
from .test_read import MERGE

_COMMENT_PARTS = {
    "word/document.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
}

LETTER = word_file(
    paragraph(run("Beste "), run("lezer", "<w:b/>"), run(","))
    + paragraph(
        run("Wij ", '<w:color w:val="FF0000"/><w:i/>'),
        f"<w:hyperlink w:anchor='x'>{run('stellen het bedrag')}</w:hyperlink>",
        run(" voor u "),
        MERGE,
        f'<w:ins w:id="7" w:author="A">{run(" vast")}</w:ins>',
        run("  en betalen het.", "<w:u w:val='single'/>"),
    )
)


def annotated(tmp_path: Path, data: bytes, remarks: list[Remark], summary: str = "") -> bytes:
    """Return `data` with the remarks."""
    source, target = tmp_path / "brief.docx", tmp_path / "brief.nagekeken.docx"
    source.write_bytes(data)
    result = annotate(source, target, read(source), remarks, summary, overwrite=True)
    assert result.placed == len(remarks)
    assert source.read_bytes() == data
    return target.read_bytes()


def test_a_remark_stands_on_its_words(tmp_path: Path) -> None:
    text = "Wij stellen het bedrag voor u vandaag vast  en betalen het."
    start, end = text.index("stellen"), text.index("vast") + 4
    result = annotated(
        tmp_path, LETTER, [Remark(1, start, end, "Zeg het korter.\nBijvoorbeeld zo.")]
    )
    assert list(anchored(result).values()) == [text[start:end]]
    (comment,) = docx.Document(io.BytesIO(result)).comments
    assert comment.text == "Zeg het korter.\nBijvoorbeeld zo."
    assert (comment.author, comment.initials) == ("Brievenbus", "Bb")


_SPANS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 60), st.integers(1, 60)), max_size=6)


@given(spans=_SPANS)
@settings(max_examples=40, deadline=None)
def test_any_remarks_are_exact_and_change_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, spans: list[tuple[int, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("brief")
    texts = ["Beste lezer,", "Wij stellen het bedrag voor u vandaag vast  en betalen het."]
    remarks = []
    for block, start, length in spans:
        start %= len(texts[block])
        remarks.append(Remark(block, start, min(start + length, len(texts[block])), "Tip"))
    result = annotated(folder, LETTER, remarks, "Samenvatting")
    wanted = ["Beste ", *(around_the_field(texts[one.block], one) for one in remarks)]
    assert [text for _, text in sorted(anchored(result).items(), key=_number)] == wanted
    assert looks(result) == looks(LETTER)
    assert codes(result) == codes(LETTER)
    before, after = parts(LETTER), parts(result)
    assert {part for part in after if before.get(part) != after[part]} == _COMMENT_PARTS


def around_the_field(text: str, remark: Remark) -> str:
    """The words of a remark; where it begins or ends in the merge field, with the whole field."""
    start, end = remark.start, remark.end
    field = text.find("vandaag")
    if field >= 0:
        field_end = field + len("vandaag")
        start = field if field <= start < field_end else start
        end = field_end if field < end <= field_end else end
    return text[start:end]


def test_a_remark_never_stands_inside_a_field(tmp_path: Path) -> None:
    text = "Wij stellen het bedrag voor u vandaag vast  en betalen het."
    start = text.index("vandaag")
    result = annotated(tmp_path, LETTER, [Remark(1, start + 1, start + 3, "Tip")])
    depth = 0
    for element in docx.Document(io.BytesIO(result)).element.body.iter():
        kind = element.tag.rsplit("}", 1)[-1]
        if kind == "fldChar":
            depth += {"begin": 1, "end": -1}.get(element.values()[0], 0)
        assert not (depth and kind.startswith("comment"))
    assert list(anchored(result).values()) == ["vandaag"]


def _number(pair: tuple[str, str]) -> int:
    return int(pair[0])


@given(
    words=st.lists(st.sampled_from(["a", " b", "c ", "  ", "d e"]), min_size=1, max_size=8),
    start=st.integers(0, 20),
    length=st.integers(1, 20),
    preserved=st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_splitting_keeps_every_space(
    tmp_path_factory: pytest.TempPathFactory,
    words: list[str],
    start: int,
    length: int,
    preserved: bool,
) -> None:
    runs = [run(word) for word in ["x", *words, "y"]]
    data = word_file(paragraph(*runs))
    if not preserved:
        data = word_file(paragraph(*(one.replace(' xml:space="preserve"', "") for one in runs)))
    text = f"x{''.join(words)}y"
    start %= len(text)
    end = min(start + length, len(text))
    folder = tmp_path_factory.mktemp("brief")
    result = annotated(folder, data, [Remark(0, start, end, "Tip")])
    assert anchored(result) == {"0": text[start:end]}
    assert looks(result) == looks(data)


def test_same_input_same_bytes(tmp_path: Path) -> None:
    remarks = [Remark(1, 0, 3, "Tip")]
    assert annotated(tmp_path, LETTER, remarks) == annotated(tmp_path, LETTER, remarks)


def test_comments_that_were_there_stay(tmp_path: Path) -> None:
    document = docx.Document()
    words = document.add_paragraph().add_run("Wij betalen u het geld.")
    document.add_comment(words, "Klopt dit?", author="Collega", initials="C")
    output = io.BytesIO()
    document.save(output)
    result = annotated(tmp_path, output.getvalue(), [Remark(0, 4, 11, "Tip")], "Samenvatting")
    comments = list(docx.Document(io.BytesIO(result)).comments)
    assert [one.text for one in comments] == ["Klopt dit?", "Samenvatting", "Tip"]
    assert len({one.comment_id for one in comments}) == 3


def test_a_control_that_word_refills_is_marked_as_a_whole(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/></w:sdtPr>'
        f"<w:sdtContent>{run('gegevens van u')}</w:sdtContent></w:sdt>"
    )
    source, target = tmp_path / "brief.docx", tmp_path / "uit.docx"
    source.write_bytes(word_file(paragraph(run("Wij hebben "), control, run(" nodig."))))
    result = annotate(source, target, read(source), [Remark(0, 11, 19, "Tip")], "")
    assert result.approximate == 1
    assert list(anchored(target.read_bytes()).values()) == ["gegevens van u"]


def test_a_remark_across_paragraphs(tmp_path: Path) -> None:
    data = word_file(
        "".join(paragraph(run(line)) for line in ["De heer B", "Dorpsstraat 1", "1234 AB C"])
        + paragraph(run("Beste lezer,"))
    )
    result = annotated(tmp_path, data, [Remark(0, 3, 14, "Tip")])
    assert list(anchored(result).values()) == ["heer BDorp"]


def test_characters_that_xml_does_not_know_are_left_out(tmp_path: Path) -> None:
    result = annotated(tmp_path, LETTER, [Remark(1, 0, 3, "Zo\x00 <b>&\x0b")])
    assert [one.text for one in docx.Document(io.BytesIO(result)).comments] == ["Zo <b>&"]


def test_the_source_and_other_files_are_not_overwritten(tmp_path: Path) -> None:
    source, target = tmp_path / "brief.docx", tmp_path / "ander.docx"
    source.write_bytes(LETTER)
    target.write_bytes(b"bewaar mij")
    letter = read(source)
    with pytest.raises(DocumentError, match="over de brief zelf"):
        annotate(source, source, letter, [], "Hoi", overwrite=True)
    with pytest.raises(DocumentError, match="bestaat al"):
        annotate(source, target, letter, [], "Hoi")
    assert target.read_bytes() == b"bewaar mij"
    with pytest.raises(DocumentError, match="kan niet worden opgeslagen"):
        annotate(source, tmp_path / "weg" / "brief.docx", letter, [], "Hoi")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ander.docx", "brief.docx"]


def test_a_source_that_was_changed_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "brief.docx"
    source.write_bytes(LETTER)
    letter = read(source)
    source.write_bytes(word_file(paragraph(run("Iets anders."))))
    with pytest.raises(DocumentError, match="veranderd"):
        annotate(source, tmp_path / "uit.docx", letter, [Remark(1, 20, 30, "Tip")], "")


_LONG = 5_000
"""Longer files are read and annotated too, but not compared character by character."""


@pytest.mark.skipif(not CORPUS.is_dir(), reason="de map met Word-bestanden is er niet")
def test_real_files_are_annotated_exactly_or_refused(tmp_path: Path) -> None:
    chance = random.Random(20)
    target = tmp_path / "uit.docx"
    done = 0
    for source in sorted(CORPUS.glob("*.do*")):
        try:
            letter = read(source)
        except DocumentError:
            continue
        texts = [block.text if takes_comment(block) else "" for block in letter.blocks]
        remarks = _some_remarks(chance, texts)
        result = annotate(source, target, letter, remarks, "", overwrite=True)
        after = read(target)
        assert (after.text, after.warnings) == (letter.text, letter.warnings), source.name
        data, marked = source.read_bytes(), target.read_bytes()
        done += 1
        if len(letter.text) > _LONG:
            continue
        assert looks(marked) == looks(data), source.name
        assert codes(marked) == codes(data), source.name
        if not result.approximate:
            _check_anchors(marked, data, letter.blocks, remarks, source.name)
    assert done > 100


def _some_remarks(chance: random.Random, texts: list[str]) -> list[Remark]:
    remarks = []
    for _ in range(5 if texts else 0):
        block = chance.randrange(len(texts))
        if not texts[block]:
            continue
        start = chance.randrange(len(texts[block]))
        end = chance.randrange(start, min(len(texts[block]), start + 60)) + 1
        if texts[block][start:end].strip():
            remarks.append(Remark(block, start, end, "Tip"))
    return remarks


def _check_anchors(
    marked: bytes, data: bytes, blocks: tuple[Block, ...], remarks: list[Remark], file: str
) -> None:
    old = anchored_ids(data)
    texts = anchored(marked)
    new = [texts[key] for key in sorted(texts.keys() - old, key=int)]
    wanted = [blocks[one.block].text[one.start : one.end] for one in remarks]
    assert len(new) == len(wanted), file
    for found, text in zip(new, wanted, strict=True):
        assert "".join(seen(found).split()) == "".join(text.split()), file


def anchored_ids(data: bytes) -> set[str]:
    """Return the ids of the comments that a file already has."""
    try:
        return set(anchored(data))
    except AssertionError:
        return set()
