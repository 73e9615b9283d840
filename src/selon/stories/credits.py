"""Which agencies an article credits: "(AFP)", "avec Reuters", "Source : AFP", or being an agency's own."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from selon.knowledge.outlets import load_outlets
from selon.records import Article


def credited(article: Article) -> tuple[str, ...]:
    """Name the agencies an article says its text is from, in the order met; to be cited is not to be credited."""
    found: dict[str, None] = {}
    for zone in (article.outlet or "", *_zones(article)):
        for agencies in _patterns():
            for match in agencies.finditer(zone):
                found.update(dict.fromkeys(_named(match["agencies"])))
    for name in _named(article.outlet or ""):
        found.setdefault(name)
    return tuple(found)


def _zones(article: Article) -> tuple[str, str]:
    """Give the beginning of an article after its title, and its end."""
    settings, text = _settings(), article.text.strip()
    title = (article.title or "").strip()
    body = text.removeprefix(title).lstrip("\n") if title else text
    head, tail = body[: settings["head"]], body[-settings["tail"] :]
    return head, tail if len(body) > settings["head"] else ""


def _named(words: str) -> list[str]:
    """Give the agencies that words name, by their full names."""
    parts = re.split(rf"(?:{_settings()['joined']})", words)
    return [name for part in parts if (name := _agencies().get(part.strip()))]


@cache
def _agencies() -> dict[str, str]:
    """Give every name and acronym of an agency with its name; the site of an agency in one language is that agency."""
    names: dict[str, str] = {}
    for outlet in load_outlets().rows:
        if outlet.kind == "agency":
            full = re.sub(r"\s*\(.*\)$", "", outlet.name)
            names |= dict.fromkeys((outlet.name, *outlet.aliases), full)
    return names


@cache
def _settings() -> dict[str, Any]:
    text = files("selon.languages.fr").joinpath("credits.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    one = "(?:" + "|".join(re.escape(name) for name in sorted(_agencies(), key=len, reverse=True)) + r")(?!\w)"
    several = rf"(?P<agencies>(?<!\w){one}(?:{_settings()['joined']}{one})*)"
    return tuple(re.compile(pattern.replace("AGENCY", several)) for pattern in _settings()["patterns"])
