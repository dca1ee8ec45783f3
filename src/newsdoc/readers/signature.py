"""What a file that is no text is, by its first bytes, and what would make text of it.

Sources: the signatures that each format's own specification gives.
"""

from __future__ import annotations

_AS_TEXT = "save it as plain text first"
_SCAN = "recognise it first (an OCR program writes text)"
_UNPACK = "unpack it first"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "convert it with `pdftotext FILE.pdf -` (poppler, without -raw) and give newsdoc the text"),
    (b"%!PS", "a PostScript file", "convert it with `ps2ascii`"),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word, Excel or PowerPoint document", _AS_TEXT),
    (
        b"PK\x03\x04",
        "a ZIP archive (a .docx, .odt and .epub are one too)",
        "unpack it, or save the document as plain text",
    ),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _SCAN),
    (b"\xff\xd8\xff", "a JPEG image", _SCAN),
    (b"GIF8", "a GIF image", _SCAN),
    (b"II*\x00", "a TIFF image", _SCAN),
    (b"MM\x00*", "a TIFF image", _SCAN),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 image", _SCAN),
    (b"AT&TFORM", "a DjVu file", "convert it with `djvutxt`"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"SQLite format 3\x00", "an SQLite database", "write the text out of it first"),
    (b"\x7fELF", "a program", "give newsdoc the text of a page"),
)


def binary_kind(data: bytes) -> tuple[str, str] | None:
    """What the data is and what would do, if its first bytes say that it is a known format other than text.

    >>> binary_kind(b"\\x89PNG\\r\\n\\x1a\\n\\x00")
    ('a PNG image', 'recognise it first (an OCR program writes text)')
    >>> binary_kind("BZh is a word too".encode()) is None
    True
    """
    head = data[:1024]
    for signature, kind, remedy in _SIGNATURES:
        # A text may open with the letters of a signature: without bytes that no text has it is a text.
        if head.startswith(signature) and (signature != b"BZh" or not head.isascii()):
            return kind, remedy
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"%PDF-"):
        return _SIGNATURES[0][1:]
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "a WebP image", _SCAN
    return None
