"""What several tests share: the paths of the repository, bodies in the shapes of the wire, and a local HTTP server."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAYLOADS = ROOT / "tests" / "payloads"


def rest(*errors: tuple[object, str]) -> bytes:
    """Returns a REST response whose call failed with errors of a code and a message."""
    listed = [{"code": str(code), "message": message} for code, message in errors]
    return json.dumps({"requestId": "e42b#14272d07d78", "success": False, "errors": listed}).encode()


def records(*errors: tuple[object, str]) -> bytes:
    """Returns a REST response whose call went through and whose records failed."""
    listed = [{"status": "skipped", "reasons": [{"code": str(c), "message": m}]} for c, m in errors]
    result = [{"status": "updated", "id": 1}, *listed]
    return json.dumps({"requestId": "e42b#14272d07d78", "success": True, "result": result}).encode()


def soap(code: object, message: str) -> bytes:
    """Returns a SOAP fault."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/">
  <SOAP-ENV:Body>
    <SOAP-ENV:Fault>
      <faultcode>SOAP-ENV:Client</faultcode>
      <faultstring>{code} - Error</faultstring>
      <detail>
        <ns1:serviceException xmlns:ns1="http://www.marketo.com/mktows/">
          <name>mktServiceException</name>
          <message>{message} ({code})</message>
          <code>{code}</code>
        </ns1:serviceException>
      </detail>
    </SOAP-ENV:Fault>
  </SOAP-ENV:Body>
</SOAP-ENV:Envelope>""".encode()


@dataclass
class Answer:
    """What the server answers once."""

    body: bytes
    status: int = 200
    content_type: str = "application/json; charset=UTF-8"
    headers: dict[str, str] = field(default_factory=dict)
    # What Content-Length says, where it is not the truth; the connection is closed then.
    length: int | None = None


class Server:
    """An HTTP server on 127.0.0.1 that gives the answers it was told, in their order, and keeps the headers it saw."""

    def __init__(self) -> None:
        answers: list[Answer] = []
        seen: list[dict[str, str]] = []
        self.answers = answers
        self.seen = seen

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                answer = answers.pop(0)
                seen.append(dict(self.headers))
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.content_type)
                self.close_connection = answer.length is not None
                self.send_header("Content-Length", str(answer.length or len(answer.body)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_POST = answer

            def log_message(self, format: str, *args: object) -> None:
                """Keeps the output of the tests clean."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()
    assert not server.answers, "every answer was fetched"
