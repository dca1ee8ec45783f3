"""Consecutive documents as shards: the pieces that are converted, written and done as a whole.

Where a shard ends depends on the documents and on the size that was asked for, never on how many work on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsdoc.corpus.documents import Document

MOST_BYTES = 64 * 2**20
"""Bytes of documents after which a shard ends, however few they are."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents that stand one after the other in the inputs.

    Attributes:
        number: From 0, in the order of the inputs.
        documents: Where they are.
    """

    number: int
    documents: tuple[Document, ...]

    @property
    def read(self) -> int:
        """Bytes of the inputs that the documents stand for."""
        return sum(document.read for document in self.documents)

    @property
    def fingerprint(self) -> str:
        """A digest that is another one as soon as a document is added, gone, renamed or changed."""
        digest = blake2b(digest_size=16)
        for document in self.documents:
            for part in (document.id, document.where, document.stamp):
                data = part.encode("utf-8", "surrogatepass")
                digest.update(len(data).to_bytes(8, "big") + data)
        return digest.hexdigest()


def shards_of(
    documents: Iterable[Document], size: int | None = None, *, most_bytes: int = MOST_BYTES
) -> Iterator[Shard]:
    """The documents in shards; one empty shard if there are none.

    Args:
        documents: In their order.
        size: Documents in a shard; None for :func:`growing`.
        most_bytes: A shard that has as many bytes ends there.
    """
    held: list[Document] = []
    number = held_bytes = 0
    for document in documents:
        held.append(document)
        held_bytes += document.size
        if len(held) >= (size or growing(number)) or held_bytes >= most_bytes:
            yield Shard(number, tuple(held))
            number, held, held_bytes = number + 1, [], 0
    if held or number == 0:
        yield Shard(number, tuple(held))


def growing(number: int) -> int:
    """The size of a shard by its number: 16 at first, twice as many after each 64 shards, and 1,024 from the 384th on.

    So a thousand documents keep 64 cores at work, and a hundred million do not make a million files a table.

    >>> growing(0), growing(64), growing(100_000)
    (16, 32, 1024)
    """
    return 16 << min(number // 64, 6)
