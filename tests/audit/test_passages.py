"""Passages: what is the same, what is nearly the same, and that no text is kept of either."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brievenbus.audit.passages import Known, families, fold, passages_of, sketch
from brievenbus.documents import read_text
from brievenbus.letter import Block, BlockKind, Letter

SECRET = b"s" * 32
WORDS = st.lists(
    st.sampled_from([f"woord{a}{b}" for a in "abcdefgh" for b in "klmnopqr"]),
    min_size=20, max_size=60, unique=True,
)  # fmt: skip


def letter(*texts: str) -> Letter:
    return Letter("x", "txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


def known(texts: list[str]) -> list[Known]:
    found = passages_of(letter(*texts), {}, (), SECRET)
    return [Known(one["key"], one["sketch"], 1) for one in found]


@given(WORDS, st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_and_white_space_make_no_difference(words: list[str], a: int, b: int) -> None:
    one, other = known([f"{' '.join(words)} {a} euro", f"{'  '.join(words).upper()} {b} euro"])
    assert one == other


@given(WORDS, st.data())
def test_one_word_changed_is_the_same_family(words: list[str], data: st.DataObject) -> None:
    words = [*words, "nog", "tien", "gewone", "woorden", "aan", "het", "eind", "van", "de", "zin"]
    index = data.draw(st.integers(0, len(words) - 1))
    other = [*words[:index], "anders", *words[index + 1 :]]
    one, two = known([" ".join(words), " ".join(other)])
    assert one.key != two.key
    if len(words) >= 45 or index in (0, len(words) - 1):
        assert len(families([one, two])) == 1


@given(WORDS)
def test_other_words_are_another_family(words: list[str]) -> None:
    other = [f"{word}anders" for word in words]
    assert len(families(known([" ".join(words), " ".join(other)]))) == 2


@given(st.lists(WORDS, min_size=1, max_size=8), st.randoms())
def test_families_hold_each_passage_once_in_any_order(
    texts: list[list[str]], random: object
) -> None:
    found = list({one.key: one for one in known([" ".join(text) for text in texts])}.values())
    shuffled = found[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert families(found) == families(shuffled)
    assert sorted(key for family in families(found) for key in family) == sorted(
        one.key for one in found
    )


@given(st.text(max_size=200))
def test_any_text_has_a_sketch_without_it(text: str) -> None:
    made = sketch(text, SECRET)
    assert len(made) % 8 == 0
    assert len(made) <= 16 * 8
    assert set(made) <= set("0123456789abcdef")


def test_another_key_gives_other_hashes() -> None:
    text = letter("De aanvraag die u bij ons hebt gedaan is door ons ontvangen.")
    one, other = (passages_of(text, {}, (), secret)[0] for secret in (SECRET, b"t" * 32))
    assert one["key"] != other["key"]
    assert one["sketch"] != other["sketch"]


def test_merge_fields_are_alike() -> None:
    texts = [
        f"Geef {field} voor de aanvraag die u bij ons deed." for field in ("«naam»", "«adres»")
    ]
    one, other = (read_text(text, kind="text").blocks for text in texts)  # type: ignore[arg-type]
    assert [fold(block) for block in one] == [fold(block) for block in other]


def test_greetings_and_foreign_blocks_are_no_passages() -> None:
    text = letter("Met vriendelijke groet,", "De aanvraag die u deed is nu ontvangen.", "x " * 20)
    assert [one["start"] for one in passages_of(text, {1: 5}, {2}, SECRET)] == [text.starts[1]]
    assert passages_of(text, {1: 5}, {2}, SECRET)[0]["weight"] == 5
