"""The command line: what goes where, exit codes, one line for an error, files written whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import newsdoc
from newsdoc.cli import main
from newsdoc.pipeline import read

PAGE = """\
老渠通了新水
——石门县灌区改造见闻

本报记者 林一舟

　　清早，石门县的老渠又通了水。去年全县投入3000多万元，疏浚渠道86公里，受益农田近12万亩。
　　“水到田头，心里就踏实了。”种粮大户周福生说。
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and permissions of POSIX")


def invoke(*args: str, given: bytes | str | None = None) -> Result:
    return CliRunner().invoke(main, args, input=given)


def run(*args: str, given: bytes = b"", env: dict[str, str] | None = None, **more) -> subprocess.CompletedProcess:
    command = (
        [sys.executable, "-m", "newsdoc.cli", *args] if "code" not in more else [sys.executable, "-c", more.pop("code")]
    )
    return subprocess.run(
        command, input=given, capture_output=True, timeout=60, env={**os.environ, **(env or {})}, **more
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "版面.txt"
    path.write_text(PAGE, "utf-8")
    return path


def complaint(result: Result) -> str:
    """The one line of an error, when the command ended as the contract says."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") == 1
    return result.stderr.rstrip("\n")


def test_convert_writes_json_that_follows_the_schema(page: Path) -> None:
    result = invoke("convert", str(page), "--published", "2024-04-02")
    assert (result.exit_code, result.stderr) == (0, "")
    tree = json.loads(result.stdout)
    jsonschema.Draft202012Validator(json.loads(invoke("schema").stdout)).validate(tree)
    assert tree["headline"]["text"] == "老渠通了新水"
    assert tree["published"] == "2024-04-02"
    assert tree["source"]["name"] == "版面.txt"
    assert newsdoc.from_json(result.stdout) == read(page, published="2024-04-02")


def test_convert_writes_markdown(page: Path) -> None:
    result = invoke("convert", str(page), "--to", "markdown")
    assert result.exit_code == 0
    assert result.stdout.startswith("# 老渠通了新水\n\n**——石门县灌区改造见闻**\n")
    assert result.stdout == newsdoc.to_markdown(read(page))


@pytest.mark.parametrize("args", [(), ("-",)])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_standard_input_is_read_in_any_encoding(args: tuple[str, ...], encoding: str) -> None:
    result = invoke("convert", *args, given=PAGE.encode(encoding))
    assert result.exit_code == 0
    tree = json.loads(result.stdout)
    assert tree["headline"]["text"] == "老渠通了新水"
    assert tree["source"]["name"] is None


@pytest.mark.parametrize("given", [b"", b" \r\n\t", "　".encode()])
@pytest.mark.parametrize("command", [("convert",), ("convert", "--to", "markdown"), ("explain",), ("figures",)])
def test_nothing_is_an_article_of_nothing(command: tuple[str, ...], given: bytes) -> None:
    assert invoke(*command, given=given).exit_code == 0


def test_explain_lists_the_lines(page: Path) -> None:
    result = invoke("explain", str(page))
    assert result.exit_code == 0
    assert "EDITS\n" in result.stdout
    assert "NOT ACCOUNTED FOR" not in result.stdout
    assert [line for line in result.stdout.splitlines() if line.startswith("  1  headline")]


def test_figures_as_a_table_and_as_json(page: Path) -> None:
    table = invoke("figures", str(page)).stdout
    assert "30000000 to 40000000" in table
    rows = json.loads(invoke("figures", str(page), "--to", "json", "--published", "2024-04-02").stdout)
    assert {"3000多万元", "86公里", "近12万亩"} <= {row["text"] for row in rows}
    assert [row["edtf"] for row in rows if row["text"] == "去年"] == ["2023"]


def test_a_lexicon_of_ones_own_is_used(page: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.tsv"
    lexicon.write_text("[nothing]\n", "utf-8")
    assert "mine.tsv, line 1: no table 'nothing'" in complaint(invoke("convert", str(page), "--lexicon", str(lexicon)))
    lexicon.write_text("[surnames]\nzh-Hans\tzh-Hant\n林\t林\n", "utf-8")
    assert invoke("convert", str(page), "--lexicon", str(lexicon)).exit_code == 0


WRONG_USE = [
    ((), "newsdoc: Missing command"),
    (("frobnicate",), "newsdoc: No such command 'frobnicate'"),
    (("convert", "--to", "docx"), "newsdoc convert: Invalid value for '--to': 'docx'"),
    (("convert", "--labels", "fr"), "newsdoc convert: Invalid value for '--labels'"),
    (("convert", "--published", "2024-02-30"), "newsdoc convert: Invalid value for '--published'"),
    (("convert", "--published", "yesterday"), "newsdoc convert: Invalid value for '--published'"),
    (("convert", "a", "b"), "newsdoc convert: Got unexpected extra argument"),
    (("convert", "--frob"), "newsdoc convert: No such option"),
    (("convert", "--published"), "newsdoc: Option '--published' requires an argument"),
    (("--frob",), "newsdoc: No such option"),
]


@pytest.mark.parametrize(("args", "begins"), WRONG_USE, ids=[" ".join(args) or "nothing" for args, _ in WRONG_USE])
def test_bad_usage_is_one_line(args: tuple[str, ...], begins: str) -> None:
    result = CliRunner().invoke(main, args, prog_name="newsdoc")
    said = complaint(result)
    assert said.startswith(begins)
    assert said.endswith("--help")


def test_unreadable_input_is_one_line(tmp_path: Path) -> None:
    assert "there is no such file" in complaint(invoke("convert", str(tmp_path / "none.txt")))
    assert "is a folder" in complaint(invoke("convert", str(tmp_path)))
    assert "the PDF is broken" in complaint(invoke("explain", given=b"%PDF-1.4\n"))
    assert "no text" in complaint(invoke("figures", given=bytes(range(256)) * 9))
    assert "a b\\x1b: there is no such file" in complaint(invoke("convert", "a\nb\x1b"))
    assert complaint(invoke("convert", "none", "--lexicon", str(tmp_path / "none.tsv")))


def test_output_goes_to_a_file_whole(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("old")
    result = invoke("convert", str(page), "--to", "markdown", "-o", str(out))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert out.read_bytes() == invoke("convert", str(page), "--to", "markdown").stdout_bytes
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.md", page.name]
    assert "cannot be written" in complaint(invoke("convert", str(page), "-o", str(tmp_path / "none" / "out")))
    assert "cannot be written" in complaint(invoke("convert", str(page), "-o", str(tmp_path)))
    assert invoke("schema", "-o", "-").stdout == invoke("schema").stdout


def test_a_failing_conversion_leaves_the_output_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old")
    complaint(invoke("convert", "-o", str(out), given=b"\x89PNG\r\n\x1a\n"))
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_output_over_the_input(page: Path) -> None:
    assert invoke("convert", str(page), "-o", str(page)).exit_code == 0
    assert json.loads(page.read_text("utf-8"))["headline"]["text"] == "老渠通了新水"


def test_version_and_help() -> None:
    assert CliRunner().invoke(main, ["--version"], prog_name="newsdoc").stdout == f"newsdoc {newsdoc.__version__}\n"
    for args in (
        ("--help",),
        ("-h",),
        ("convert", "--help"),
        ("explain", "-h"),
        ("figures", "-h"),
        ("check", "-h"),
        ("schema", "-h"),
    ):
        result = invoke(*args)
        assert (result.exit_code, result.stderr) == (0, "")
        assert "Usage:" in result.stdout


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_output_is_utf8_whatever_the_locale(page: Path, locale: dict[str, str]) -> None:
    result = run("convert", "--to", "markdown", given=page.read_bytes(), env=locale)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode("utf-8").startswith("# 老渠通了新水\n")
    result = run("explain", "没有.txt", env=locale)
    assert result.returncode == 2
    assert result.stderr.count(b"\n") == 1
    assert b"Traceback" not in result.stderr


@posix
@pytest.mark.parametrize("command", ["schema", "convert --to json"])
def test_a_reader_that_has_enough_is_no_error(page: Path, command: str) -> None:
    script = f"{sys.executable} -m newsdoc.cli {command} < '{page}'"
    # Read no byte, close, and report the code of the writer.
    done = subprocess.run(
        ["bash", "-c", f"({script}; echo code $? >&2) | sleep 0"], capture_output=True, timeout=60, check=False
    )
    assert done.stderr == b"code 0\n"


@posix
@pytest.mark.parametrize(
    ("redirect", "said"), [("<&-", b"standard input is closed"), (">&- < '{page}'", b"standard output is closed")]
)
def test_closed_streams_are_one_line(page: Path, redirect: str, said: bytes) -> None:
    script = f"{sys.executable} -m newsdoc.cli convert {redirect.format(page=page)}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count(b"\n") == 1


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m newsdoc.cli schema > /dev/full"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == b"newsdoc: cannot be written: No space left on device\n"


def test_help_loads_click_and_nothing_heavy() -> None:
    code = (
        "import sys\nfrom newsdoc.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'pydantic', 'pydantic_core', 'rich', 'opencc', 'charset_normalizer'} & set(sys.modules)\n"
        "ours = {name for name in sys.modules if name.startswith('newsdoc.')} - {'newsdoc.cli', 'newsdoc.errors'}\n"
        "sys.exit(f'{heavy or ours}' if heavy or ours else 0)"
    )
    done = run(code=code)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_manual_names_every_command_and_option() -> None:
    manual = (Path(__file__).parents[1] / "docs" / "command-line.md").read_text("utf-8")
    for name, command in main.commands.items():
        usage = next(line for line in manual.splitlines() if line.startswith(f"newsdoc {name} "))
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        assert options - {"--output"} == {word for word in usage.split() if word.startswith("--")}, name
