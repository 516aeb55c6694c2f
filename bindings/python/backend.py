"""Builds the package by maturin, and says at once what is missing: without Rust, maturin would try to download it."""

import shutil
from collections.abc import Callable
from typing import Any

import maturin

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]


def _with_cargo(step: Callable[..., Any]) -> Callable[..., Any]:
    """Ends a step of a build where there is no cargo."""

    def run(*arguments: Any, **options: Any) -> Any:
        if shutil.which("cargo") is None:
            raise SystemExit(
                "felkod is built from source here, which needs Rust (stable) and a C compiler, but there is no cargo in "
                "PATH. Install Rust as https://rustup.rs says, or install a wheel of felkod, which needs neither."
            )
        return step(*arguments, **options)

    return run


def _nothing(config_settings: dict[str, Any] | None = None) -> list[str]:
    return []


build_editable = _with_cargo(maturin.build_editable)
build_sdist = _with_cargo(maturin.build_sdist)
build_wheel = _with_cargo(maturin.build_wheel)
get_requires_for_build_editable = _with_cargo(_nothing)
get_requires_for_build_sdist = _with_cargo(_nothing)
get_requires_for_build_wheel = _with_cargo(_nothing)
prepare_metadata_for_build_editable = _with_cargo(maturin.prepare_metadata_for_build_editable)
prepare_metadata_for_build_wheel = _with_cargo(maturin.prepare_metadata_for_build_wheel)
