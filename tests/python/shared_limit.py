"""One of several processes that share the limit of an instance; it makes calls at once and as many as it may.

python shared_limit.py URL STORE CALLS NAME
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import felkod
import felkod.requests

README = Path(__file__).parents[2] / "bindings" / "python" / "README.md"


def recipe() -> dict[str, Any]:
    """Runs the recipe of the README and returns its names."""
    text = README.read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    (block,) = [found for found in blocks if "class SharedPacer" in found]
    names: dict[str, Any] = {}
    exec(compile(block, str(README), "exec"), names)
    return names


def main(url: str, store: str, calls: int, name: str) -> None:
    figures = felkod.Figures(calls=18, window_seconds=4, concurrent_calls=5)
    pacer = recipe()["SharedPacer"](store, "one instance", figures)
    with felkod.requests.Session(url, name, "any secret", pacer=pacer) as session:
        for _ in range(calls):
            session.get("/rest/v1/activities/types.json")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
