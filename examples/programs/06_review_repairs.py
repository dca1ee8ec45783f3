"""The repairs of a page for a person who checks them: each line that was touched, before and after, with the reasons.

The text after is made here from the edits alone: a repair does nothing that its Edit does not say.
"""

from collections import Counter, defaultdict

import newsdoc

PAGE = """\
口岸口岸货运货运再创再创新高新高
本报记者本报记者 程 远 于 舟
今年口岸过货量达462.25万吨，货车从早到晚排成长龙⋯⋯
在在铁铁路路站站，，集集装装箱箱正正在在换换装装。。
占 全 市 出 口 总 额 的 七 成 以 上，高高兴兴的司机说。
"""


def mended(start: int, line: str, edits: list[newsdoc.Edit]) -> str:
    """A line with its edits carried out; offsets of edits count in the whole page."""
    text, at = "", start
    for edit in edits:
        text += PAGE[at : edit.start] + edit.after
        at = edit.end
    return text + PAGE[at : start + len(line)]


def main() -> None:
    repaired = newsdoc.repair(PAGE)
    touched: dict[int, list[newsdoc.Edit]] = defaultdict(list)
    for edit in repaired.edits:
        touched[PAGE.count("\n", 0, edit.start)].append(edit)
    start = 0
    for number, line in enumerate(PAGE.split("\n")):
        if edits := touched[number]:
            print(f"line {number + 1}\n  was  {line}\n  is   {mended(start, line, edits)}")
            for (rule, reason), count in Counter((edit.rule, edit.reason) for edit in edits).items():
                print(f"  {count:>2} × {rule}: {reason}")
        start += len(line) + 1
    for doubt in repaired.diagnostics:
        print(f"doubt in line {PAGE.count(chr(10), 0, doubt.start) + 1}: {doubt.rule}\n  {doubt.message}")
    assert not newsdoc.repair(repaired.text).edits, "what was repaired once needs no repair"


if __name__ == "__main__":
    main()
