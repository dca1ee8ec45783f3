"""A mainland page for readers in Taiwan: Markdown in their script and words, names kept as names.

Spans still lead to the input after the conversion, so the editor sees the words of the page beside those of the
article; the values of figures do not change.
"""

from pathlib import Path

import newsdoc

PAGE = Path(__file__).parents[1] / "mainland" / "page.txt"


def main() -> None:
    article = newsdoc.read(PAGE, published="2024-05-20")
    converted = newsdoc.to_script(article, "zh-TW")
    markdown = newsdoc.to_markdown(converted)
    print("\n".join(markdown.splitlines()[:12]))
    print("…\n")
    for quantity, before in list(zip(converted.quantities, article.quantities, strict=True))[:6]:
        assert (quantity.value, quantity.unit) == (before.value, before.unit)
        print(f"{before.text} → {quantity.text} → {newsdoc.render(quantity, language='en')}")
    print("people:", "、".join(person.name for person in converted.people if person.name))


if __name__ == "__main__":
    main()
