"""The wheel and the source distribution as a release has them."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("FELKOD_DIST" not in os.environ, reason="tests/python/run builds them"),
]


@pytest.fixture(scope="module")
def dist() -> Path:
    return Path(os.environ["FELKOD_DIST"])


@pytest.fixture(scope="module")
def wheel(dist: Path) -> dict[str, bytes]:
    (path,) = dist.glob("felkod-*.whl")
    with zipfile.ZipFile(path) as files:
        return {name: files.read(name) for name in files.namelist()}


@pytest.fixture(scope="module")
def metadata(wheel: dict[str, bytes]) -> Message:
    (text,) = (data.decode() for name, data in wheel.items() if name.endswith(".dist-info/METADATA"))
    return Parser().parsestr(text)


def test_the_wheel_is_for_manylinux2014_and_every_python_from_3_10_on_and_small(dist: Path) -> None:
    (path,) = dist.glob("felkod-*.whl")
    if sys.platform == "linux":
        assert re.search(r"-cp310-abi3-manylinux2014_\w+\.manylinux_2_17_\w+\.whl$", path.name)
    assert path.stat().st_size < 4_000_000


def test_the_metadata_name_urls_versions_and_extras(metadata: Message) -> None:
    urls = dict(line.split(", ") for line in metadata.get_all("Project-URL") or [])
    assert set(urls) >= {"Repository", "Documentation", "Changelog", "Issues"}
    assert metadata["Author"] and metadata["License-Expression"] == "MIT OR Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.10" and metadata["Description-Content-Type"].startswith("text/markdown")
    classifiers = metadata.get_all("Classifier") or []
    for version in ("3.10", "3.11", "3.12", "3.13", "3.14"):
        assert f"Programming Language :: Python :: {version}" in classifiers
    assert set(metadata.get_all("Provides-Extra") or []) == {
        "aiohttp",
        "duckdb",
        "httpx",
        "pandas",
        "polars",
        "requests",
        "spark",
        "tenacity",
        "zeep",
    }
    for needed in metadata.get_all("Requires-Dist") or []:
        assert "extra ==" in needed, "felkod itself needs nothing"


def test_an_extra_takes_the_versions_that_the_tests_run_with(metadata: Message) -> None:
    from importlib.metadata import version

    for needed in metadata.get_all("Requires-Dist") or []:
        match = re.match(r"(\w+)>=([\d.]+)", needed)
        assert match is not None
        least = tuple(map(int, match[2].split(".")))
        assert tuple(map(int, version(match[1]).split(".")[: len(least)])) >= least


def test_the_licenses_of_what_is_linked_in_are_in_the_wheel(wheel: dict[str, bytes]) -> None:
    licenses = {Path(name).name: data.decode() for name, data in wheel.items() if "/licenses/" in name}
    assert {"LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY-NOTICES"} <= set(licenses)
    (sbom,) = (json.loads(data) for name, data in wheel.items() if "/sboms/" in name)
    linked = [part["name"] for part in sbom["components"] if part["purl"].startswith("pkg:cargo/icu_")]
    assert linked and all(name in licenses["THIRD-PARTY-NOTICES"] for name in ("icu_decimal", "pyo3", "serde_json"))
    assert "UNICODE LICENSE V3" in licenses["THIRD-PARTY-NOTICES"]


def builders_paths() -> list[bytes]:
    cargo = os.environ.get("CARGO_HOME", str(Path.home() / ".cargo"))
    target = os.environ.get("CARGO_TARGET_DIR", str(ROOT / "target"))
    return [str(path).encode() for path in (ROOT, Path.home(), cargo, target)]


def test_nothing_that_is_shipped_names_a_path_of_the_builder(dist: Path, wheel: dict[str, bytes]) -> None:
    shipped = dict(wheel)
    (path,) = dist.glob("felkod-*.tar.gz")
    with tarfile.open(path) as files:
        for member in files.getmembers():
            assert (member.uname, member.gname) in (("", ""), ("root", "root")) or member.uname == ""
            data = files.extractfile(member)
            if data is not None:
                shipped[member.name] = data.read()
    assert len(shipped) > 50
    for name, content in shipped.items():
        for path_ in builders_paths():
            assert path_ + b"/" not in content, f"{name} names {path_!r}"


def test_the_record_of_the_wheel_is_that_of_its_files(wheel: dict[str, bytes]) -> None:
    (record,) = (data.decode() for name, data in wheel.items() if name.endswith("/RECORD"))
    rows = {name: (digest, size) for name, digest, size in csv.reader(io.StringIO(record))}
    assert set(rows) == set(wheel)
    for name, data in wheel.items():
        if not name.endswith("/RECORD"):
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert rows[name] == (f"sha256={digest}", str(len(data))), name


def test_the_source_distribution_has_all_that_a_build_needs_and_no_more(dist: Path) -> None:
    (path,) = dist.glob("felkod-*.tar.gz")
    with tarfile.open(path) as files:
        names = {name.partition("/")[2] for name in files.getnames()}
    assert {"pyproject.toml", "Cargo.toml", "Cargo.lock", "backend.py", "python/felkod/_codes.py"} <= names
    assert not [name for name in names if name.endswith((".so", ".pyc")) or "/target/" in name]


def test_a_build_without_cargo_ends_at_once_with_a_clear_word(tmp_path: Path) -> None:
    folders = [str(Path(sys.executable).parent), "/usr/bin", "/bin"]
    path = os.pathsep.join(folders)
    if shutil.which("cargo", path=path):
        pytest.skip("cargo lies beside what a build needs")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path)]
    done = subprocess.run(
        [*command, str(ROOT / "bindings" / "python")],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": path},
        timeout=60,
    )
    assert done.returncode != 0
    assert "there is no cargo in PATH" in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []
