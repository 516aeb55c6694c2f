"""Many bodies in large numbers: run by tests/long, since it takes minutes."""

from __future__ import annotations

import subprocess
import sys

ROWS = 10_000_000

# In a process of its own, so that its memory is counted alone.
PROGRAM = f"""
import resource
from collections import Counter

import felkod
import pyarrow
import pyarrow.compute

kinds = [
    b'{{"requestId":"e42b#14272d07d78","success":true,"result":[{{"id":1,"status":"updated"}}]}}',
    b'{{"requestId":"e42b#14272d07d78","success":false,"errors":[{{"code":"606","message":"Max rate limit"}}]}}',
    None,
    "",
]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read = felkod.read_many(kinds[at & 3] for at in range({ROWS}))
outcomes = Counter()
for batch in pyarrow.RecordBatchReader.from_stream(read):
    for said in pyarrow.compute.value_counts(batch["outcome"]).to_pylist():
        outcomes[said["values"]] += said["counts"]
quarter = {ROWS} // 4
assert outcomes == {{"success": quarter, "error": quarter, None: quarter, "unrecognized": quarter}}, outcomes
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(before // 1024, peak // 1024)
"""


def test_ten_million_bodies_of_a_generator_take_less_than_1_gb() -> None:
    done = subprocess.run([sys.executable, "-I", "-c", PROGRAM], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    before, peak = map(int, done.stdout.split())
    print(f"{ROWS:,} bodies: {peak} MB of memory, {before} MB of them before the first")
    assert peak < 1_000
