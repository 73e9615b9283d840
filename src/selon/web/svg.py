"""Small pieces of SVG: elements as text, patterns by status that differ by more than colour."""

from __future__ import annotations

from typing import get_args

from selon.exports.escape import escape
from selon.records import Status

STATUSES = get_args(Status)
INK = {
    "actual": "#33302a", "planned": "#1c5591", "possible": "#6a4a8f",
    "alleged": "#8a5a00", "demanded": "#1f6b45", "negated": "#a3262b",
}  # fmt: skip
_LINES = {
    "planned": "M0 6L6 0",
    "possible": "M3 2.2v1.6M2.2 3h1.6",
    "alleged": "M0 3h6",
    "demanded": "M3 0v6",
    "negated": "M0 0L6 6M0 6L6 0",
}
"""What fills the bars of each status that is no fact."""
DASHES = {"planned": "6 3", "possible": "2 3", "alleged": "1 2", "demanded": "8 2 2 2", "negated": "3 2"}


def element(name: str, inner: str = "", **attributes: object) -> str:
    """Write an element; an underscore in the name of an attribute is a hyphen, one at its end is dropped."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{inner}</{name}>"


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def text(x: float, y: float, words: str, **attributes: object) -> str:
    """Write text at a place."""
    return element("text", escape(words), x=float(x), y=float(y), **attributes)


def patterns(prefix: str) -> str:
    """Define the fill of each status; a fact is filled, the others are hatched. The prefix keeps pictures apart."""
    drawn = "".join(
        element(
            "pattern",
            element("path", d=line, class_=f"hatch-{status}", stroke=INK[status], stroke_width=1.3, fill="none"),
            id=f"{prefix}-{status}", width=6, height=6, patternUnits="userSpaceOnUse",
        )
        for status, line in _LINES.items()
    )  # fmt: skip
    return element("defs", drawn)


def fill(status: str, prefix: str) -> str:
    """Give the fill of a status."""
    return INK["actual"] if status == "actual" else f"url(#{prefix}-{status})"


def picture(width: float, height: float, inner: str, title: str) -> str:
    """Write a whole picture with its name for those who do not see it."""
    return element(
        "svg", element("title", escape(title)) + inner, xmlns="http://www.w3.org/2000/svg",
        role="group" if "<a " in inner else "img", aria_label=title,
        viewBox=f"0 0 {width:g} {height:g}", width=f"{width:g}", height=f"{height:g}",
        font_family="'Avenir Next','Segoe UI','Noto Sans','Liberation Sans',sans-serif", font_size=12, class_="chart",
    )  # fmt: skip
