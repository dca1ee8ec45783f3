"""check_figures: every figure and date of a text looked up in its translation; docs/figures-across-a-translation.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.answer import answer
from newsdoc.bilingual.compare.board import Board, Range, lay_out
from newsdoc.bilingual.compare.differ import STRONG, WEAK, differ
from newsdoc.bilingual.compare.facts import read_facts
from newsdoc.bilingual.compare.findings import changes, lone, side_of
from newsdoc.bilingual.compare.match import match
from newsdoc.bilingual.sentences import running
from newsdoc.model.report import FigureReport

if TYPE_CHECKING:
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.article import Article


def check_figures(source: str | Article, translation: str | Article, *, lexicon: Lexicon | None = None) -> FigureReport:
    """Look up every figure and date of the source in the translation, and the other way round."""
    ours, theirs = running(source), running(translation)
    first, second = read_facts(ours.text, lexicon=lexicon), read_facts(theirs.text, lexicon=lexicon)
    board = lay_out(first, second, _ranges(ours.text, theirs.text))
    match(board)
    right = dict(board.pairs)
    wrong = differ(board, STRONG)
    answer(board)
    wrong += differ(board, WEAK)
    findings = [*changes(board, wrong, ours, theirs), *lone(board, ours, theirs)]
    findings.sort(key=lambda f: f.source.start if f.source else f.translation.start if f.translation else 0)
    matched = tuple((side_of(first.facts[a], ours), side_of(second.facts[b], theirs)) for a, b in sorted(right.items()))
    return FigureReport(tuple(findings), matched)


def _ranges(source: str, translation: str) -> list[tuple[Range, Range]]:
    return [((0, len(source) + 1), (0, len(translation) + 1))]
