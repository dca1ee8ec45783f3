"""What the recognisers say of a text: typed readings, with offsets in that text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BylineReading:
    """One role of a byline: ``text[start:end]`` names the people of this kind."""

    start: int
    end: int
    kind: str | None
    affiliation: str | None = None
    people: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class CreditReading:
    """A credit from ``start`` to the end of its text."""

    start: int
    kind: str | None
    affiliation: str | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatelineReading:
    """``text[start:end]`` is the dateline; ``date`` is its span in the text."""

    start: int
    end: int
    agency: str | None = None
    place: str | None = None
    date: tuple[int, int] | None = None
    people: tuple[str, ...] = ()
