"""A translated article against its source: every figure that does not say the same, with its line.

A translator gets the list; a build fails if a finding is grave.
"""

import newsdoc

SOURCE = """\
石桥镇的茶叶合作社今年迎来丰收。截至6月底，全镇采茶462.25万斤，产值8.4亿元，同比增长三成。
合作社新建厂房1500亩，可安置3000多人就业。
社长秦岚说，2019年这里还只有12户茶农。"""

TRANSLATION = """\
The tea cooperative of Shiqiao had a bumper year. By the end of June the town had picked
4.6 million jin, worth 84 million yuan, up 30 percent.
New workshops covering 1,500 hectares will employ some 3,200 people.
In 2018 there were only 12 tea growers here, said the head of the cooperative, Qin Lan."""


def line_of(text: str, side: newsdoc.Side | None) -> str:
    """Where a figure stands, for an editor: its line, and its words."""
    if side is None:
        return "nowhere"
    return f"line {text.count(chr(10), 0, side.start) + 1} “{side.text}”"


def main() -> None:
    report = newsdoc.check_figures(SOURCE, TRANSLATION)
    for finding in report.findings:
        print(f"{finding.severity}: {finding.kind}")
        print(f"  {line_of(SOURCE, finding.source)} → {line_of(TRANSLATION, finding.translation)}")
        print(f"  {finding.reason}")
    print("agree:", ", ".join(f"{source.text} = {said.text}" for source, said in report.matched))
    print("to be sent back" if not report.ok else "ready for print")


if __name__ == "__main__":
    main()
