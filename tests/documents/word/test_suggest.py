"""Suggestions come into a letter as tracked changes that a writer accepts or rejects."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brievenbus.documents import DocumentError, read, read_bytes
from brievenbus.documents.edits import Edit, apply, smallest
from brievenbus.documents.remarks import AnnotationResult, Remark
from brievenbus.documents.word.annotate import annotate, takes_comment
from brievenbus.documents.word.cleaning import clean
from brievenbus.documents.word.package import open_package
from brievenbus.letter import Letter

from .building import CORPUS, paragraph, parts, run, word_file
from .changing import W, accepted, joined, rejected

BOLD = "<w:b/>"


def suggested(data: bytes, remarks: list[Remark], folder: Path) -> tuple[bytes, AnnotationResult]:
    """Return the file with the remarks and their suggestions."""
    source, target = folder / "brief.docx", folder / "brief.nagekeken.docx"
    source.write_bytes(data)
    result = annotate(source, target, read(source), remarks, "Samenvatting", overwrite=True)
    return target.read_bytes(), result


def cleaned(data: bytes, folder: Path) -> bytes:
    source, target = folder / "vies.docx", folder / "schoon.docx"
    source.write_bytes(data)
    clean(source, target, overwrite=True)
    return target.read_bytes()


def remark(letter: Letter, words: str, new: str | None) -> Remark:
    """Return a remark on the first place of `words`."""
    for number, block in enumerate(letter.blocks):
        start = block.text.find(words)
        if start >= 0:
            return Remark(number, start, start + len(words), "Tip", suggestion=new)
    raise LookupError(words)


def xml(data: bytes) -> str:
    return parts(data)["word/document.xml"].decode()


def test_the_smallest_change_of_words() -> None:
    old, new = "stellen het bedrag hierbij vast", "bepalen het bedrag"
    edits = smallest(old, new)
    assert edits == (Edit(0, 7, "bepalen"), Edit(18, 31, ""))
    assert apply(old, edits) == new


@given(st.text("ab .", max_size=30), st.text("ab .", max_size=30))
def test_edits_make_the_new_text(old: str, new: str) -> None:
    assert apply(old, smallest(old, new)) == new


def test_a_suggestion_keeps_the_looks_of_the_words(tmp_path: Path) -> None:
    data = word_file(paragraph(run("Wij "), run("verstrekken", BOLD), run(" u een formulier.")))
    letter = read_bytes(data, "brief.docx")
    marked, result = suggested(data, [remark(letter, "verstrekken", "geven")], tmp_path)
    assert len(result.suggested) == 1
    text = xml(marked)
    assert re.search(r'<w:del w:id="\d+" w:author="Brievenbus" w:date="[^"]+">', text)
    assert re.search(
        r"<w:ins [^>]+><w:r><w:rPr><w:b/></w:rPr><w:t[^>]*>geven</w:t></w:r></w:ins>", text
    )
    assert read_bytes(accepted(marked), "x.docx").text == "Wij geven u een formulier."
    assert read_bytes(rejected(marked), "x.docx").text == letter.text


def test_the_date_of_changes_can_be_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    data = word_file(paragraph(run("Wij verstrekken u een formulier.")))
    letter = read_bytes(data, "brief.docx")
    wanted = [remark(letter, "verstrekken", "geven")]
    marked, _ = suggested(data, wanted, tmp_path)
    assert 'w:date="2023-11-14T22:13:20Z"' in xml(marked)
    assert suggested(data, wanted, tmp_path)[0] == marked


PLACEHOLDER = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
    f"{run('verstrekken')}</w:sdtContent></w:sdt>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1 = 1</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    f'{run("verstrekken")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
FIXED = {
    "result of a field": FIELD,
    "simple field": f'<w:fldSimple w:instr="QUOTE">{run("verstrekken")}</w:fldSimple>',
    "prompt of a control": PLACEHOLDER,
    "someone's insertion": f'<w:ins w:id="4" w:author="Collega">{run("verstrekken")}</w:ins>',
    "bound control": (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr>'
        f"<w:sdtContent>{run('verstrekken')}</w:sdtContent></w:sdt>"
    ),
}


@pytest.mark.parametrize("content", FIXED.values(), ids=FIXED.keys())
def test_what_is_not_the_writers_to_change_gets_a_comment_only(
    content: str, tmp_path: Path
) -> None:
    data = word_file(paragraph(run("Wij "), content, run(" u een formulier voor de aanvraag.")))
    letter = read_bytes(data, "brief.docx")
    marked, result = suggested(data, [remark(letter, "verstrekken", "geven")], tmp_path)
    assert result.suggested == ()
    assert [each.text for each in docx.Document(io.BytesIO(marked)).comments] == [
        "Samenvatting",
        "Tip",
    ]
    assert read_bytes(accepted(marked), "x.docx").text == letter.text


def test_a_picture_between_the_words_is_never_deleted(tmp_path: Path) -> None:
    picture = "<w:r><w:t>ver</w:t><w:drawing/><w:t>strekken</w:t></w:r>"
    data = word_file(paragraph(run("Wij "), picture, run(" u een formulier.")))
    letter = read_bytes(data, "brief.docx")
    marked, result = suggested(data, [remark(letter, "verstrekken", "geven")], tmp_path)
    assert result.suggested == ()
    assert "<w:drawing/>" in xml(marked)


def test_of_two_suggestions_on_the_same_words_the_first_counts(tmp_path: Path) -> None:
    data = word_file(paragraph(run("Wij verstrekken u hierbij een formulier.")))
    letter = read_bytes(data, "brief.docx")
    first = remark(letter, "verstrekken u hierbij", "geven u")
    second = remark(letter, "hierbij", "nu")
    marked, result = suggested(data, [first, second], tmp_path)
    assert result.suggested == (first,)
    assert read_bytes(accepted(marked), "x.docx").text == "Wij geven u een formulier."


def test_a_comment_of_a_suggestion_outlives_its_acceptance(tmp_path: Path) -> None:
    data = word_file(paragraph(run("Wij verstrekken u hierbij een formulier.")))
    letter = read_bytes(data, "brief.docx")
    remarks = [remark(letter, "verstrekken u hierbij", "geven u"), remark(letter, "hierbij", None)]
    marked, _ = suggested(data, remarks, tmp_path)
    text = xml(accepted(marked))
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(re.findall(rf'<w:{kind} w:id="(\d+)"', text)) == ["0", "1", "2"]


def test_clean_takes_out_what_is_ours_and_nothing_else(tmp_path: Path) -> None:
    data = word_file(
        paragraph(
            run("Wij verstrekken u "),
            f'<w:ins w:id="9" w:author="Collega">{run("vandaag ")}</w:ins>',
            run("een formulier."),
        )
    )
    letter = read_bytes(data, "brief.docx")
    marked, _ = suggested(data, [remark(letter, "verstrekken", "geven")], tmp_path)
    after = cleaned(marked, tmp_path)
    assert joined(after) == joined(data)
    assert set(parts(after)) == set(parts(data))
    assert 'w:author="Collega"' in xml(after)


def test_an_accepted_suggestion_stays_when_the_letter_is_cleaned(tmp_path: Path) -> None:
    data = word_file(paragraph(run("Wij verstrekken u een formulier en verlenen u uitstel.")))
    letter = read_bytes(data, "brief.docx")
    remarks = [remark(letter, "verstrekken", "geven")]
    after = cleaned(accepted(suggested(data, remarks, tmp_path)[0]), tmp_path)
    assert read_bytes(after, "x.docx").text == "Wij geven u een formulier en verlenen u uitstel."
    assert "Brievenbus" not in xml(after)


def test_comments_of_others_stay_when_the_letter_is_cleaned(tmp_path: Path) -> None:
    document = docx.Document()
    words = document.add_paragraph("Wij verstrekken u een formulier.").runs
    document.add_comment(words, text="Zo bedoeld?", author="Collega", initials="C")
    buffer = io.BytesIO()
    document.save(buffer)
    data = buffer.getvalue()
    letter = read_bytes(data, "brief.docx")
    marked, _ = suggested(data, [remark(letter, "verstrekken", "geven")], tmp_path)
    after = cleaned(marked, tmp_path)
    assert [each.text for each in docx.Document(io.BytesIO(after)).comments] == ["Zo bedoeld?"]
    assert joined(after) == joined(data)


def test_only_a_word_file_can_be_cleaned(tmp_path: Path) -> None:
    source = tmp_path / "brief.txt"
    source.write_text("Beste lezer,", encoding="utf-8")
    with pytest.raises(DocumentError, match="Alleen uit een Word-bestand"):
        clean(source, tmp_path / "schoon.docx")


# Documents of all sorts of runs, fields, revisions and controls, and findings anywhere in them.

WORDS = st.lists(
    st.sampled_from(["wij", "sturen", "u", "een brief", "over", "het bedrag", "dat", "u betaalt"]),
    min_size=1,
    max_size=3,
).map(lambda words: " ".join(words) + " ")
LOOKS = st.sampled_from(["", BOLD, "<w:i/>", '<w:u w:val="single"/>'])
RUN = st.builds(run, WORDS, LOOKS)
PLAIN = st.one_of(
    RUN,
    st.builds(lambda one: f'<w:hyperlink w:anchor="a">{one}</w:hyperlink>', RUN),
    st.builds(lambda one: f"<w:smartTag>{one}</w:smartTag>", RUN),
    st.builds(
        lambda one: (
            f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{one}</w:sdtContent></w:sdt>"
        ),
        RUN,
    ),
    st.just('<w:proofErr w:type="spellStart"/>'),
    st.just('<w:bookmarkStart w:id="3" w:name="b"/><w:bookmarkEnd w:id="3"/>'),
    st.builds(
        lambda one, two: f"<w:r><w:t>{one}</w:t><w:tab/><w:t>{two}</w:t></w:r>", WORDS, WORDS
    ),
)
GUARDED = st.one_of(
    st.sampled_from(list(FIXED.values())),
    st.builds(
        lambda words: (
            f'<w:del w:id="8" w:author="C"><w:r><w:delText>{words}</w:delText></w:r></w:del>'
        ),
        WORDS,
    ),
    st.builds(lambda one: f'<w:ins w:id="5" w:author="C">{one}</w:ins>', RUN),
)


def documents(*content: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    line = st.lists(st.one_of(*content), min_size=1, max_size=8)
    lines = st.lists(line.map(lambda made: paragraph(run("Nu "), *made, run("dus."))), min_size=1)
    return lines.map(lambda made: word_file("".join(made[:4])))


SPANS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(1, 25), st.none() | WORDS),
    max_size=6,
)


def remarks_in(letter: Letter, spans: list[tuple[int, int, int, str | None]]) -> list[Remark]:
    found = []
    for block, start, length, new in spans:
        number = block % len(letter.blocks)
        text = letter.blocks[number].text
        first = start % len(text)
        end = min(len(text), first + length)
        found.append(Remark(number, first, end, "Tip", suggestion=new))
    return found


def words_of(text: str) -> list[str]:
    return text.split()


def as_suggested(letter: Letter, result: AnnotationResult) -> list[str]:
    """Return the words of the letter with the suggestions that were placed."""
    texts = [block.text for block in letter.blocks]
    for each in sorted(result.suggested, key=lambda one: -one.start):
        text = texts[each.block]
        texts[each.block] = text[: each.start] + (each.suggestion or "") + text[each.end :]
    return words_of("\n".join(texts))


def check_equalities(data: bytes, marked: bytes, result: AnnotationResult, folder: Path) -> None:
    letter = read_bytes(data, "x.docx")
    unlabelled = "\n".join(block.text for block in letter.blocks)
    after = read_bytes(accepted(marked), "x.docx")
    assert words_of("\n".join(b.text for b in after.blocks)) == as_suggested(letter, result)
    back = read_bytes(rejected(marked), "x.docx")
    assert words_of("\n".join(b.text for b in back.blocks)) == words_of(unlabelled)
    after_cleaning = cleaned(marked, folder)
    assert joined(after_cleaning) == joined(data)
    check_order(marked)


def check_order(data: bytes) -> None:
    """Hold that properties stand first, and that deleted runs hold deleted text only."""
    package = open_package(data)
    for element in package.root(package.main).iter(f"{W}r", f"{W}p"):
        kinds = [part.tag for part in element]
        for own in (f"{W}rPr", f"{W}pPr"):
            assert own not in kinds[1:]
    for element in package.root(package.main).iter(f"{W}del"):
        assert not list(element.iter(f"{W}t"))


@given(data=documents(PLAIN), spans=SPANS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_suggestion_on_the_writers_own_text_is_placed(
    data: bytes,
    spans: list[tuple[int, int, int, str | None]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.getbasetemp()
    letter = read_bytes(data, "x.docx")
    remarks = remarks_in(letter, spans)
    marked, result = suggested(data, remarks, folder)
    check_equalities(data, marked, result, folder)
    free: list[Remark] = []
    for each in remarks:
        text = letter.blocks[each.block].text[each.start : each.end]
        overlaps = any(
            each.block == one.block and each.start < one.end and one.start < each.end
            for one in free
        )
        if each.suggestion is not None and each.suggestion != text and not overlaps:
            free.append(each)
    assert set(result.suggested) == set(free)


@given(data=documents(PLAIN, GUARDED), spans=SPANS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_letter_holds_nothing_is_lost(
    data: bytes,
    spans: list[tuple[int, int, int, str | None]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.getbasetemp()
    letter = read_bytes(data, "x.docx")
    if letter.blocks:
        marked, result = suggested(data, remarks_in(letter, spans), folder)
        check_equalities(data, marked, result, folder)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="de map shared staat niet op deze computer")
def test_real_files_come_back_as_they_were(tmp_path: Path) -> None:
    done = 0
    for source in sorted(CORPUS.glob("*.do*")):
        try:
            letter = read(source)
        except DocumentError:
            continue
        if len(letter.text) > 30_000:
            continue
        data = source.read_bytes()
        remarks = [
            Remark(number, found.start(), found.end(), "Tip", suggestion="nu beter")
            for number, block in enumerate(letter.blocks)
            if takes_comment(block)
            for found in list(re.finditer(r"\w+", block.text))[2:3]
        ][:20]
        marked, _ = suggested(data, remarks, tmp_path)
        main = open_package(data).main
        assert joined(cleaned(marked, tmp_path), main) == joined(data, main), source.name
        changed = {name for name, part in parts(data).items() if parts(marked)[name] != part}
        assert all(
            "comments" in n or n.endswith(".rels") or n == main or "Types" in n for n in changed
        )
        docx_opens(data, marked)
        done += 1
    assert done > 100


def docx_opens(data: bytes, marked: bytes) -> None:
    """Hold that python-docx opens the copy where it opens the letter."""
    try:
        docx.Document(io.BytesIO(data))
    except Exception:  # python-docx opens no strict files, templates or files with macros
        return
    docx.Document(io.BytesIO(marked))
