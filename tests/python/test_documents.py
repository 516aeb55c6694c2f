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
from collections import Counter
from datetime import datetime, timezone
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
    blocks = [block for block in examples(README) if block != job_of_the_readme()]
    assert len(blocks) > 5
    server.answers += [Answer(LIMITED)] * "".join(blocks).count("    session.get(url)\n")
    server.answers += [Answer(LIMITED)] * "".join(blocks).count("client.get(url)\n")
    expired = rest((602, "Access token expired"))
    token = Answer(b'{"access_token": "5f2c:sj", "expires_in": 3599}')
    success = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'
    server.answers += [token, Answer(expired), token, Answer(success)]
    names: dict[str, Any] = {"url": server.url, "base": server.url.rstrip("/"), "credentials": {}}
    # Those with Spark run in test_spark.py.
    for block in [block for block in blocks if "spark" not in block]:
        exec(compile(block, str(README), "exec"), names)
        for name in [name for name in names if name.startswith("test_")]:
            names.pop(name)(felkod_marketo)
    names["session"].close()


def test_the_example_that_repeats_a_call_has_ten_lines() -> None:
    (example,) = [block for block in examples(README) if "policy.run(" in block]
    assert len([line for line in example.splitlines() if line.strip()]) <= 10


def job_of_the_readme() -> str:
    (job,) = [block for block in examples(README) if "csv.DictReader" in block]
    return job


def test_the_job_of_the_readme_is_short_and_leaves_retries_tokens_pacing_and_logs_to_felkod() -> None:
    job = job_of_the_readme()
    assert len([line for line in job.splitlines() if line.strip()]) < 25
    assert not re.search(r"\btry\b|except|access_token|logging|pacer|Authorization|decision|attempt[^s]", job)


@pytest.mark.slow
def test_the_job_of_the_readme_gets_through_everything_that_can_go_wrong(
    felkod_marketo: Marketo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    felkod_marketo.play((ROOT / "tests" / "simulator" / "worst.yaml").read_text(encoding="utf-8"))
    felkod_marketo.fast_forward()
    monkeypatch.setattr("time.sleep", felkod_marketo.advance)
    monkeypatch.chdir(tmp_path)
    emails = [f"lead{at}@example.com" for at in range(900)]
    Path("leads.csv").write_text("\n".join(["email", *emails]), encoding="utf-8")
    job = compile(job_of_the_readme(), "job", "exec")
    given = {"url": felkod_marketo.url, "client_id": "any id", "client_secret": "any secret"}
    start, end = (time_of(felkod_marketo.time() + days * 86_400) for days in (-1, 28))
    runs, refused, exported = 0, 0, list[str]()
    while felkod_marketo.total < 900:
        names: dict[str, Any] = {**given, "since": start, "month": {"startAt": start, "endAt": end}}
        exec(job, names)
        runs += 1
        refused += len(names["posted"].failed)
        exported = names["exported"].splitlines()
        assert exported[0] == "id,email" and {line.partition(",")[2] for line in exported[1:]} <= set(emails)
        assert names["activities"]
    assert {line.rpartition(",")[2] for line in exported[1:]} == set(emails), "what was refused once came the next time"
    calls = felkod_marketo.calls
    rules = {call.rule for call in calls} - {None}
    assert len(rules) >= 20, f"{len(rules)} kinds of trouble in {runs} runs"
    assert capsys.readouterr().out.count("\n") == refused > 0
    applied = Counter((call.path, call.fingerprint) for call in calls if call.applied)
    safe = ("/rest/v1/leads.json", "create.json", "enqueue.json")
    assert all(path.endswith(safe) for (path, _), count in applied.items() if count > runs)


def time_of(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


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
    for thing in (felkod.read, felkod.read_many, felkod.find, felkod.Attempts):
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
    held = set[str]()

    def hold(node: ast.FunctionDef | ast.ClassDef, thing: object) -> None:
        doc = inspect.getdoc(thing)
        if f"{thing}" in held:
            return  # A further overload.
        held.add(f"{thing}")
        assert ast.get_docstring(node) == doc, f"the doc of {node.name} in {stub.name} must be:\n{doc}"

    nodes = [(stub, node) for stub in PACKAGE.glob("*.pyi") for node in ast.parse(stub.read_text(encoding="utf-8")).body]
    for stub, node in nodes:
        if isinstance(node, ast.FunctionDef) and getattr(felkod, node.name, None) is getattr(_felkod, node.name):
            hold(node, getattr(felkod, node.name))
        if isinstance(node, ast.ClassDef):
            hold(node, getattr(_felkod, node.name))
            for member in node.body:
                if isinstance(member, ast.FunctionDef) and not member.name.startswith("_"):
                    hold(member, getattr(getattr(_felkod, node.name), member.name))
    documented = {"answers", "find", "read", "read_many", "redact", "resend", "secrets"}
    assert documented <= {node.name for _, node in nodes if isinstance(node, ast.FunctionDef)}


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
