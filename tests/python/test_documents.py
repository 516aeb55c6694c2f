"""The examples of the README and of the docs, and how the package is put together."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Answer, Server, rest

import felkod
import felkod.requests
from felkod import _felkod
from felkod.simulator import Marketo

PACKAGE = Path(felkod.__file__).parent
README = ROOT / "bindings" / "python" / "README.md"
LIMITED = rest((606, "Max rate limit '50' exceeded with in '20' secs"))


def examples(document: Path) -> list[str]:
    return re.findall(
        r"^```python\n(.*?)^```", document.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )


def test_the_examples_of_the_readme_run(server: Server, felkod_marketo: Marketo) -> None:
    blocks = examples(README)
    assert len(blocks) > 5
    server.answers += [Answer(LIMITED)] * "".join(blocks).count("    session.get(url)\n")
    server.answers += [Answer(LIMITED)] * "".join(blocks).count("client.get(url)\n")
    expired = rest((602, "Access token expired"))
    server.answers += [Answer(expired), Answer(b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}')]
    # DuckDB's own Spark session: what it takes, Spark takes too.
    from duckdb.experimental.spark.sql import SparkSession

    names: dict[str, Any] = {"url": server.url, "base": server.url.rstrip("/"), "spark": SparkSession.builder.getOrCreate()}
    for block in blocks:
        exec(compile(block, str(README), "exec"), names)
        for name in [name for name in names if name.startswith("test_")]:
            names.pop(name)(felkod_marketo)
    names["session"].close()


def test_the_python_examples_of_the_main_readme_run() -> None:
    for block in examples(ROOT / "README.md"):
        exec(compile(block, "README.md", "exec"), {})


def modules() -> list[str]:
    names = [module.name for module in pkgutil.iter_modules([str(PACKAGE)], "felkod.")]
    return ["felkod", *(name for name in names if name != "felkod.__main__")]


@pytest.mark.parametrize("name", modules())
def test_the_examples_of_the_docs_run(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module, optionflags=doctest.ELLIPSIS).failed == 0


def test_the_examples_of_the_extension_run() -> None:
    for thing in (felkod.read, felkod.find, felkod.Attempts):
        test = doctest.DocTestParser().get_doctest(inspect.getdoc(thing) or "", {}, "example", None, 0)
        assert test.examples
        assert doctest.DocTestRunner().run(test).failed == 0


def test_everything_public_has_a_doc() -> None:
    undocumented = []
    for name in felkod.__all__:
        thing = getattr(felkod, name)
        if not callable(thing):
            continue
        if not inspect.getdoc(thing):
            undocumented.append(name)
        for member, value in vars(thing).items() if inspect.isclass(thing) else ():
            is_ours = callable(value) or isinstance(value, property) or inspect.isdatadescriptor(value)
            if not member.startswith("_") and is_ours and not inspect.getdoc(value):
                undocumented.append(f"{name}.{member}")
    assert undocumented == []


def test_the_stub_has_the_docs_of_the_extension_for_editors() -> None:
    def hold(node: ast.FunctionDef | ast.ClassDef, thing: object) -> None:
        doc = inspect.getdoc(thing)
        assert ast.get_docstring(node) == doc, f"the doc of {node.name} in _felkod.pyi must be:\n{doc}"

    tree = ast.parse((PACKAGE / "_felkod.pyi").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in ("find", "read"):
            hold(node, getattr(felkod, node.name))
        if isinstance(node, ast.ClassDef):
            hold(node, getattr(_felkod, node.name))
            for member in node.body:
                if isinstance(member, ast.FunctionDef) and not member.name.startswith("_"):
                    hold(member, getattr(getattr(_felkod, node.name), member.name))


def test_the_words_and_codes_are_written_out_in_the_source() -> None:
    for module, needed in (("_codes.py", {"Code"}), ("_words.py", {"Advice", "Category"})):
        tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name in needed:
                members = [statement for statement in node.body if isinstance(statement, ast.Assign)]
                assert len(members) == len(getattr(felkod, node.name)), node.name


def test_importing_felkod_imports_no_large_part_of_python() -> None:
    code = "import sys; import felkod; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert not {"asyncio", "email", "http", "json", "logging", "urllib.parse"} & set(done.stdout.split())


def test_importing_felkod_imports_no_other_library() -> None:
    code = "import sys; import felkod; print(*(name.partition('.')[0] for name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    # Python's own too, though it is not in the list of its modules.
    standard = {*sys.stdlib_module_names, "_xxsubinterpreters"}
    loaded = {name for name in done.stdout.split() if name not in standard}
    # What the start of the interpreter brings along is not felkod's.
    start = subprocess.run(
        [sys.executable, "-I", "-c", code.replace("import felkod; ", "")],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert loaded - set(start.stdout.split()) == {"felkod"}
