"""Which reader of files with geometry takes a file, by its first bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdoc.readers.placed import Placed

_HEAD = 4096
_PDF = re.compile(rb"\s*%PDF-")
_ALTO = re.compile(rb"<(?:\w+:)?alto[\s/>]", re.IGNORECASE)
_PAGE_XML = re.compile(rb"<(?:\w+:)?PcGts[\s/>]")
_HTML = re.compile(rb"<!doctype html|<html[\s>]|<(?:div|span|p|head|meta)\s[^>]*ocr", re.IGNORECASE)
_HOCR = re.compile(rb"class\s*=\s*[\"']?[^\"'>]{0,80}\bocrx?_|name\s*=\s*[\"']ocr-(?:system|capabilities)")


def read_placed(data: bytes) -> Placed | None:
    """The text with its places if the data is a PDF, hOCR, ALTO or PAGE XML file; None of any other.

    Raises:
        ReadError: the file is of such a kind and cannot be read.

    >>> read_placed("春耕时节".encode()) is None
    True
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _PDF.match(head[:1024]):
        from newsdoc.readers.pdf import read_pdf

        return read_pdf(data)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<\0" in head[:64] or b"\0<" in head[:64]:
        head = head.replace(b"\0", b"")
        head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if not head.lstrip().startswith(b"<"):
        return None
    if _ALTO.search(head):
        from newsdoc.readers.alto import read_alto

        return read_alto(data)
    if _PAGE_XML.search(head):
        from newsdoc.readers.page_xml import read_page_xml

        return read_page_xml(data)
    if _HTML.search(head) and _HOCR.search(data, 0, 1 << 16):
        from newsdoc.readers.hocr import read_hocr

        return read_hocr(data)
    return None
