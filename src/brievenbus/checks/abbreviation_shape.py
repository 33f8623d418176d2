"""What looks like an abbreviation: by its letters alone, without knowing what it stands for.

Capitals (*CIZ, IOAW*), capitals and small letters (*Wmo, Awb, PvdA*), or small letters with or without
points (*i.h.k.v., tbv*). What Dutch could say as a word (*Jan*), or what is a word in capitals (*NIET*),
is none.
"""

from __future__ import annotations

import re

from brievenbus.checks.wordlists import word_list
from brievenbus.dutch.abbreviations import LETTERS_WITH_POINTS
from brievenbus.dutch.lexicon import Lexicon
from brievenbus.dutch.remembering import remembered
from brievenbus.dutch.spelling import frequency

_CAPITALS = re.compile(r"[A-Z]{2,8}|[A-Z]&[A-Z]")
_MIXED = re.compile(r"(?=.{3,8}$)(?:[A-Z]+[a-z]{0,2})+")
"""*PvdA, VvE, WvSr*: more small letters in a row make a name (*McDonald, YouTube*)."""
_ONE_CAPITAL = re.compile(r"[A-Z][a-z]{1,5}")
_SMALL = re.compile(r"[a-z]{2,5}")
_ENDING = re.compile(r"(?:['’](?:s|er|ers|tje|tjes)|-[a-zé].*)$")
"""What may be put behind an abbreviation: *PGB's, Wmo'er, CIZ-indicatie*."""

OFTEN = {2: 6.0, 3: 5.3, 4: 4.3}
"""Zipf value from which so many letters in capitals are a word, and no abbreviation: *NIET, HET, UW*;
a longer string need only be known (own judgement). *WIA* and *BAG* are words of subtitles by chance."""
KNOWN = 2.0

SMALL_WORD = 3.5
"""Zipf value from which what Dutch cannot say is a word of its own (*pst, hm*; own judgement)."""

NAME = 2.5
"""Zipf value from which what Dutch cannot say is a name that subtitles have (*Marc*; own judgement)."""


def core(word: str) -> str:
    """Return an abbreviation without what is put behind it: *PGB's* gives PGB, *CIZ-indicatie* CIZ."""
    return _ENDING.sub("", word)


@remembered
def is_abbreviation_shaped(word: str) -> bool:
    """Whether a word looks like an abbreviation, with or without an ending."""
    bare = core(word)
    return is_capital_abbreviation(bare) or is_mixed(bare) or is_dotted(word) or is_small(bare)


def is_capital_abbreviation(word: str) -> bool:
    """Whether a word is an abbreviation in capitals: *CIZ*, not *NIET* and no Roman number."""
    if word in word_list("bekende_afkortingen") and word.isupper():
        return True
    if not _CAPITALS.fullmatch(word) or is_roman(word):
        return False
    lower = word.lower()
    if len(word) not in OFTEN and Lexicon.load().noun_type(lower) is not None:
        return False
    return frequency(lower) < OFTEN.get(len(word), KNOWN)


def is_mixed(word: str) -> bool:
    """Whether a word is an abbreviation with small letters: *Wmo, PvdA*, not *Jan* or *McDonald*."""
    if word in word_list("gemengde_afkortingen"):
        return True
    if _ONE_CAPITAL.fullmatch(word):
        if word in word_list("titels_voor_namen") or frequency(word.lower()) >= NAME:
            return False
        return not pronounceable(word.lower())
    capitals = sum(letter.isupper() for letter in word)
    return bool(_MIXED.fullmatch(word)) and 2 <= capitals < len(word)


def is_dotted(word: str) -> bool:
    """Whether a word is made of small letters with points: *i.h.k.v., N.a.v.*, not the initials *A.B.*."""
    return bool(LETTERS_WITH_POINTS.match(word)) and word[1:].islower()


_ROMAN = re.compile(r"(?:X[LC]|L?X{0,3})(?:IX|IV|V?I{0,3})")


def is_small(word: str) -> bool:
    """Whether a word is an abbreviation in small letters without points: *tbv, pgb*."""
    if not _SMALL.fullmatch(word) or frequency(word) >= SMALL_WORD or pronounceable(word):
        return False
    return word.capitalize() not in word_list("titels_voor_namen")


def may_be_name(word: str) -> bool:
    """Whether a word in capitals may be said as a name: *JOVRA*, not *UMCG* or *IOAW*."""
    listed = {each.upper() for each in word_list("gemengde_afkortingen")}
    return word.isupper() and len(word) > 3 and word not in listed and pronounceable(word.lower())


def is_roman(word: str) -> bool:
    """Whether a word is a Roman number under a hundred: *IV*, not *CD* or *MIX*."""
    return bool(word) and bool(_ROMAN.fullmatch(word))


_ONSETS = frozenset(
    [
        "b",
        "c",
        "d",
        "f",
        "g",
        "h",
        "j",
        "k",
        "l",
        "m",
        "n",
        "p",
        "q",
        "r",
        "s",
        "t",
        "v",
        "w",
        "x",
        "z",
        "bl",
        "br",
        "bj",
        "ch",
        "chr",
        "cl",
        "cr",
        "dr",
        "dw",
        "dj",
        "fl",
        "fr",
        "fj",
        "gl",
        "gr",
        "gn",
        "gh",
        "hj",
        "kl",
        "kn",
        "kr",
        "kw",
        "kh",
        "ll",
        "mc",
        "ph",
        "pl",
        "pr",
        "ps",
        "pn",
        "sc",
        "sch",
        "scr",
        "schr",
        "sh",
        "sj",
        "sk",
        "skr",
        "sl",
        "sm",
        "sn",
        "sp",
        "spl",
        "spr",
        "squ",
        "st",
        "str",
        "sv",
        "sw",
        "sz",
        "th",
        "thr",
        "tj",
        "tr",
        "ts",
        "tsj",
        "tw",
        "vl",
        "vr",
        "wr",
        "wh",
        "zw",
    ]
)
_CODAS = frozenset(
    [
        "b",
        "c",
        "d",
        "f",
        "g",
        "h",
        "k",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "v",
        "w",
        "x",
        "z",
        "j",
        "bb",
        "bs",
        "ch",
        "chs",
        "cht",
        "chts",
        "chtst",
        "ck",
        "cks",
        "ct",
        "cts",
        "dd",
        "ds",
        "dt",
        "ff",
        "ft",
        "fts",
        "gd",
        "gg",
        "gs",
        "gt",
        "gst",
        "ks",
        "kst",
        "kt",
        "kts",
        "ld",
        "lds",
        "lf",
        "lfs",
        "lft",
        "lg",
        "lgt",
        "lk",
        "lks",
        "lkt",
        "ll",
        "lls",
        "lm",
        "lms",
        "ln",
        "lp",
        "lps",
        "lpt",
        "ls",
        "lst",
        "lt",
        "lts",
        "mb",
        "mbt",
        "md",
        "mf",
        "mm",
        "mp",
        "mps",
        "mpt",
        "ms",
        "mst",
        "mt",
        "nc",
        "nch",
        "nd",
        "nds",
        "nf",
        "ng",
        "ngs",
        "ngst",
        "ngt",
        "nk",
        "nks",
        "nkt",
        "nn",
        "ns",
        "nsch",
        "nst",
        "nt",
        "nts",
        "nz",
        "ph",
        "pp",
        "ps",
        "pst",
        "pt",
        "pts",
        "rb",
        "rbt",
        "rch",
        "rcht",
        "rd",
        "rds",
        "rf",
        "rfs",
        "rfst",
        "rft",
        "rg",
        "rgs",
        "rgt",
        "rk",
        "rks",
        "rkst",
        "rkt",
        "rl",
        "rls",
        "rm",
        "rms",
        "rmt",
        "rn",
        "rns",
        "rnst",
        "rnt",
        "rp",
        "rps",
        "rpt",
        "rr",
        "rs",
        "rsch",
        "rst",
        "rt",
        "rts",
        "rz",
        "sc",
        "sch",
        "sh",
        "sk",
        "sks",
        "sm",
        "sp",
        "ss",
        "st",
        "sts",
        "tch",
        "th",
        "ths",
        "ts",
        "tst",
        "tt",
        "tz",
        "wd",
        "wn",
        "ws",
        "wst",
        "wt",
        "xt",
    ]
)
_VOWELS = "aeiouy"


def pronounceable(word: str) -> bool:
    """Whether Dutch could say a string as a word: with a vowel, and no clusters that Dutch has not."""
    groups = re.findall(rf"[{_VOWELS}]+|[^{_VOWELS}]+", word.replace("ij", "y"))
    if len(groups) == 1 and groups[0][0] not in _VOWELS:
        return False
    first, last = groups[0], groups[-1]
    starts = first[0] in _VOWELS or first in _ONSETS
    return starts and (last[0] in _VOWELS or last in _CODAS)
