"""The peers that newsdoc is measured against; one that is not installed is None, and the table says so."""

from __future__ import annotations

import importlib
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Peers:
    """What each peer does with a text or a numeral; ``missing`` says why one is not here."""

    chinese2digits_search: Callable[[str], object] | None
    chinese2digits_value: Callable[[str], object] | None
    cn2an: Callable[[str], object] | None
    recognizers_units: Callable[[str], object] | None
    quantulum3: Callable[[str], object] | None
    missing: dict[str, str]


def load() -> Peers:
    """Every peer that can be imported, ready to run."""
    missing: dict[str, str] = {}

    def module(name: str, package: str) -> Any:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return importlib.import_module(name)
        except ImportError as error:
            missing[package] = f"not installed ({error})"
            return None

    chinese2digits = module("chinese2digits", "chinese2digits")
    cn2an = module("cn2an", "cn2an")
    units = module("recognizers_number_with_unit", "recognizers-text-suite")
    quantulum3 = module("quantulum3.parser", "quantulum3")
    return Peers(
        chinese2digits.takeNumberFromString if chinese2digits else None,
        chinese2digits.chineseToDigits if chinese2digits else None,
        (lambda text: cn2an.cn2an(text, "smart")) if cn2an else None,
        _recognizers(units) if units else None,
        quantulum3.parse if quantulum3 else None,
        missing,
    )


def _recognizers(units: Any) -> Callable[[str], object]:
    """Its models for money, measures and percentages; those for ages, temperatures and dates would be more work."""
    from recognizers_number import NumberRecognizer

    recognizer = units.NumberWithUnitRecognizer("zh-cn")
    percentages = NumberRecognizer("zh-cn").get_percentage_model()
    models = (recognizer.get_currency_model(), recognizer.get_dimension_model(), percentages)

    def search(text: str) -> object:
        return [model.parse(text) for model in models]

    return search
