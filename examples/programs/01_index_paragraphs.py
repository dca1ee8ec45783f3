"""Paragraphs of a page as rows for a search index or for retrieval (RAG), each with what a hit must show.

Prints one JSON object a line: the text to index, where it stands on the page, and what it belongs to.
``spans`` lead back to the input, so a hit can be shown in the page itself.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import newsdoc

PAGE = Path(__file__).parents[1] / "mainland" / "page.txt"


def rows(article: newsdoc.Article) -> Iterator[dict[str, object]]:
    """One row a paragraph, of the main story and of the sidebars."""
    for story in (article, *article.sidebars):
        for section in story.sections:
            for block in section.paragraphs:
                yield {
                    "id": f"{article.source.sha256[:8]}/{block.id}",
                    "text": block.text,
                    "headline": story.headline.text if story.headline else None,
                    "heading": section.heading.text if section.heading else None,
                    "authors": [person.name for byline in story.bylines for person in byline.people],
                    "published": str(article.published),
                    "speakers": sorted({q.speaker.name for q in block.quotes if q.speaker and q.speaker.name}),
                    "years": sorted({date.edtf[:4] for date in block.dates}),
                    "spans": [[span.start, span.end] for span in block.source],
                }


def main() -> None:
    article = newsdoc.read(PAGE, published="2024-05-20")
    found = list(rows(article))
    for row in found[:3] + found[-1:]:
        print(json.dumps(row, ensure_ascii=False))
    print(f"{len(found)} paragraphs, {sum(len(str(row['text'])) for row in found)} characters")


if __name__ == "__main__":
    main()
