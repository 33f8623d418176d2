"""Charts of bars as plain values; the template draws them as SVG without a script.

Places are in percent and in ``em``, never in a box that is scaled: text in a chart is as large as
the text around it, on a narrow screen too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brievenbus.audit.reports.texts import beginning, ending

LABEL = 72
SHORT = 26
"""Characters of a label that fit beside its figure: on a wide screen, and at 320 pixels."""

ROW = 2.9
"""Height of a bar with its label, in em."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how long, and the figure as read.

    `kind` is a class of the style. Of a path the end is kept where it has to be cut, of a text the start.
    """

    label: str
    value: float
    shown: str
    kind: str = "gewoon"
    path: bool = False


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with its places, and its label for wide and narrow screens."""

    label: str
    short: str
    shown: str
    kind: str
    width: str
    text_y: str
    bar_y: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its name, what it says in words, and its height."""

    id: str
    title: str
    description: str
    height: str
    bars: tuple[DrawnBar, ...]


def chart(name: str, title: str, bars: Sequence[Bar], *, top: float | None = None) -> Chart:
    """Lay out bars below each other; `top` is the value of a bar over the whole width."""
    longest = top or max((bar.value for bar in bars), default=0) or 1
    return Chart(
        id=name,
        title=title,
        description=" ".join(f"{bar.label}: {bar.shown}." for bar in bars),
        height=f"{ROW * len(bars):.1f}em",
        bars=tuple(_drawn(index, bar, longest) for index, bar in enumerate(bars)),
    )


def _drawn(index: int, bar: Bar, longest: float) -> DrawnBar:
    percents = 100 * min(1.0, max(0.0, bar.value / longest))
    top = ROW * index
    cut = ending if bar.path else beginning
    return DrawnBar(
        label=cut(bar.label, LABEL),
        short=cut(bar.label, SHORT),
        shown=bar.shown,
        kind=bar.kind,
        width=f"{percents:.2f}%",
        text_y=f"{top + 1.1:.1f}em",
        bar_y=f"{top + 1.45:.2f}em",
    )
