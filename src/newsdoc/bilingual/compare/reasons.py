"""Why a figure is reported, in a sentence that a translator understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdoc.bilingual.compare.facts import Fact


def mis_scaled(a: Fact, b: Fact, power: int) -> str:
    return f"{a.text} {b.text} {power}"


def changed(a: Fact, b: Fact) -> str:
    return f"{a.text} {b.text}"


def changed_date(a: Fact, b: Fact) -> str:
    return f"{a.text} {b.text}"


def missing(a: Fact) -> str:
    return f"{a.text}"


def added(b: Fact) -> str:
    return f"{b.text}"
