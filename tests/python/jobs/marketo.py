"""A local server that behaves as Marketo does on a bad day: what a job has to get through.

Each page of leads and each batch fails first, each in a way of its own, and succeeds when it is sent again.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGES, PER_PAGE, BATCHES, PER_BATCH, EXPORTED = 24, 25, 24, 10, 20_000
# The calls at which the token of that time expires.
EXPIRIES = (60, 180)
ID = "e42b#14272d07d78"
JSON = "application/json;charset=UTF-8"


def failed(code: int, message: str) -> bytes:
    return json.dumps(
        {"requestId": ID, "success": False, "errors": [{"code": str(code), "message": message}]}
    ).encode()


def page_of_a_gateway(status: int) -> tuple[int, str, bytes]:
    return status, "text/html", f"<html><head><title>{status}</title></head></html>".encode()


TROUBLE: list[tuple[int, str, bytes, dict[str, str]]] = [
    (200, JSON, failed(606, "Max rate limit '100' exceeded with in '20' secs"), {"Retry-After": "0"}),
    (200, JSON, failed(615, "Concurrent access limit reached"), {}),
    (*page_of_a_gateway(502), {}),
    (200, JSON, b"", {}),
    (200, JSON, b'{"requestId":"e42b#14272d07d78","success":true,"result":[{"id":1', {}),
    (429, "text/plain", b"slow down", {"Retry-After": "0"}),
    (*page_of_a_gateway(520), {}),
    (200, JSON, failed(604, "Request timed out"), {}),
]


class Marketo:
    """The server; a context manager."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.token, self.tokens = "", 0
        self.calls = 0
        self.troubled: set[str] = set()
        self.updated: dict[int, int] = {}
        self.busy_once: set[int] = set()
        marketo = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                status, content_type, data, headers = marketo.answer(
                    self.path, self.headers.get("Authorization", ""), body
                )
                self.send_response(status)
                self.send_header("Content-Type", content_type)
                self.send_header("Content-Length", str(len(data)))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = answer

            def log_message(self, format: str, *args: object) -> None:
                """Keeps the output of the tests clean."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> Marketo:
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def answer(self, path: str, authorization: str, body: bytes) -> tuple[int, str, bytes, dict[str, str]]:
        parts = urlsplit(path)
        with self.lock:
            self.calls += 1
            if parts.path == "/identity/oauth/token":
                self.tokens += 1
                self.token = f"token-{self.tokens}:sj"
                return 200, JSON, json.dumps({"access_token": self.token, "expires_in": 3_600}).encode(), {}
            if self.calls in EXPIRIES:
                self.token = ""
            if authorization != f"Bearer {self.token}":
                return 200, JSON, failed(602, "Access token expired"), {}
            if path + body.decode() not in self.troubled and parts.path != "/bulk/file.csv":
                self.troubled.add(path + body.decode())
                return TROUBLE[len(self.troubled) % len(TROUBLE)]
            handlers: dict[str, Callable[[Any], bytes]] = {
                "/rest/v1/leads.json": self.leads,
                "/rest/v1/leads/push.json": self.push,
                "/rest/v1/quota.json": lambda _: failed(607, "Daily quota reached"),
                "/bulk/file.csv": lambda _: b"id,email\n" + b"1,anna@example.com\n" * EXPORTED,
            }
            data = handlers[parts.path](parse_qs(parts.query) or json.loads(body or b"null"))
            kind = "text/csv" if parts.path.endswith(".csv") else JSON
            return 200, kind, data, {}

    def leads(self, query: dict[str, list[str]]) -> bytes:
        page = int(query["nextPageToken"][0])
        result = [{"id": page * PER_PAGE + at} for at in range(PER_PAGE)]
        told: dict[str, object] = {"requestId": ID, "success": True, "result": result}
        if page + 1 < PAGES:
            told["nextPageToken"] = str(page + 1)
        return json.dumps(told).encode()

    def push(self, batch: dict[str, list[dict[str, int]]]) -> bytes:
        """Updates leads; each fifth is busy at first, each seventh has a field that does not exist, some are both."""
        result: list[dict[str, object]] = []
        for lead in batch["input"]:
            number, reasons = lead["id"], []
            if number % 5 == 0 and number not in self.busy_once:
                self.busy_once.add(number)
                reasons.append({"code": "713", "message": "Object is in use"})
            if number % 7 == 0:
                reasons.append({"code": "1006", "message": "Field 'x' not found"})
            if reasons:
                result.append({"status": "skipped", "reasons": reasons})
            else:
                self.updated[number] = self.updated.get(number, 0) + 1
                result.append({"id": number, "status": "updated"})
        return json.dumps({"requestId": ID, "success": True, "result": result}).encode()
