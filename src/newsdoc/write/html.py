"""One self-contained page to read: the article as in print, and the input as it came.

The page asks for nothing over the network and needs no script: the views are parts of one document between which
links switch (CSS ``:target``). The script that it has lets a click on a block show its counterpart. A content security
policy names the style and the script by their hashes, so that nothing else could run even if it stood there.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from newsdoc.write.html_article import View, article_html, numbered
from newsdoc.write.html_facts import facts_html
from newsdoc.write.html_marks import by_block, marks_of
from newsdoc.write.html_source import source_view
from newsdoc.write.html_words import Words
from newsdoc.write.json_ld import json_ld
from newsdoc.write.markup_text import attributes, escaped, language_tag, shown

if TYPE_CHECKING:
    from newsdoc.model.article import Article


def to_html(article: Article, *, labels: str = "zh") -> str:
    """The article as one HTML page, ending in a line break; it can always be written as UTF-8.

    The text of a block is the text of one element with the attribute ``data-b``, and the text of ``pre.page`` is the
    source, with line ends as line feeds, controls as their pictures and lone surrogates as U+FFFD. None of it is ever
    markup.

    Args:
        article: The article.
        labels: The language of the words that newsdoc adds: ``zh`` (in the script of the page), ``en`` or ``both``.

    Raises:
        NewsdocError: ``labels`` is none of these.

    >>> from newsdoc.model.article import Article, Source, TextBlock
    >>> page = Article(headline=TextBlock(id="b1", role="headline", text="春耕 <b>"), source=Source(sha256="", text=""))
    >>> [line for line in to_html(page).splitlines() if "headline" in line and "<h1" in line]
    ['<h1 class="headline" id="b1" data-b="1">春耕 &lt;b&gt;</h1>']
    """
    words = Words.of(article, labels)
    article = _unshared(article)
    language = language_tag(article.language)
    marks = marks_of(article, words)
    source = source_view(article, words, language)
    numbers = {id(block): number for number, block in enumerate(numbered(article), 1)}
    view = View(words, numbers, by_block(marks), source.blocks)
    facts = facts_html(article, marks, view)
    style, script = _asset("html_style.css"), _asset("html_script.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    title = " ".join(shown(article.headline.text).split()) if article.headline else ""
    described = " ".join(shown(first.text).split()) if (first := article.deck or article.lead) else ""
    lines = [
        "<!DOCTYPE html>",
        f"<html{attributes(lang=language)}>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy"{attributes(content=policy)}>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        *([f'<meta name="description"{attributes(content=described)}>'] if described else []),
        f"<title>{escaped(title) or escaped(words.plain('untitled'))}</title>",
        f"<style>{style}</style>",
        f'<script type="application/ld+json">{json_ld(article)}</script>',
        "</head>",
        "<body>",
        _navigation(words, bool(facts)),
        "<main>",
        f'<article id="article">\n{article_html(article, view)}\n</article>',
        *([f'<aside id="facts"{attributes(aria_label=words.plain("facts"))}>\n{facts}\n</aside>'] if facts else []),
        f'<section id="source" aria-labelledby="h-source">\n<h1 id="h-source">{words.marked("source")}</h1>',
        source.html,
        "</section>",
        "</main>",
        _footer(article, words),
        f"<script>{script}</script>",
        "</body>",
        "</html>",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _unshared(article: Article) -> Article:
    """The article with every block an object of its own, for the views know a block by its object."""
    blocks = numbered(article)
    if len({id(block) for block in blocks}) == len(blocks):
        return article
    return type(article).model_validate(article.model_dump())


def _navigation(words: Words, facts: bool) -> str:
    links = [("article", "article"), *([("facts", "facts")] if facts else []), ("source", "source")]
    shown_ = "\n".join(f'<a class="to-{key}" href="#{key}">{words.marked(label)}</a>' for key, label in links)
    return f"<nav{attributes(aria_label=words.plain('views'))}>\n{shown_}\n</nav>"


def _footer(article: Article, words: Words) -> str:
    said = []
    if article.published:
        day = article.published.isoformat()
        said.append(f'<span>{words.marked("published")} <time datetime="{day}">{day}</time></span>')
    if article.source.name:
        said.append(f"<span>{words.marked('source')} <bdi>{escaped(article.source.name)}</bdi></span>")
    if article.source.pages > 1:
        said.append(f"<span>{words.marked('pages')} {article.source.pages}</span>")
    if article.source.sha256:
        said.append(f'<span class="hash">SHA-256 <code>{escaped(article.source.sha256)}</code></span>')
    return f"<footer>\n{' '.join(said)}\n</footer>" if said else ""


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    return files("newsdoc.write").joinpath(name).read_text("utf-8").replace("\r\n", "\n")


@lru_cache(maxsize=2)
def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
