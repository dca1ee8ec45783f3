"""Who said what on a page: each speaker with post and words, and how the speaker was found.

A quote without a speaker is listed too. newsdoc leaves the speaker open where the text does not tell for certain, and
a person who checks the list wants to see those first.
"""

from pathlib import Path

import newsdoc

EXAMPLES = Path(__file__).parents[1]
HOW = {"name": "named beside the quote", "pronoun": "by a pronoun", "carried": "goes on", None: "open"}


def called(person: newsdoc.Person | None) -> str:
    """A speaker in one line: name, post, body, as far as the page gives them."""
    if person is None:
        return "?"
    return ", ".join(part for part in (person.name, person.title, person.organization) if part)


def main() -> None:
    for page in ("mainland", "hongkong", "english"):
        article = newsdoc.read(EXAMPLES / page / "page.txt")
        print(f"# {article.headline.text if article.headline else page}")
        for quote in sorted(article.quotes, key=lambda quote: quote.speaker is not None):
            print(f"{called(quote.speaker)} ({HOW[quote.speaker_from]}; {quote.kind}, “{quote.cue or '-'}”)")
            print(f"    {quote.text}")
        print()


if __name__ == "__main__":
    main()
