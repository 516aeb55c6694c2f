"""The speed and the memory of `felkod redact`, beside sed and a filter in Python with the same names, in one run.

    speed.py FELKOD FOLDER MEGABYTES

It fails if `felkod redact` takes more of the processor's time than either of them, which see the names in one encoding
alone, or more than 64 MB of memory. The peers get a part of the file; all are compared by their best time for a megabyte.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

# What docs/evidence.md names.
NAMES = (
    "access_token client_id client_secret partner_id mktowsUserId requestSignature Authorization X-Mkto-User-Token "
    "X-Marketo-Client-Secret mkt_tok _mkto_trk password token secret apiKey Email keyValue attrValue filterValues "
    "firstName lastName phone"
).split()
PATTERN = "(" + "|".join(NAMES) + r""")("?[=:] ?"?)[^"& ,}]+"""
EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]+"
FILTER = f"""
import re, sys
names, email = re.compile({PATTERN!r}, re.I), re.compile({EMAIL!r})
for line in sys.stdin:
    sys.stdout.write(email.sub("REDACTED", names.sub(r"\\1\\2REDACTED", line)))
"""
MOST_MEMORY = 64_000
# How much of the file a peer gets, and how often all are run.
PARTS = {"sed -E": 16 << 20, "Python": 2 << 20}
ROUNDS = 5


def lines(number: int) -> str:
    """A line of a log: every hundredth has a token, every other kind of line is met too."""
    stamp = f"2026-08-17T09:{number // 60 % 60:02}:{number % 60:02}Z"
    if number % 100 == 0:
        token = f"cdf0{number % 65536:04x}-110d-4155-99a7-f986b2ff13a0:int"
        return (
            f"{stamp} WARN call failed access_token={token} body: "
            '{"requestId":"a9d3#18a05e1c4f1","success":false,"errors":[{"code":"602","message":"Access token expired"}]}\n'
        )
    if number % 3 == 0:
        return f'{stamp} INFO lead {number} updated {{"id": {number}, "score": 606}}\n'
    return f"{stamp} INFO com.example.sync.Worker - batch {number} imported, {number % 300} records in {number % 900} ms\n"


def bodies(number: int) -> str:
    """A response with twenty records, of which one has an e-mail address in every tenth response."""
    result = [
        {"id": number * 300 + index, "status": "updated", "updatedAt": "2026-08-17T09:00:02Z"} for index in range(20)
    ]
    if number % 10 == 0:
        result[3]["email"] = f"anna{number}@example.com"
    return json.dumps({"requestId": f"a9d3#{number:x}", "success": True, "result": result}) + "\n"


def write(path: Path, make, size: int) -> None:
    """Writes so many bytes: the same 4 MB again and again."""
    block, length = [], 0
    while length < 4 << 20:
        block.append(make(len(block)))
        length += len(block[-1])
    text = "".join(block).encode()
    with path.open("wb") as file:
        while file.tell() < size:
            file.write(text)


def run(command: list[str], path: Path) -> tuple[float, int]:
    """Returns the time of the processor in seconds, and the peak of memory in kB."""
    with path.open("rb") as source:
        child = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command[0]} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main() -> None:
    felkod, folder, megabytes = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    faults = []
    for make, wanted in ((lines, 300), (bodies, 150)):
        large = folder / f"{make.__name__}.txt"
        write(large, make, megabytes << 20)
        size = large.stat().st_size / 1e6
        peers = {
            "sed -E": ["sed", "-E", f"s/{PATTERN}/\\1\\2REDACTED/gI;s/{EMAIL}/REDACTED/g"],
            "Python": [sys.executable, "-c", FILTER],
        }
        memory, ours = 0, []
        theirs, parts = {name: [] for name in peers}, {}
        for name, length in PARTS.items():
            parts[name] = folder / f"{make.__name__}-{length >> 20}.txt"
            with large.open("rb") as source:
                parts[name].write_bytes(source.read(length))
        # In turns, so that what else the machine does hits all of them.
        for _ in range(ROUNDS):
            seconds, peak = run([felkod, "redact"], large)
            ours.append(seconds / size)
            memory = max(memory, peak)
            for name, command in peers.items():
                theirs[name].append(run(command, parts[name])[0] / (parts[name].stat().st_size / 1e6))
        speed = 1 / min(ours)
        print(f"{make.__name__}: {size:.0f} MB, {speed:.0f} MB/s a core (aim: {wanted}), {memory} kB of memory")
        for name, times in theirs.items():
            print(f"  {name}: {1 / min(times):.0f} MB/s, {min(times) / min(ours):.1f} times as long")
            if min(ours) >= min(times):
                faults.append(f"{make.__name__}: slower than {name}")
        if memory > MOST_MEMORY:
            faults.append(f"{make.__name__}: {memory} kB of memory")
    shutil.rmtree(folder)
    if faults:
        sys.exit("\n".join(faults))


main()
