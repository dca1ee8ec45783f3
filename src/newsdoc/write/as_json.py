"""An article as JSON and back, and the JSON Schema that says what stands there.

The JSON is the tree of :class:`newsdoc.Article` under the same names. Nulls and empty lists are written, so a key
never vanishes; an exact number is a string (``"547.32"``, ``"1/3"``), a date ``YYYY-MM-DD``. Conventions: RFC 8259,
JSON Schema 2020-12.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import from_json as parse_json

from newsdoc.errors import SchemaError
from newsdoc.model.article import SCHEMA_NAME, SCHEMA_VERSION, Article

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA_ID = f"urn:newsdoc:schema:article:{SCHEMA_VERSION}"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_LONE = re.compile("[\ud800-\udfff]")
_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")
_EXACT = re.compile(r"-?[0-9]+(?:\.[0-9]+|/0*[1-9][0-9]*)?")
_EXACT_FIELDS = frozenset({"value", "low", "high", "base_value"})


def to_json(article: Article, *, indent: int | None = 2) -> str:
    """The article as JSON text, without a line break at the end; the same article gives the same characters.

    A lone surrogate, which no UTF-8 file can hold, is written as its escape (``\\ud800``); all else as it is.

    Args:
        article: The article.
        indent: Spaces for each level; None for one line.

    >>> from newsdoc.model.article import Article, Source, TextBlock
    >>> page = Article(headline=TextBlock(id="b1", role="headline", text="春耕"), source=Source(sha256="", text="春耕"))
    >>> to_json(page, indent=None)[:66]
    '{"kicker":null,"headline":{"id":"b1","role":"headline","text":"春耕"'
    """
    try:
        return article.model_dump_json(indent=indent)
    except ValueError as error:
        if "surrogates not allowed" not in str(error):
            raise
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(article.model_dump(mode="json"), ensure_ascii=False, indent=indent, separators=separators)
    return _escape_lone(text)


def from_json(text: str) -> Article:
    """The article that a JSON text holds: the inverse of :func:`to_json`.

    Reads every minor version of this major version up to its own. A key that is missing has its default, as an older
    minor version may not know it yet; ``schema_name``, ``schema_version`` and what no article can lack must be there.

    Raises:
        SchemaError: no JSON; another schema, another major or a newer minor version; an unknown field; a wrong type.
            The message begins with the path of what is wrong.

    >>> from_json('{"schema_name": "newsdoc.article", "schema_version": "9.0"}')
    Traceback (most recent call last):
    newsdoc.errors.SchemaError: schema_version: '9.0' is not readable here; this release reads 1.0
    """
    text = _escape_lone(text)
    try:
        tree = parse_json(text)
        lone = False
    except ValueError as error:
        tree = _parse_leniently(text, str(error))
        lone = True
    _check_version(tree)
    _check_numbers(tree)
    try:
        if not lone:
            return Article.model_validate_json(text, strict=True)
        # The strict parser knows no lone surrogates: it checks the types on a copy without them.
        Article.model_validate_json(_LONE.sub("\ufffd", json.dumps(tree, ensure_ascii=False)), strict=True)
        return Article.model_validate(tree)
    except ValidationError as error:
        raise SchemaError(_first_error(error)) from error


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12, with ``$id``) of what :func:`to_json` writes: every key is there, no other is.

    >>> json_schema()["$id"]
    'urn:newsdoc:schema:article:1.0'
    """
    schema = Article.model_json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        _say_what_is_written(part)
    schema["properties"]["schema_name"] = {"const": SCHEMA_NAME}
    schema["properties"]["schema_version"] = {"const": SCHEMA_VERSION}
    return {"$schema": DIALECT, "$id": SCHEMA_ID, **schema}


def _say_what_is_written(part: dict[str, Any]) -> None:
    if "description" in part:
        part["description"] = " ".join(part["description"].split("\n\n")[0].split()).replace("``", "")
    part["required"] = list(part["properties"])
    for field in part["properties"].values():
        field.pop("title", None)
        field.pop("default", None)


def _escape_lone(text: str) -> str:
    # UTF-8 can write everything but lone surrogates, and is much quicker at finding out than a search.
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text


def _parse_leniently(text: str, complaint: str) -> object:
    try:
        tree: object = json.loads(text)
    except (ValueError, RecursionError):
        raise SchemaError(f"$: not JSON: {complaint}") from None
    if not _LONE.search(json.dumps(tree, ensure_ascii=False)):
        raise SchemaError(f"$: not JSON: {complaint}")
    return tree


def _check_version(tree: object) -> None:
    if not isinstance(tree, dict):
        raise SchemaError("$: not an object; an article is one")
    name, version = tree.get("schema_name"), tree.get("schema_version")
    if name != SCHEMA_NAME:
        raise SchemaError(f"schema_name: {_short(name)} where {SCHEMA_NAME!r} should be: not an article of newsdoc")
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    major, minor = (int(part) for part in SCHEMA_VERSION.split("."))
    if not found or int(found[1]) != major or int(found[2]) > minor:
        reads = SCHEMA_VERSION if minor == 0 else f"{major}.0 to {SCHEMA_VERSION}"
        newer = found is not None and int(found[1]) == major
        what = "is of a newer release of newsdoc" if newer else "is not readable here"
        raise SchemaError(f"schema_version: {_short(version)} {what}; this release reads {reads}")


def _check_numbers(tree: object) -> None:
    """Refuse an exact number that is no plain decimal or fraction, before anything computes with it."""
    todo: list[tuple[tuple[int | str, ...], object]] = [((), tree)]
    while todo:
        path, value = todo.pop()
        for key, item in _items(value):
            if isinstance(item, list | dict):
                todo.append(((*path, key), item))
            elif key in _EXACT_FIELDS and item is not None and not (isinstance(item, str) and _EXACT.fullmatch(item)):
                where = _path((*path, key))
                raise SchemaError(f"{where}: {_short(item)} is no exact number like '547.32' or '1/3'")


def _items(value: object) -> Iterable[tuple[int | str, object]]:
    return value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


def _first_error(error: ValidationError) -> str:
    found = error.errors(include_url=False, include_context=False)
    first = found[0]
    if first["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        said = "unknown field"
    elif first["type"] in ("missing", "missing_argument"):
        said = "missing"
    else:
        said = first["msg"][:1].lower() + first["msg"][1:]
        if not isinstance(first["input"], list | dict):
            said += f", not {_short(first['input'])}"
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"{_path(first['loc']) or '$'}: {said}{more}"


def _path(parts: Iterable[int | str]) -> str:
    path = ""
    for part in parts:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            path += ("." if path else "") + (part if part.isidentifier() else _short(part))
    return path


def _short(value: object) -> str:
    said = ascii(value) if isinstance(value, str) and _LONE.search(value) else repr(value)
    return said if len(said) <= 60 else said[:57] + "..."
