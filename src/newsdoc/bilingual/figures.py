"""check_figures: every figure and date of a text looked up in its translation; docs/figures-across-a-translation.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.bilingual.align import groups
from newsdoc.bilingual.compare.answer import answer
from newsdoc.bilingual.compare.board import Range, lay_out
from newsdoc.bilingual.compare.differ import STRONG, WEAK, differ, glossed, years
from newsdoc.bilingual.compare.facts import read_facts
from newsdoc.bilingual.compare.findings import changes, lone, side_of
from newsdoc.bilingual.compare.match import match
from newsdoc.bilingual.sentences import running, sentences
from newsdoc.model.report import FigureReport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.bilingual.compare.facts import Reading
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Span
    from newsdoc.model.article import Article

_STOP = re.compile(r"[。！？!?\n….]")
ONE_BEAD = 3
"""Texts of up to so many sentences on either side are one bead: the neighbours are all there is."""


def check_figures(source: str | Article, translation: str | Article, *, lexicon: Lexicon | None = None) -> FigureReport:
    """Look up every figure and date of the source in the translation, and the other way round.

    Args:
        source: the text; of an article its blocks without the furniture.
        translation: its translation, Chinese or English, in either direction.
        lexicon: tables to use in place of the built-in ones.

    Returns:
        The findings in the order of the texts, and the pairs of figures that agree. Offsets are code points in the
        given texts, of an article in ``article.source.text``; values and ratios are exact.

    >>> report = check_figures("去年接待462.25万人，增长三成。", "It welcomed 46.2 million last year, up 30 percent.")
    >>> [(finding.kind, finding.severity, str(finding.ratio)) for finding in report.findings], report.ok
    ([('mis_scaled', 'high', '18480/1849')], False)
    >>> report.findings[0].reason
    '"462.25万人" is 4,622,500, but "46.2 million" is 46,200,000: ten times too much. (万 is 10,000.)'
    >>> check_figures("占地60亩，耗资3000多万元。", "It covers 4 hectares and cost 32 million yuan.").ok
    True
    """
    ours, theirs = running(source), running(translation)
    first, second = read_facts(ours.text, lexicon=lexicon), read_facts(theirs.text, lexicon=lexicon)
    board = lay_out(first, second, _ranges(first, second, lexicon))
    match(board)
    right = dict(board.pairs)
    wrong = [*differ(board, STRONG), *glossed(board), *years(board)]
    answer(board)
    wrong += differ(board, WEAK)
    findings = [*changes(board, wrong, ours, theirs), *lone(board, ours, theirs)]
    findings.sort(key=lambda f: f.source.start if f.source else f.translation.start if f.translation else 0)
    matched = tuple((side_of(first.facts[a], ours), side_of(second.facts[b], theirs)) for a, b in sorted(right.items()))
    return FigureReport(tuple(findings), matched)


def _ranges(first: Reading, second: Reading, lexicon: Lexicon | None) -> list[tuple[Range, Range]]:
    """Where each bead stands in the two texts; the ranges ascend and cover both."""
    whole = (0, len(first.text) + 1), (0, len(second.text) + 1)
    if len(_STOP.findall(first.text)) < ONE_BEAD and len(_STOP.findall(second.text)) < ONE_BEAD:
        return [whole]
    spans, others = sentences(first.text, lexicon=lexicon), sentences(second.text, lexicon=lexicon)
    if len(spans) <= ONE_BEAD and len(others) <= ONE_BEAD:
        return [whole]
    starts, other_starts = _starts(spans, whole[0][1]), _starts(others, whole[1][1])
    return [
        ((starts[i], starts[j]), (other_starts[k], other_starts[m]))
        for i, j, k, m in groups(first, spans, second, others, lexicon=lexicon)
    ]


def _starts(spans: Sequence[Span], end: int) -> list[int]:
    return [0, *(span.start for span in spans[1:]), end] if spans else [0]
