"""The example with libcurl, a whole job against the simulator in real time: client.py FELKOD SCENARIO PROGRAM [ARGUMENT]..."""

import json
import os
import subprocess
import sys
import urllib.request

felkod, scenario, *program = sys.argv[1:]

# What the scenario rejects for good: the first record of a batch, and two of another.
REJECTED = 3
LEADS = 3_000
POLICY = {"endpoint_timeout": 1}

simulator = subprocess.Popen(
    [felkod, "simulate", "--port", "0", "--no-log", "--scenario", scenario], stdout=subprocess.PIPE, text=True
)
try:
    address = simulator.stdout.readline().strip()
    leads = [f"lead{number}@example.com" for number in range(LEADS)]
    job = subprocess.run(
        [*program, address, "client", json.dumps(POLICY)],
        input="\n".join(leads),
        env={**os.environ, "MARKETO_CLIENT_SECRET": "hush-hush"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    lines = job.stdout.splitlines()
    assert job.returncode == 1, job
    assert "hush-hush" not in job.stdout + job.stderr, job
    assert lines[-1] == f"{LEADS} leads in 10 requests, {REJECTED} rejected", lines
    rejected = {json.loads(line.removeprefix("rejected: "))["email"] for line in lines[:-1]}
    assert len(rejected) == REJECTED, rejected

    def get(path: str, **headers: str) -> dict:
        request = urllib.request.Request(address + path, headers=headers)
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)

    calls = get("/_felkod/calls")["calls"]
    with open(scenario, encoding="utf-8") as file:
        rules = sum(line.startswith("  - {") for line in file)
    fired = {call["rule"] for call in calls} - {None}
    assert fired == set(range(1, rules + 1)), f"rules that have fired: {sorted(fired)} of {rules}"
    token = get("/identity/oauth/token?grant_type=client_credentials&client_id=client&client_secret=x")["access_token"]
    there = set()
    for start in range(0, LEADS, 100):
        values = ",".join(leads[start : start + 100])
        path = f"/rest/v1/leads.json?filterType=email&filterValues={values}"
        there |= {lead["email"] for lead in get(path, Authorization=f"Bearer {token}").get("result", [])}
    assert there == set(leads) - rejected, f"{len(there)} leads are there"
    print(f"{LEADS} leads went through in {len(calls)} calls, {REJECTED} aside that the scenario rejects")
finally:
    simulator.terminate()
    assert simulator.wait(timeout=60) == 0
