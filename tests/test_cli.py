"""The command line: what it prints, where, and how it exits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import generator
from generator.cli import main

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: integer}
        items: {type: array, items: {$ref: '#/components/schemas/Item'}}
    Item:
      type: object
      properties:
        name: {type: string}
"""
QUERY = "paths: {/a: {get: {parameters: [{name: q, in: query, schema: {type: string}}]}}}\n"
LAST_RUN = "generated/.*_cache/last-run"
DANGLING = SPEC.replace("schemas/Item'}", "schemas/Itm'}")


@pytest.fixture
def shop(here: Path) -> Path:
    """Return a working directory with `shop.yaml`."""
    (here / "shop.yaml").write_text(SPEC)
    return here


def run(*argv: str) -> int:
    """Run a command line as the program does; argparse exits by itself."""
    try:
        return main(argv)
    except SystemExit as error:
        return int(error.code or 0)


def started(*argv: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "generator", *argv]
    root = str(Path(generator.__file__).parent.parent)
    env = {**os.environ, "PYTHONPATH": root, "NO_COLOR": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False)


def test_generate_writes_code_and_tables(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("generate", "shop.yaml", "-o", "out") == 0
    assert (shop / "out" / "models" / "order.py").is_file()
    assert (shop / "out" / "docs" / "models" / "order.md").is_file()
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(" written\n")


def test_a_second_run_has_nothing_to_do(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("generate", "shop.yaml", "-o", "out")
    before = {path: path.stat().st_mtime_ns for path in (shop / "out").rglob("*")}
    capsys.readouterr()
    assert run("generate", "shop.yaml", "-o", "out") == 0
    assert capsys.readouterr().err.startswith("up to date: ")
    assert {path: path.stat().st_mtime_ns for path in (shop / "out").rglob("*")} == before


@pytest.mark.parametrize(
    "change",
    [
        lambda here: (here / "shop.yaml").write_text(SPEC.replace("name:", "label:")),
        lambda here: (here / "out" / "models" / "item.py").write_text("edited"),
        lambda here: (here / "out" / "models" / "item.py").unlink(),
    ],
    ids=["the input", "an output", "an output that is gone"],
)
def test_a_change_is_seen(shop: Path, change: object) -> None:
    assert callable(change)
    run("generate", "shop.yaml", "-o", "out")
    change(shop)
    assert run("generate", "shop.yaml", "-o", "out", "--check") == 1
    assert run("generate", "shop.yaml", "-o", "out") == 0
    assert run("generate", "shop.yaml", "-o", "out", "--check") == 0


def test_a_module_says_that_it_is_ours_where_the_list_is_lost(shop: Path) -> None:
    run("generate", "shop.yaml", "-o", "out", "--target", "python")
    (shop / "out" / ".typewright-files").unlink()
    (shop / "shop.yaml").write_text(SPEC.replace("name:", "label:"))
    assert run("generate", "shop.yaml", "-o", "out", "--target", "python") == 0
    (shop / "out" / ".typewright-files").unlink()
    module = shop / "out" / "models" / "item.py"
    module.write_text(module.read_text("utf-8").partition("\n")[2])
    assert run("generate", "shop.yaml", "-o", "out", "--target", "python") == 2


@pytest.mark.parametrize("name", ["shop.yaml", "./shop.yaml", "link.yaml"])
def test_a_description_that_is_named_twice_is_one(shop: Path, name: str) -> None:
    (shop / "link.yaml").symlink_to("shop.yaml")
    (shop / "shop.yaml").write_text(SPEC + QUERY)
    assert run("generate", "shop.yaml") == 0
    assert run("generate", "shop.yaml", name, "--check") == 0


def test_another_setting_is_seen(shop: Path) -> None:
    run("generate", "shop.yaml", "-o", "out", "--target", "markdown")
    assert run("generate", "shop.yaml", "-o", "out", "--target", "markdown, python") == 0
    assert (shop / "out" / "models" / "item.py").is_file()


def test_only_the_files_of_a_changed_model_are_written(shop: Path) -> None:
    run("generate", "shop.yaml", "-o", "out")
    for path in (shop / "out").rglob("*.*"):
        os.utime(path, (1, 1))
    (shop / "shop.yaml").write_text(SPEC.replace("name:", "label:"))
    run("generate", "shop.yaml", "-o", "out")
    written = {path.name for path in (shop / "out").rglob("*.[pm][yd]") if path.stat().st_mtime > 1}
    assert written == {"item.py", "item.md"}


def test_check_prints_a_diff_and_writes_nothing(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("generate", "shop.yaml", "--target", "markdown", "--check") == 1
    out, err = capsys.readouterr()
    assert "+++ generated/docs/models/item.md\n" in out
    assert err == "out of date: 2 to write\n"
    assert not (shop / "generated").exists()


@pytest.mark.parametrize(("name", "findings"), [("json", "[]\n"), ("github", "")])
def test_drift_is_told_beside_findings_for_machines(
    shop: Path, capsys: pytest.CaptureFixture[str], name: str, findings: str
) -> None:
    arguments = ("generate", "shop.yaml", "--target", "markdown", "--format", name)
    assert run(*arguments, "--check") == 1
    out, err = capsys.readouterr()
    assert out == findings
    assert "+++ generated/docs/models/item.md\n" in err
    assert err.endswith("out of date: 2 to write\n")
    run(*arguments)
    assert capsys.readouterr() == (findings, "")


@pytest.mark.parametrize(
    ("names", "before", "told"),
    [
        (["other.yaml"], "", True),
        (["other.yaml"], "typewright generate shop.yaml other.yaml", True),
        (["other.yaml"], "typewright generate shop.yaml other.yaml && rm shop.yaml", False),
        (["other.yaml"], "cp shop.yaml s.yaml && typewright generate s.yaml other.yaml", True),
        (["shop.yaml", "other.yaml"], "", False),
        (["other.yaml"], "mv shop.yaml old.yaml", False),
        (["other.yaml"], "cp other.yaml shop.yaml && typewright generate shop.yaml", False),
        (["other.yaml"], "rm -r generated", False),
        (["other.yaml"], "sed s/name:/label:/ shop.yaml > other.yaml", True),
        (["other.yaml"], "cp shop.yaml other.yaml", False),
        (
            ["other.yaml"],
            f"sed '1d; s#/[^\"]*shop.yaml#{'x' * 300}#g' {LAST_RUN} > kept && "
            f"{{ b2sum -l 64 kept | cut -c -16; cat kept; }} > sealed && mv sealed {LAST_RUN}",
            False,
        ),
    ],
)
def test_two_descriptions_that_share_a_folder_undo_each_other(
    shop: Path, capsys: pytest.CaptureFixture[str], names: list[str], before: str, told: bool
) -> None:
    (shop / "other.yaml").write_text(SPEC.replace("Order:", "User:"))
    assert run("generate", "shop.yaml") == 0
    command = before.replace("typewright", f"{sys.executable} -m generator")
    root = str(Path(generator.__file__).parent.parent)
    subprocess.run(command, shell=True, check=True, env={**os.environ, "PYTHONPATH": root})
    capsys.readouterr()
    assert run("generate", *names) == 0
    err = capsys.readouterr().err
    assert ("warning[WRT006]: what the last run wrote from " in err) is told
    assert run("generate", *names) == 0
    assert "WRT006" not in capsys.readouterr().err


def test_mistakes_in_the_input_are_shown_with_their_place(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop / "shop.yaml").write_text(DANGLING)
    assert run("generate", "shop.yaml") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "error[REF002]" in err
    assert "shop.yaml:10:" in err
    assert not (shop / "generated").exists()


def test_a_model_comes_before_a_name_that_packages_share(here: Path) -> None:
    problem = {"type": "object", "properties": {"list": {"type": "array"}}}
    schemas = {"components": {"schemas": {"Problem": problem}}}
    info = {"title": "Shop", "version": "1"}
    (here / "shop.json").write_text(json.dumps({"openapi": "3.1.0", "info": info, **schemas}))
    assert run("generate", "shop.json") == 0
    code = "from generated.models import Problem; print(Problem.from_dict({'list': []}).list_)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


@pytest.mark.parametrize("name", ["text", "json", "github"])
def test_every_format_in_a_process_of_its_own(shop: Path, name: str) -> None:
    command = [sys.executable, "-m", "generator", "generate", "shop.yaml", "--format", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "bug" in done.stderr) == (0, False)


def test_findings_for_machines(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shop / "shop.yaml").write_text(DANGLING)
    assert run("generate", "shop.yaml", "--format", "json") == 2
    [found] = json.loads(capsys.readouterr().out)
    assert (found["code"], found["line"]) == ("REF002", 10)
    assert run("generate", "shop.yaml", "--format", "github") == 2
    assert capsys.readouterr().out.startswith("::error file=shop.yaml,line=10,")


@pytest.mark.parametrize(
    ("workspace", "file"),
    [("..", "{shop}/shop.yaml"), (".", "shop.yaml"), ("elsewhere", "shop.yaml")],
    ids=["a job in a subfolder", "a job at the top", "outside of the checkout"],
)
def test_annotations_are_relative_to_the_checkout(
    shop: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    workspace: str,
    file: str,
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(shop / workspace))
    (shop / "shop.yaml").write_text(DANGLING)
    run("generate", "shop.yaml", "--format", "github")
    told = file.format(shop=shop.name)
    assert capsys.readouterr().out.startswith(f"::error file={told},line=10,")


def test_warnings_are_repeated_when_nothing_changed(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    misspelt = "".join(f"name{n}: {{tpye: string}}\n        " for n in range(5))
    (shop / "shop.yaml").write_text(SPEC.replace("name: {", f"{misspelt}name: {{"))
    assert run("generate", "shop.yaml") == 0
    first = capsys.readouterr().err
    assert run("generate", "shop.yaml") == 0
    second = capsys.readouterr().err
    assert "warning[SCH003]" in first
    assert "and 1 more" in first
    assert "up to date" in second
    assert first.rpartition("1 warning")[0] == second.rpartition("1 warning")[0]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "required: COMMAND"),
        (["frobnicate"], "invalid choice: 'frobnicate'"),
        (["generate", "--target", "pyton"], "did you mean 'python'?"),
        (["generate", "--formatter", "x"], "known: ruff, black, none"),
        (["generate"], "error[CFG004]: no description to generate from\n   help: name one"),
        (["generate", "shop.yaml", "--package", "class"], "error[CFG003]"),
        (["generate", "nowhere.yaml"], "cannot read 'nowhere.yaml'"),
        (["generate", "--config", "nowhere.toml"], "error[CFG001]"),
        (["generate", "a.yaml", "-o", "x" * 300], "x/.typewright_cache': file name too long"),
        (["generate", "a.yaml", "--templates", "x" * 300], "'templates' names a folder that is"),
        (["generat"], "did you mean generate?"),
        (["../."], "did you mean generate ../.?"),
        (["generate", "*.yaml"], "name each file"),
        (["generate", "-"], "standard input is '/dev/stdin'"),
        (
            ["generate", "--formater", "ruff"],
            "there is no option '--formater'; did you mean --form",
        ),
        (["diff", "a", "b", "--foo"], "there is no option '--foo'\nTry"),
        (["diff", "a", "b", "--colour"], "there is no option '--colour'; did you mean --color?"),
        (["schema", "extra"], "typewright schema: one argument too many: 'extra'\nTry"),
        (["diff", "a.yaml"], "error[DIF003]: two versions are needed"),
        (["diff", "a.yaml", "x" * 300], "xx': File name too long"),
        (["diff", "-", "-"], "only one of the two versions can come from standard input"),
        (["diff", "nope:a.yaml", "b.yaml"], "there is no file 'nope:a.yaml', and"),
        (["diff", "a", "b", "--expires", "2020-01-01"], "2020-01-01 is past"),
        (["diff", "a", "b", "--accept"], "--accept needs a --reason"),
        (["explain", "REF02"], "did you mean REF002?"),
        (["explain", "zzz"], "there is no code 'zzz'"),
    ],
)
def test_a_mistake_in_the_call_exits_with_2(
    here: Path, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    assert run(*argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_the_folder_may_be_gone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "gone").mkdir()
    os.chdir("gone")
    (here / "gone").rmdir()
    assert run("generate", str(here / "shop.yaml")) == 2
    assert capsys.readouterr().err == "typewright: the folder that you are in is gone\n"


def test_mistakes_in_the_settings_are_shown(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shop / "typewright.toml").write_text('specs = ["shop.yaml"]\nformater = "ruff"\n')
    assert run("generate") == 2
    err = capsys.readouterr().err
    assert "error[CFG002]: there is no setting 'formater'" in err
    assert "typewright.toml:2:1" in err
    assert "did you mean 'formatter'?" in err


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("package", "a.b"),
        ("errors_path", "/a"),
        ("tables_version", "x"),
        ("templates", "shop.yaml"),
    ],
)
def test_a_value_that_means_nothing_is_shown_where_it_stands(
    shop: Path, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    (shop / "typewright.toml").write_text(f'specs = ["shop.yaml"]\n{name} = "{value}"\n')
    option = f"--{name.replace('_', '-')}={value}"
    for given in (False, True):
        assert run("generate", *[option] * given) == 2
        err = capsys.readouterr().err
        assert f"error[CFG003]: '{name}'" in err
        assert ("--> typewright.toml:2:1" in err) is not given


def test_a_value_that_is_hardly_meant_is_shown_where_it_stands(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop / "typewright.toml").write_text('specs = ["shop.yaml"]\npackage = "json"\n')
    for _ in ("the first time", "again"):
        assert run("generate") == 0
        err = capsys.readouterr().err
        assert "warning[CFG005]: 'package' names a package that hides the module 'json'" in err
        assert "--> typewright.toml:2:1" in err


def test_a_misspelt_table_is_told_where_no_description_is_named(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pyproject.toml").write_text("[tool.typewrite]\nspecs = ['shop.yaml']\n")
    assert run("generate") == 2
    assert "error[CFG002]: nothing reads the table [tool.typewrite]\n" in capsys.readouterr().err
    assert run("generate", "shop.yaml") == 0


def test_the_mark_that_an_editor_leaves_beside_a_template_is_no_template(shop: Path) -> None:
    Path("own/markdown").mkdir(parents=True)
    Path("own/markdown/.#enum.md.jinja").symlink_to("me@here.4711")
    assert run("generate", "shop.yaml", "--templates", "own") == 0
    assert run("generate", "shop.yaml", "--templates", "own") == 0


def test_explain_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "ref002") == 0
    assert capsys.readouterr().out.startswith("REF002: ")


def test_schema_prints_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    assert "formatter" in json.loads(capsys.readouterr().out)["properties"]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"typewright {generator.__version__}\n"


@pytest.mark.parametrize("error", [RuntimeError("oops"), OSError("oops")], ids=repr)
def test_a_bug_is_ours_and_says_so(
    shop: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise error

    monkeypatch.setattr(generator, "generate", broken, raising=False)
    assert run("generate", "shop.yaml") == 70
    err = capsys.readouterr().err
    assert "this is a bug in typewright" in err
    assert f"{type(error).__name__}: oops" in err
    assert "Traceback" not in err
    monkeypatch.setenv("TYPEWRIGHT_DEBUG", "1")
    with pytest.raises(type(error)):
        run("generate", "shop.yaml")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupt_is_quiet(
    shop: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def interrupted(*_: object, **__: object) -> object:
        signal.raise_signal(getattr(signal, name, signal.SIGINT))
        raise AssertionError("the signal is not heard")

    # What a shell starts in the background is deaf to the first, what `nohup` starts to the last.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if name != "SIGINT" and hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    monkeypatch.setattr(generator, "generate", interrupted, raising=False)
    assert run("generate", "shop.yaml") == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m generator schema | head -c 1"
    root = str(Path(generator.__file__).parent.parent)
    env = {**os.environ, "PYTHONPATH": root, "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=env, check=True)
    assert (done.stdout, done.stderr) == ("{", "")


def test_no_bar_and_no_colour_in_a_pipe(shop: Path) -> None:
    (shop / "shop.yaml").write_text(DANGLING)
    done = started("generate", "shop.yaml")
    assert "\x1b" not in done.stdout + done.stderr
    assert "\r" not in done.stdout + done.stderr


@pytest.mark.parametrize("argv", [["--help"], ["generate", "--help"], ["--version"]])
def test_help_imports_nothing_that_takes_time(argv: list[str]) -> None:
    heavy = ("jinja2", "yaml", "referencing", "rich", "black", "jsonschema", "generator.pipeline")
    code = (
        "import contextlib, sys; from generator.cli import main\n"
        "with contextlib.suppress(SystemExit): main(sys.argv[1:])\n"
        f"sys.exit(str([m for m in {heavy} if m in sys.modules] or ''))"
    )
    root = Path(generator.__file__).parent.parent
    command = [sys.executable, "-c", code, *argv]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""


def test_settings_of_the_file_can_be_overridden(shop: Path) -> None:
    (shop / "typewright.toml").write_text(
        'specs = ["shop.yaml"]\noutput = "a"\ntargets = ["markdown"]\n'
    )
    assert run("generate", "--output", "b") == 0
    assert sorted(path.name for path in (shop / "b").iterdir() if path.name[0] != ".") == ["docs"]
    assert not (shop / "a").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("explain REF001 > /dev/full", 2, "cannot write the answer: No space left on device"),
        ("explain REF001 2> /dev/full > /dev/null", 0, ""),
        ("explain nothing 2> /dev/full", 2, ""),
        ("explain REF001 >&-", 0, ""),
        ("explain nothing 2>&-", 2, ""),
    ],
)
def test_an_answer_that_nobody_can_take_is_no_trace_back(
    command: str, code: int, told: str
) -> None:
    done = subprocess.run(
        f"{sys.executable} -m generator {command}",
        shell=True,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (done.returncode, told in done.stderr) == (code, True)
    assert "Traceback" not in done.stderr
