"""What peers from PyPI make of the documents.

    peers.py FOLDER

FOLDER/documents.json has the documents in Base64. Each peer gives FOLDER/NAME.json: its version, how it is used, and what came
of each document, in Base64, null where it raised an exception. Of a peer that only finds secrets, each one that it found is
replaced.
"""

from __future__ import annotations

import base64
import json
import logging
import re
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import datafog
import har_capture
import log_redactor
import loggingredactor
import redact_secret
import scrubadub
import secrethider
from detect_secrets import SecretsCollection
from detect_secrets.settings import default_settings

NAMES = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))


def detect_secrets(text: str) -> str:
    """Returns the text without what was found in a file with it."""
    with tempfile.NamedTemporaryFile("w", suffix=".log", encoding="utf-8") as file, default_settings():
        file.write(text)
        file.flush()
        found = SecretsCollection()
        found.scan_file(file.name)
    for secret in sorted((secret.secret_value or "" for _, secret in found), key=len, reverse=True):
        text = text.replace(secret, "***") if secret else text
    return text


def is_json(text: str) -> bool:
    """Tells whether a text is JSON."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def in_har(text: str) -> str:
    """Returns the text as the body of a response in a HAR file."""
    kind = "application/json" if is_json(text) else "text/xml" if text[:1] == "<" else "text/plain"
    content = {"size": len(text), "mimeType": kind, "text": text}
    request = {"method": "GET", "url": "https://example.com/", "httpVersion": "HTTP/1.1"}
    for part in ("cookies", "headers", "queryString"):
        request[part] = []  # type: ignore[assignment]
    response = {"status": 200, "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [], "headers": [], "content": content}
    sizes = {"headersSize": -1, "bodySize": -1}
    entry = {"startedDateTime": "2026-01-01T00:00:00Z", "time": 1, "request": {**request, **sizes}, "cache": {}}
    entry |= {"response": {**response, "redirectURL": "", **sizes}, "timings": {"send": 0, "wait": 1, "receive": 0}}
    har = {"log": {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": [entry]}}
    made: Any = har_capture.sanitize_har(har)[0]
    return str(made["log"]["entries"][0]["response"]["content"]["text"])


def of_filter() -> Callable[[str], str]:
    """Returns a filter of logging with regular expressions for the names and for e-mail addresses and phone numbers."""
    names = "|".join(map(re.escape, NAMES))
    pattern = re.compile(rf"""(?i)(?:{names})["'>]*\s*[=:>]?\s*["']?[^"'&\s,;<>}}]+""")
    filter = loggingredactor.CommonPIIRedactingFilter(mask_patterns=[pattern])

    def redact(text: str) -> str:
        record = logging.makeLogRecord({"msg": text})
        filter.filter(record)
        return record.getMessage()

    return redact


def main() -> None:
    folder = Path(sys.argv[1])
    documents = [base64.b64decode(text) for text in json.loads((folder / "documents.json").read_text())]
    redact_secret.initialize()
    secret_hider = secrethider.redactor_from_config({"enable": ["pii"]})
    scrubber = scrubadub.Scrubber(locale="sv_SE")
    peers: list[tuple[str, str, Callable[[str], str]]] = [
        ("datafog", "its regular expressions", lambda text: datafog.redact(text).redacted_text),
        ("detect-secrets", "finds", detect_secrets),
        ("har-capture", "the body of a response", in_har),
        ("loggingredactor", "felkod's names, its expressions", of_filter()),
        ("python-log-redactor", "", log_redactor.redact),
        ("redact-secret", "", lambda text: redact_secret.scan_and_redact(text).text),
        ("scrubadub", "the locale sv_SE", scrubber.clean),
        ("secrethider", "with personal data", secret_hider.redact),
    ]
    for name, how, redact in peers:
        made: list[str | None] = []
        for document in documents:
            try:
                text, encoding = document.decode(), "utf-8"
            except UnicodeDecodeError:
                text, encoding = document.decode("latin-1"), "latin-1"
            try:
                made.append(base64.b64encode(redact(text).encode(encoding, "replace")).decode())
            except Exception as error:
                made.append(None)
                print(name, type(error).__name__, str(error)[:100], file=sys.stderr)
        told = {"name": name, "version": version(name), "registry": "PyPI", "how": how, "texts": made}
        (folder / f"{name}.json").write_text(json.dumps(told))


main()
