"""A nightly job as a data engineer writes it: pages of leads, batches of updates, an exported file, 16 threads."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import requests
from requests.adapters import HTTPAdapter

import felkod
import felkod.logging
import felkod.requests

log = logging.getLogger("job")


class Job:
    def __init__(self, url: str, lead_count: int, batch_size: int) -> None:
        self.url = url
        self.batches = [range(at, at + batch_size) for at in range(0, lead_count, batch_size)]
        self.set_aside: dict[int, int | None] = {}
        self.tokens = felkod.TokenCache(self.fetch_token)  # retry, token, log: 1
        self.session = requests.Session()
        self.session.mount("http://", HTTPAdapter(pool_maxsize=16))
        self.session.auth = felkod.requests.BearerAuth(self.tokens)  # retry, token, log: 2
        self.session.hooks["response"].append(  # retry, token, log: 3
            partial(felkod.requests.raise_for_error, strict=True)  # retry, token, log: 4
        )  # retry, token, log: 5
        again = felkod.RetryPolicy(longest_quota_wait=900).retrying(  # retry, token, log: 6
            request=felkod.Idempotency.IDEMPOTENT, reauthenticate=self.tokens.forget, logger=log  # 7
        )  # 8
        self.send = again(self.send_once)  # retry, token, log: 9

    def fetch_token(self) -> dict[str, Any]:
        answer = requests.get(f"{self.url}/identity/oauth/token", timeout=30)
        felkod.requests.raise_for_error(answer)
        token: dict[str, Any] = answer.json()
        return token

    def send_once(self, method: str, path: str, **options: Any) -> requests.Response:
        return self.session.request(method, self.url + path, timeout=30, **options)

    def leads(self) -> Iterator[int]:
        page: str | None = "0"
        while page is not None:
            answer = self.send("GET", "/rest/v1/leads.json", params={"nextPageToken": page}).json()
            yield from (lead["id"] for lead in answer["result"])
            page = answer.get("nextPageToken")

    def update(self, leads: list[int]) -> None:
        answer = self.send("POST", "/rest/v1/leads/push.json", json={"input": [{"id": lead} for lead in leads]})
        failed = felkod.requests.read(answer).by_record()
        again = [leads[at] for at, f in failed.items() if f.can_retry(idempotent=True)]  # retry, token, log: 10
        self.set_aside |= {leads[at]: f.number for at, f in failed.items() if leads[at] not in again}
        if again:  # retry, token, log: 11
            self.update(again)  # retry, token, log: 12

    def exported(self) -> int:
        with self.send("GET", "/bulk/file.csv", stream=True) as answer:
            return sum(chunk.count(b"\n") for chunk in answer.iter_content(8_192)) - 1

    def run(self) -> dict[str, Any]:
        with ThreadPoolExecutor(16) as pool:
            pages = [pool.submit(lambda: list(self.leads())) for _ in range(2)]
            files = [pool.submit(self.exported) for _ in range(4)]
            list(pool.map(self.update, map(list, self.batches)))
            found = [page.result() for page in pages]
            told = {"leads": found[0], "same": found[0] == found[1], "exported": [file.result() for file in files]}
        try:
            self.send("GET", "/rest/v1/quota.json")
        except felkod.QuotaError as error:
            log.error("stopped: %s", error, extra=felkod.logging.extra(error))
            told["stopped"] = error.code
        self.session.close()
        return told
