"""A nightly job that keeps what support asks for: it records its calls and its log without secrets, and when Marketo answers
what a person has to look at, it makes a support case of both and stops.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import felkod
import felkod.logging
import felkod.requests

log = logging.getLogger("nightly")
log.setLevel(logging.INFO)


def log_to(path: Path) -> logging.Handler:
    """Sends the log to a file, without secrets and personal data."""
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z"))
    handler.addFilter(felkod.logging.RedactingFilter())
    logging.getLogger().addHandler(handler)
    return handler


def sync(marketo: felkod.requests.Session, leads: list[dict[str, Any]]) -> None:
    """Posts leads in batches, and puts them on a list."""
    sent = marketo.post_records("/rest/v1/leads.json", leads, json={"action": "createOrUpdate", "lookupField": "email"})
    for at, finding in sent.failed.items():
        log.warning("%s was rejected: %s", leads[at]["email"], finding)
    ids = [result["id"] for result in sent.results if result and "id" in result]
    log.info("%d of %d leads were sent", len(ids), len(leads))
    marketo.post("/rest/v1/lists/1001/leads.json", json={"input": [{"id": number} for number in ids]})


def run(url: str, client_id: str, client_secret: str, leads: list[dict[str, Any]], folder: Path, lang: str) -> Path | None:
    """Runs the job; returns the support case that it made, if it made one."""
    handler = log_to(folder / "nightly.log")
    recorder = felkod.Recorder(folder / "trouble.jsonl", on_error=lambda error: log.error("nothing is recorded: %s", error))
    try:
        with felkod.requests.Session(url, client_id, client_secret, recorder=recorder) as marketo:
            sync(marketo, leads)
    except felkod.MarketoError as error:
        log.exception("the job stopped; it runs with client_secret=%s", client_secret, extra=felkod.logging.extra(error))
        if not (folder / "trouble.jsonl").exists():
            return None
        case = folder / "case.zip"
        files = [str(folder / "trouble.jsonl"), str(folder / "nightly.log")]
        command = [sys.executable, "-m", "felkod", "bundle", *files, "--output", str(case), "--lang", lang]
        subprocess.run(command, check=True, capture_output=True)
        return case
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    return None
