"""One bad document does not stop the service."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import psutil
import pytest

from web.conftest import Server, Start

GOOD = "U krijgt van ons een brief over uw aanvraag. Wij helpen u graag."


@pytest.fixture
def server(start: Start, misbehaving: dict[str, str]) -> Server:
    """A server whose check hangs, falls or eats memory on a word; two workers, two seconds a job."""
    return start("--workers", "2", "--seconds", "2", "--memory", "1500", env=misbehaving)


def check(client: httpx.Client, text: str) -> httpx.Response:
    return client.post("/api/v1/checks", json={"text": text, "kind": "text"})


def test_a_document_that_hangs_is_told_in_time_and_others_go_on(server: Server) -> None:
    client = server.client()
    assert check(client, GOOD).status_code == 200
    with ThreadPoolExecutor() as threads:
        hanging = threads.submit(check, client, "Dit is een HANG in een tekst.")
        good = [check(client, GOOD).status_code for _ in range(10)]
        assert not hanging.done()
        assert good == [200] * 10
        answer = hanging.result()
    assert answer.status_code == 504
    assert "2 seconden" in answer.json()["detail"]
    assert check(client, GOOD).status_code == 200


def test_as_many_that_hang_as_there_are_workers_hold_up_but_lose_nothing(server: Server) -> None:
    client = server.client()
    with ThreadPoolExecutor(8) as threads:
        hanging = [threads.submit(check, client, f"Dit HANG nummer {i}.") for i in range(3)]
        good = [threads.submit(check, client, GOOD) for _ in range(5)]
        assert [each.result().status_code for each in good] == [200] * 5
        assert [each.result().status_code for each in hanging] == [504] * 3


def test_a_worker_that_falls_is_told_and_replaced(server: Server) -> None:
    client = server.client()
    for _ in range(3):
        assert check(client, "Dit is een VAL in een tekst.").status_code == 502
        assert check(client, GOOD).status_code == 200


def test_a_document_that_eats_memory_is_told(server: Server) -> None:
    client = server.client()
    answer = check(client, "Dit VRAAT alles op.")
    assert answer.status_code == 422
    assert "geheugen" in answer.json()["detail"]
    assert check(client, GOOD).status_code == 200


def test_workers_killed_while_idle_come_back(server: Server) -> None:
    client = server.client()
    assert check(client, GOOD).status_code == 200
    for worker in psutil.Process(server.process.pid).children(recursive=True):
        if "forkserver" in " ".join(worker.cmdline()) and worker.memory_info().rss > 50_000_000:
            os.kill(worker.pid, signal.SIGKILL)
    time.sleep(0.5)
    statuses = [check(client, GOOD).status_code for _ in range(3)]
    assert statuses[-1] == 200


def test_more_than_can_wait_are_asked_to_come_back(
    start: Start, misbehaving: dict[str, str]
) -> None:
    options = ("--workers", "1", "--seconds", "2", "--waiting", "3")
    client = start(*options, env=misbehaving).client()
    with ThreadPoolExecutor(12) as threads:
        asked = [threads.submit(check, client, "Een HANG.") for _ in range(12)]
        statuses = [each.result().status_code for each in asked]
    assert set(statuses) == {503, 504}
    assert check(client, GOOD).status_code == 200
