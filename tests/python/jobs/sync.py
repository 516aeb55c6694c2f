"""A nightly job with the clients of felkod, in threads and in tasks: leads, events, pages, an export.

It has no code for tokens, limits, waits or repetitions.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import httpx

import felkod
import felkod.httpx
import felkod.requests

LEADS, ACTIVITIES, EXPORTS = "/rest/v1/leads.json", "/rest/v1/activities.json", "/bulk/v1/leads/export"
EVENTS = "/rest/v1/activities/external.json"
SINCE = {"sinceDatetime": "2020-01-01T00:00:00Z"}


@dataclass
class Result:
    """What the job did."""

    ids: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int | None] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    found: set[int] = field(default_factory=set)
    activities: int = 0
    lines: int = 0

    def take(self, leads: Sequence[dict[str, str]], posted: felkod.Sent) -> None:
        """Takes in what became of leads."""
        for at, (lead, told) in enumerate(zip(leads, posted.results, strict=True)):
            if at in posted.failed:
                self.refused[lead["email"]] = posted.failed[at].number
            elif told is not None:
                self.ids[lead["email"]] = told["id"]


def batches(count: int) -> list[list[dict[str, str]]]:
    """Returns leads in batches of 300."""
    leads = [{"email": f"lead{at}@example.com"} for at in range(count)]
    return [leads[at : at + 300] for at in range(0, count, 300)]


def event(lead: int) -> dict[str, Any]:
    """Returns a custom activity, which Marketo takes once more each time it is sent."""
    told = {"leadId": lead, "activityDate": "2026-08-17T12:00:00Z", "activityTypeId": 100001}
    return {"input": [{**told, "primaryAttributeValue": f"visit {lead}", "attributes": []}]}


def named(leads: Sequence[dict[str, str]]) -> dict[str, str]:
    """Returns the filter for a few leads."""
    return {"filterType": "email", "filterValues": ",".join(lead["email"] for lead in leads[:50])}


def export() -> dict[str, Any]:
    """Returns what to export: the leads of about a month."""
    now = time.time()
    start, end = (time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now + days * 86_400)) for days in (-28, 1))
    return {"fields": ["id", "email"], "filter": {"createdAt": {"startAt": start, "endAt": end}}}


def run_in_threads(url: str, count: int, policy: felkod.RetryPolicy) -> Result:
    """Runs the job with requests in 16 threads."""
    result = Result()
    with felkod.requests.Session(url, "id", "secret", policy=policy) as marketo, ThreadPoolExecutor(16) as pool:
        work = batches(count)
        for leads, posted in zip(work, pool.map(lambda leads: marketo.post_records(LEADS, leads), work), strict=True):
            result.take(leads, posted)

        def look_up(leads: list[dict[str, str]]) -> list[int]:
            return [lead["id"] for lead in marketo.get(LEADS, params=named(leads)).json()["result"]]

        def tell(lead: int) -> str | None:
            try:
                marketo.post(EVENTS, json=event(lead))
            except (felkod.MarketoError, OSError):
                return f"visit {lead}"
            return None

        for ids in pool.map(look_up, work):
            result.found.update(ids)
        result.unknown = [told for told in pool.map(tell, list(result.ids.values())[:6]) if told]
        page, more = marketo.get("/rest/v1/activities/pagingtoken.json", params=SINCE).json(), True
        while more:
            params = {"nextPageToken": page["nextPageToken"], "activityTypeIds": "12"}
            page = marketo.get(ACTIVITIES, params=params).json()
            result.activities, more = result.activities + len(page.get("result", [])), page["moreResult"]
        told = marketo.request("POST", f"{EXPORTS}/create.json", json=export(), insists=True).json()
        job = f"{EXPORTS}/{told['result'][0]['exportId']}"
        marketo.post(f"{job}/enqueue.json")
        while marketo.get(f"{job}/status.json").json()["result"][0]["status"] != "Completed":
            time.sleep(1)
        with marketo.get(f"{job}/file.json", stream=True) as file:
            result.lines = sum(chunk.count(b"\n") for chunk in file.iter_content(8_192)) - 1
    return result


async def run_in_tasks(url: str, count: int, policy: felkod.RetryPolicy) -> Result:
    """Runs the job with httpx in tasks."""
    result = Result()
    async with felkod.httpx.AsyncClient(url, "id", "secret", policy=policy) as marketo:
        work = batches(count)
        done = await asyncio.gather(*(marketo.post_records(LEADS, leads) for leads in work))
        for leads, posted in zip(work, done, strict=True):
            result.take(leads, posted)

        async def look_up(leads: list[dict[str, str]]) -> list[int]:
            return [lead["id"] for lead in (await marketo.get(LEADS, params=named(leads))).json()["result"]]

        async def tell(lead: int) -> str | None:
            try:
                await marketo.post(EVENTS, json=event(lead))
            except (felkod.MarketoError, httpx.TransportError):
                return f"visit {lead}"
            return None

        for ids in await asyncio.gather(*map(look_up, work)):
            result.found.update(ids)
        told_of = await asyncio.gather(*map(tell, list(result.ids.values())[:6]))
        result.unknown = [told for told in told_of if told]
        page, more = (await marketo.get("/rest/v1/activities/pagingtoken.json", params=SINCE)).json(), True
        while more:
            params = {"nextPageToken": page["nextPageToken"], "activityTypeIds": "12"}
            page = (await marketo.get(ACTIVITIES, params=params)).json()
            result.activities, more = result.activities + len(page.get("result", [])), page["moreResult"]
        told = (await marketo.request("POST", f"{EXPORTS}/create.json", json=export(), insists=True)).json()
        job = f"{EXPORTS}/{told['result'][0]['exportId']}"
        await marketo.post(f"{job}/enqueue.json")
        while (await marketo.get(f"{job}/status.json")).json()["result"][0]["status"] != "Completed":
            await asyncio.sleep(1)
        async with marketo.stream("GET", f"{job}/file.json") as file:
            result.lines = sum([chunk.count(b"\n") async for chunk in file.aiter_bytes()]) - 1
    return result
