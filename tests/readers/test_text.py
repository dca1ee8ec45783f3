"""Reading bytes: every encoding comes back as the text, what is no text is refused with a reason."""

import io
import os
import random
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdoc.errors import ReadError
from newsdoc.readers import decode, load
from newsdoc.readers.signature import binary_kind

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "100"))
law = settings(max_examples=DRAWS, deadline=None, derandomize="NEWSDOC_DRAWS" not in os.environ)

HANS = (
    "入春以来，石门县的老渠又通了水。县水利局局长何望山介绍，全县共投入资金三千二百万元，疏浚渠道八十六公里，受益农田十二万亩。"
    "“水到了田头，心里就踏实了。”种粮大户周福生说，他家今年种了一百五十亩小麦，比去年多了三成。记者在现场看到，几台抽水机正在作业，"
    "村民们沿着渠边清理杂草。据了解，这项工程从去年十一月开始，到今年三月底全部完工，前后不到五个月。下一步，当地还将修建两座泵站，"
    "让山坡上的果园也用上渠水。"
)
HANT = (
    "入春以來，石門鄉的舊圳又通了水。鄉公所農業課課長何望山表示，全鄉共投入經費三千兩百萬元，疏浚水圳八十六公里，受益農田十二萬畝。"
    "「水到了田邊，心裡就踏實了。」種稻大戶周福生說，他家今年種了一百五十畝，比去年多了三成。記者在現場看到，幾台抽水機正在運轉，"
    "村民們沿著圳邊清理雜草。據了解，這項工程從去年十一月開始，到今年三月底全部完工，前後不到五個月。下一步，當地還將興建兩座泵站，"
    "讓山坡上的果園也用上圳水。"
)
ENGLISH = "RIVERTON – “We’ve waited for years,” said café owner Zoë Laird, 41, of the city’s new £3 million bridge. "
PAGES = Path(__file__).parents[3] / "shared" / "pages"
MARKS_THAT_THE_TABLES_CODE_OTHERWISE = "•､‾∼♁☉‧﹑¯～⊕⊙／＼∕﹨¥¢£￥￠￡￭▓"

ENCODED = [
    # text, codec that writes it, name that is found
    (HANS, "utf-8", "utf-8"),
    (HANT, "utf-8-sig", "utf-8-sig"),
    (HANS, "utf-16", "utf-16"),
    (HANS, "utf-16-le", "utf-16-le"),
    (HANT, "utf-16-be", "utf-16-be"),
    (ENGLISH, "utf-16-le", "utf-16-le"),
    (ENGLISH, "utf-16-be", "utf-16-be"),
    (HANS, "utf-32", "utf-32"),
    (HANS, "gb18030", "gb18030"),
    (HANT, "gb18030", "gb18030"),
    (HANS, "gbk", "gb18030"),
    (HANT + "伊‧莉莎白３～５日／", "cp950", "cp950"),
    (HANT + "啲嘢係咁嘅，佢哋冇問題。", "big5hkscs", "big5hkscs"),
    (HANT + "④商品の店／々", "big5hkscs", "big5hkscs"),
    (HANT + "╔═╗€", "cp950", "cp950"),
    (ENGLISH, "cp1252", "cp1252"),
    (ENGLISH, "utf-8", "utf-8"),
    ("plain ascii, 3.5%\r\n", "ascii", "utf-8"),
    ("记者 于舟", "gb18030", "gb18030"),
    ("要聞：本港今日有雨", "big5", "cp950"),
    ("front matter in ASCII\n" * 9000 + HANS, "gb18030", "gb18030"),
    ("𠀀㐂" + HANS, "gb18030", "gb18030"),
]


@pytest.mark.parametrize(("text", "codec", "name"), ENCODED, ids=[f"{row[1]}-{row[0][:4]}" for row in ENCODED])
def test_an_encoding_is_found(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


def test_hong_kong_big5_has_the_marks_that_writers_mean() -> None:
    assert decode((HANT + "佢哋３").encode("big5hkscs") + b"\xa1\xe3\xa1\x45")[0][-5:] == "佢哋３～‧"


def test_the_mark_of_gb18030_is_no_part_of_the_text() -> None:
    assert decode(("\ufeff" + HANS).encode("gb18030")) == (HANS, "gb18030")
    assert decode("\ufeffab".encode("gb18030")) == ("ab", "gb18030")


@pytest.mark.parametrize("length", [20, 60, 200])
@pytest.mark.parametrize(("text", "codec"), [(HANS, "gb18030"), (HANT, "gb18030"), (HANT, "big5hkscs")])
def test_every_window_of_news_text_tells_gb18030_from_big5(text: str, codec: str, length: int) -> None:
    whole = text * 2
    wrong = [
        at for at in range(len(text)) if decode(whole[at : at + length].encode(codec))[0] != whole[at : at + length]
    ]
    assert wrong == []


@pytest.mark.skipif(not PAGES.is_dir(), reason="the shared pages are not beside the checkout")
@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
def test_real_pages_are_read_in_every_encoding(codec: str) -> None:
    for path in sorted(PAGES.glob("*.txt")):
        text = path.read_text("utf-8")
        windows = [text] + [text[at : at + 200] for at in range(0, len(text) - 200, 200)]
        for window in windows:
            # What Big5 lacks is left out, as a writer in Big5 would have had to.
            kept = "".join(sign for sign in window if _writes(codec, sign))
            if sum("\u4e00" <= sign <= "\u9fff" for sign in kept) >= 20:
                assert decode(kept.encode(codec))[0] == kept, (path.name, window[:20])


def _writes(codec: str, sign: str) -> bool:
    try:
        sign.encode(codec)
    except UnicodeEncodeError:
        return False
    return codec != "big5hkscs" or sign not in MARKS_THAT_THE_TABLES_CODE_OTHERWISE


@law
@given(st.text(max_size=200))
def test_law_utf8_is_read_back(text: str) -> None:
    data = b"\xef\xbb\xbf" + text.encode()
    if binary_kind(data) is None:
        assert decode(data)[0] == text


@law
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=200))
def test_law_utf8_without_nul_is_read_back_without_a_mark(text: str) -> None:
    if binary_kind(text.encode()) is None:
        assert decode(text.encode())[0] == text.removeprefix("\ufeff")


@law
@given(st.binary(max_size=600))
def test_any_bytes_are_a_text_or_a_read_error(data: bytes) -> None:
    try:
        text, name = decode(data)
    except ReadError:
        return
    assert isinstance(text, str)
    assert "x".encode(name)


@pytest.mark.parametrize("size", [64, 600, 5000, 200_000])
def test_random_bytes_are_no_text(size: int) -> None:
    for seed in range(20):
        with pytest.raises(ReadError, match=r"no text|no encoding"):
            decode(random.Random(seed).randbytes(size))


BINARY = [
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF.*pdftotext"),
    (b"\n\n%PDF-1.4 late", "a PDF.*pdftotext"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image.*OCR"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
    (b"PK\x03\x04\x14\x00", "a ZIP archive.*docx"),
    (b"\x1f\x8b\x08\x00" + zlib.compress(b"x"), "a gzip archive.*unpack"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Word.*plain text"),
    (b"{\\rtf1\\ansi hello}", "RTF"),
    (b"II*\x00\x08\x00\x00\x00", "TIFF"),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
    (b"\x00" * 4096, "no text"),
    (bytes(range(256)) * 4, "no text"),
]


@pytest.mark.parametrize(("data", "said"), BINARY, ids=[said for _, said in BINARY])
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        decode(data)


BROKEN = [
    (HANS.encode()[:300] + b"\xff" + HANS.encode()[300:], r"byte 300 \(0xff\) is broken UTF-8"),
    (HANS.encode()[:-1], r"ends inside a character, at byte \d+ \(UTF-8\)"),
    (b"\xef\xbb\xbfabc\xffdef", "byte 6 .* broken UTF-8"),
    (HANS.encode("gb18030")[:200] + b"\xff\xff" + HANS.encode("gb18030")[200:], "byte 200 .* broken GB18030"),
    (HANT.encode("big5")[:200] + b"\xff" + HANT.encode("big5")[200:], "byte 200 .* broken Big5"),
    (HANS.encode("gb18030") + b"\xd6", r"ends inside a character, at byte \d+ \(GB18030\)"),
    ("春耕".encode("utf-16")[:-1], r"ends inside a character, at byte 4 \(UTF-16"),
    (b"\xff\xfe\x00\xd8a\x00", "byte 2 .* broken UTF-16"),
]


@pytest.mark.parametrize(("data", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_broken_bytes_are_refused_with_their_place(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        decode(data)


def test_another_encoding_is_named_where_it_can_be() -> None:
    with pytest.raises(ReadError, match="in no encoding that newsdoc reads"):
        decode(("春の全国交通安全運動が始まり、駅前で啓発活動が行われた。" * 9).encode("shift_jis"))


KEPT = ["", " \t\n", "　\u00a0", "one line", "a\r\nb\rc\n", "p1\fp2", "a\x00b", "\x01\x02 control", "\ufeffa\ufeff"]


@pytest.mark.parametrize("text", KEPT, ids=ascii)
def test_blanks_line_ends_and_controls_stay_as_they_are(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")


def test_load_reads_paths_and_files(tmp_path: Path) -> None:
    path = tmp_path / "版面.txt"
    path.write_bytes(HANS.encode("gb18030"))
    for source in (path, str(path)):
        loaded = load(source)
        assert (loaded.name, loaded.text, loaded.encoding) == ("版面.txt", HANS, "gb18030")
        assert loaded.data == path.read_bytes()
        assert loaded.media_type == "text/plain"
    with path.open("rb") as file:
        assert load(file).name == "版面.txt"
    assert load(io.BytesIO(b"")).text == ""
    assert load(io.BytesIO(b"")).name is None


def test_load_says_what_is_wrong_with_a_path(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.txt: there is no such file"):
        load(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a folder"):
        load(tmp_path)
    with pytest.raises(ReadError, match="path is empty"):
        load("")
    for odd in ("a\x00b", "a" * 5000, "\ud800"):
        with pytest.raises(ReadError):
            load(odd)
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadError, match="cannot be read"):
        load(tmp_path / "file" / "inside")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.5")
    with pytest.raises(ReadError, match=r"a\.pdf: .*PDF"):
        load(tmp_path / "a.pdf")


def test_load_refuses_a_file_open_for_text_or_closed() -> None:
    with pytest.raises(ReadError, match="open for text"):
        load(io.StringIO("text"))  # type: ignore[arg-type]
    closed = io.BytesIO(b"x")
    closed.close()
    with pytest.raises(ReadError, match="cannot be read"):
        load(closed)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5hkscs", "utf-16-le", "cp1252"])
def test_cost_is_linear_in_the_length(codec: str) -> None:
    text = {"big5hkscs": HANT, "cp1252": ENGLISH}.get(codec, HANS)

    def cost(size: int) -> float:
        data = text.encode(codec) * (size // len(text.encode(codec)))
        best = 9.0
        for _ in range(3):
            start = time.thread_time()
            decode(data)
            best = min(best, time.thread_time() - start)
        return best

    assert cost(8_000_000) < 40 * max(cost(1_000_000), 1e-3)
