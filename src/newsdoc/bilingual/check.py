"""What ``newsdoc check`` reads and writes: files of pairs, one verdict a line, and a report that a person reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsdoc.errors import ReadError
from newsdoc.model.annotation import fraction_to_text
from newsdoc.write.explanation import printable
from newsdoc.write.places import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsdoc.model.report import FigureReport, Finding, Side

Pair = tuple[str, str]


def pairs(text: str) -> Iterator[Pair]:
    """The pairs of a file: JSON Lines with "source" and "translation", or two columns parted by a tab.

    >>> list(pairs('{"source": "3吨", "translation": "3 tons"}\\n')), list(pairs("3吨\\t3 tons\\n"))
    ([('3吨', '3 tons')], [('3吨', '3 tons')])

    Raises:
        ReadError: a line is neither; says which.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _pair(line.removesuffix("\r"), number)


def _pair(line: str, number: int) -> Pair:
    if line.lstrip().startswith("{"):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReadError(f"line {number} of the pairs is broken JSON: {error}") from error
        source, translation = row.get("source"), row.get("translation")
        if not isinstance(source, str) or not isinstance(translation, str):
            raise ReadError(f'line {number} of the pairs needs the texts "source" and "translation"')
        return source, translation
    cells = line.split("\t")
    if len(cells) < 2:
        raise ReadError(f"line {number} of the pairs has no tab; a pair is two columns or a JSON object")
    return cells[0], cells[1]


def verdict(report: FigureReport) -> str:
    """A report as one line of JSON: whether it is ok, how many figures agree, and the findings.

    >>> from newsdoc.bilingual.figures import check_figures
    >>> verdict(check_figures("3吨", "3 tons"))
    '{"ok": true, "matched": 1, "findings": []}'
    """
    findings = [
        {
            "kind": finding.kind,
            "severity": finding.severity,
            "source": _side(finding.source),
            "translation": _side(finding.translation),
            "ratio": None if finding.ratio is None else fraction_to_text(finding.ratio),
            "reason": finding.reason,
        }
        for finding in report.findings
    ]
    row = {"ok": report.ok, "matched": len(report.matched), "findings": findings}
    return json.dumps(row, ensure_ascii=False)


def _side(side: Side | None) -> dict[str, object] | None:
    if side is None:
        return None
    value = None if side.value is None else fraction_to_text(side.value)
    return {"start": side.start, "end": side.end, "text": side.text, "value": value}


def told(report: FigureReport, source: str, translation: str) -> str:
    """A report for a person: a line for each finding, with line and column in either text, and a line of counts.

    >>> from newsdoc.bilingual.figures import check_figures
    >>> print(told(check_figures("耗资3亿元", "It cost 3 million yuan"), "耗资3亿元", "It cost 3 million yuan"), end="")
    high  mis_scaled  source 1:3, translation 1:9
          "3亿元" is 300,000,000, but "3 million yuan" is 3,000,000: a hundred times too little. (亿 is 100,000,000.)
    0 figures agree; 1 finding, 1 of high severity
    """
    places = Lines.of(source), Lines.of(translation)
    lines: list[str] = []
    for finding in report.findings:
        lines.append(f"{finding.severity:4}  {finding.kind:10}  {_where(finding, *places)}")
        lines.append(f"      {printable(finding.reason)}")
    high = sum(finding.severity == "high" for finding in report.findings)
    count = len(report.findings)
    agree = f"{len(report.matched)} figure{'s agree' if len(report.matched) != 1 else ' agrees'}"
    lines.append(
        f"{agree}; {count} finding{'' if count == 1 else 's'}" + (f", {high} of high severity" if count else "")
    )
    return "\n".join(lines) + "\n"


def _where(finding: Finding, source: Lines, translation: Lines) -> str:
    found = []
    for name, side, lines in (("source", finding.source, source), ("translation", finding.translation, translation)):
        if side is not None:
            line, column = lines.place(side.start)
            found.append(f"{name} {line}:{column}")
    return ", ".join(found)
