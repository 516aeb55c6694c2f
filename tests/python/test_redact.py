"""Redaction: that Python hides what the shared table says, with ranges that fit what it was given."""

from __future__ import annotations

import pickle
import sys
import threading
from typing import Any

import pytest
from conftest import PAYLOADS, ROOT

import felkod
from felkod import Secret, SecretKind

KEY = "000102030405060708090a0b0c0d0e0f"
NAMES = {"hide": ["shoeSize"]}
EVIDENCE = (PAYLOADS / "evidence.txt").read_bytes()


def rows() -> list[list[str]]:
    lines = (ROOT / "tests" / "cases" / "redacted.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.replace("↵", "\n").split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("name", "strength", "text", "redacted", "found"), rows())
def test_every_text_of_the_shared_table_is_redacted_as_it_says(
    name: str, strength: str, text: str, redacted: str, found: str
) -> None:
    strict = strength == "strict"
    assert felkod.redact(text, strict=strict, names=NAMES, key=KEY) == redacted
    for key in (KEY, bytes.fromhex(KEY)):
        assert felkod.redact(text.encode(), strict=strict, names=NAMES, key=key) == redacted.encode()
    secrets = felkod.secrets(text.encode(), strict=strict, names=NAMES)
    assert (",".join(f"{secret.start}-{secret.end}:{secret.kind}" for secret in secrets) or "-") == found
    in_points = felkod.secrets(text, strict=strict, names=NAMES)
    for bytewise, pointwise in zip(secrets, in_points, strict=True):
        assert text[pointwise.start : pointwise.end].encode() == text.encode()[bytewise.start : bytewise.end]
        assert (bytewise.line, bytewise.kind) == (pointwise.line, pointwise.kind)


def test_the_table_has_rows_of_every_language() -> None:
    assert len(rows()) > 30 and any(not row[2].isascii() for row in rows())


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 1000])
def test_a_text_in_pieces_gives_the_same_as_the_whole(size: int) -> None:
    whole = felkod.redact(EVIDENCE, key=KEY)
    redactor = felkod.Redactor(key=KEY)
    pieces = [EVIDENCE[at : at + size] for at in range(0, len(EVIDENCE), size)]
    assert b"".join([*map(redactor.push, pieces), redactor.finish()]) == whole
    # The same one takes another text, of the other type.
    text = EVIDENCE.decode() + "Åsa 😀 token=hemlig😀 ✓"
    letters = [text[at : at + size] for at in range(0, len(text), size)]
    again = "".join([*map(redactor.push, letters), redactor.finish()])
    assert again == felkod.redact(text, key=KEY) and "hemlig" not in again


def test_str_never_comes_out_in_half_a_letter() -> None:
    redactor = felkod.Redactor(key=KEY)
    line = "å✓😀 " * 1_000 + "\n"
    out = [redactor.push(line) for _ in range(100)] + [redactor.finish()]
    assert "".join(out) == line * 100 and sum(map(bool, out)) > 2


def test_a_text_of_mixed_pieces_is_a_type_error_and_the_text_goes_on() -> None:
    redactor = felkod.Redactor(key=KEY)
    redactor.push("password=corr")
    with pytest.raises(TypeError, match="must be of one type"):
        redactor.push(b"ect")
    with pytest.raises(ValueError, match="were not finished"):
        redactor.redact("another text")
    assert redactor.push("ect") + redactor.finish() == felkod.redact("password=correct", key=KEY)
    assert redactor.finish() == b""


def test_a_redactor_forgets_what_is_not_finished_at_the_end_of_its_context() -> None:
    with felkod.Redactor(key=KEY) as redactor:
        redactor.push("password=correct")
    assert redactor.push("x=1") + redactor.finish() == "x=1"


def test_a_secret_is_hidden_where_it_comes_again_in_a_later_text_of_the_same_redactor() -> None:
    redactor = felkod.Redactor(key=KEY)
    assert "kallekula" not in redactor.redact("client_secret=kallekula1999")
    assert "kallekula" not in redactor.redact("upstream said kallekula1999")
    assert "kallekula" in felkod.redact("upstream said kallekula1999")


def test_the_same_value_has_the_same_mark_in_a_process_and_another_one_under_another_key() -> None:
    text = "anna@example.com"
    assert felkod.redact(text) == felkod.redact(text) == felkod.Redactor().redact(text) != felkod.redact(text, key=KEY)
    assert felkod.redact(text, key=bytes(16)) != felkod.redact(text, key=KEY)


@pytest.mark.parametrize("text", ["", "å\ud800\udfffx", "\udc80 \udcff", "\ufeffx", "a\x00b\x00c\x00", "\x00"])
def test_what_is_not_secret_stays_as_it_is(text: str) -> None:
    assert felkod.redact(text) == text and felkod.secrets(text) == []
    around = f"{text} anna@example.com {text}"
    assert felkod.redact(around, key=KEY) == around.replace("anna@example.com", "REDACTED-email-57cf9e74-16")
    assert [(s.start, s.end) for s in felkod.secrets(around)] == [(len(text) + 1, len(text) + 17)]


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_any_buffer_is_a_text(kind: Any) -> None:
    text = kind(b"password=correct")
    assert felkod.redact(text, key=KEY) == felkod.redact("password=correct", key=KEY).encode()
    (secret,) = felkod.secrets(text)
    assert (secret.start, secret.end, secret.line, secret.kind) == (9, 16, 1, SecretKind.SECRET)


def test_a_text_in_utf_16_stays_one() -> None:
    text = "\ufefflösenord: åsa@example.com ✓".encode("utf-16-le")
    redacted = felkod.redact(text, key=KEY).decode("utf-16-le")
    assert redacted.startswith("\ufefflösenord: REDACTED-email-") and redacted.endswith("-16 ✓")


def test_names_are_a_mapping_or_toml() -> None:
    text = '{"shoeSize":44,"company":"Example AB","city":"Umea"}'
    by_mapping = felkod.redact(text, names={"hide": ("shoe-size",), "keep": iter(["company"])}, key=KEY)
    assert by_mapping == felkod.redact(text, names='hide = ["shoe_size"]\nkeep = ["company"]', key=KEY)
    assert '"shoeSize":"REDACTED-personal-' in by_mapping and '"company":"Example AB","city":"REDACTED' in by_mapping
    assert [secret.kind for secret in felkod.secrets("shoeSize=44", names=NAMES)] == ["personal"]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"key": b"too short"}, ValueError, "a key has 16 bytes"),
        ({"key": "zz"}, ValueError, "a key has 32 hexadecimal digits"),
        ({"key": 7}, TypeError, "key must be bytes or str, not int"),
        ({"names": 7}, TypeError, "names must be a mapping or a text in TOML, not int"),
        ({"names": ["shoeSize"]}, TypeError, "names must be a mapping or a text in TOML, not list"),
        ({"names": {"hidden": []}}, ValueError, "names has hide and keep, not `hidden`"),
        ({"names": {"hide": "shoeSize"}}, TypeError, 'names\\["hide"\\] must be a list of str, not str'),
        ({"names": {"hide": [7]}}, TypeError, 'names\\["hide"\\] must be a list of str, not int'),
        ({"names": "hidden = []"}, ValueError, "invalid list of names: "),
    ],
)
def test_a_wrong_option_is_told(options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        felkod.redact("x", **options)
    with pytest.raises(error, match=message):
        felkod.Redactor(**options)


def test_a_text_of_another_type_is_a_type_error() -> None:
    calls: list[Any] = [felkod.redact, felkod.secrets, felkod.Redactor().push, felkod.Redactor().redact]
    for call in calls:
        with pytest.raises(TypeError, match="must be str or a buffer of bytes, .*, not int"):
            call(7)


def test_a_secret_is_a_value() -> None:
    secret, other = felkod.secrets("a@example.com b@example.com")
    assert secret == Secret(0, 13, 1, "email") != other and hash(secret) == hash(Secret(0, 13, 1, "email"))
    assert pickle.loads(pickle.dumps(secret)) == secret
    assert repr(secret) == "Secret(start=0, end=13, line=1, kind=<SecretKind.EMAIL: 'email'>)"
    match secret:
        case Secret(start, end, _, SecretKind.EMAIL):
            assert (start, end) == (0, 13)
        case _:
            raise AssertionError(secret)


def test_other_threads_run_while_a_large_text_is_redacted() -> None:
    def runs(text: bytes) -> bool:
        """Tells whether another thread, which waits for its turn, has got it by the end of the redaction."""
        turn, ran = threading.Lock(), threading.Event()
        turn.acquire()

        def work() -> None:
            turn.acquire()
            ran.set()

        thread = threading.Thread(target=work)
        thread.start()
        interval = sys.getswitchinterval()
        # From here on no thread has to give way to another one.
        sys.setswitchinterval(1_000)
        try:
            turn.release()
            felkod.redact(text)
            return ran.is_set()
        finally:
            sys.setswitchinterval(interval)
            thread.join()

    # With the lock held the other one would never run; that it is late each time, on a busy machine, is not to be feared.
    assert any(runs((EVIDENCE + b"\n") * 2_000) for _ in range(20))


def test_redaction_in_pieces_takes_no_more_memory_for_a_longer_text() -> None:
    resource = pytest.importorskip("resource")
    if sys.platform != "linux":
        pytest.skip("the unit of ru_maxrss differs")
    redactor = felkod.Redactor()
    piece = EVIDENCE + b"\n"
    for _ in range(200):
        redactor.push(piece)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(2_000):
        redactor.push(piece)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 8_000, "in KiB"
