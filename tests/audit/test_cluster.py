"""A real cluster on this machine: a scheduler and workers as processes, lost and unfit ones too."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from brievenbus.audit import cluster as clusters
from brievenbus.audit.face import audit
from brievenbus.audit.run import Progress
from brievenbus.documents.errors import DocumentError

from .conftest import with_key_of, written

pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")
"""Dask warns of what is its own affair."""

Start = Callable[..., Any]


@dataclass
class Cluster:
    """A scheduler and its workers."""

    start: Start
    folder: Path
    address: str = ""
    scheduler: Any = None
    workers: list[Any] = field(default_factory=list)

    def begin(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        options = ["--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
        module = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
        self.scheduler = self.start([*module, *options], cwd=self.folder)
        _wait_for(port)

    def work(self, code: str = "") -> None:
        """Start a worker; `code` runs in it first."""
        number = len(self.workers)
        here = self.folder / f"werker{number}"
        here.mkdir()
        preload = here / "vooraf.py"
        preload.write_text(code, "utf-8")
        module = [sys.executable, "-m", "distributed.cli.dask_worker", self.address]
        options = [
            "--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(here),
            "--preload", str(preload), "--death-timeout", "60",
        ]  # fmt: skip
        self.workers.append(self.start([*module, *options], cwd=here))


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as here:
            if here.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the scheduler does not start")


def wait_for_workers(address: str, count: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(count, timeout=90)


@pytest.fixture
def cluster(start: Start, tmp_path: Path) -> Cluster:
    """A scheduler without workers."""
    made = Cluster(start, tmp_path)
    made.begin()
    return made


@pytest.fixture(scope="module")
def first(folder_of_letters: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the same letters by this process alone."""
    import os

    os.environ["SOURCE_DATE_EPOCH"] = "1774000000"
    output = tmp_path_factory.mktemp("plaatselijk") / "uit"
    audit(folder_of_letters, output=output, workers=1)
    return output


@pytest.fixture
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brievenbus.audit.run.UNIT", 2)


@pytest.mark.usefixtures("small_units")
class TestSameBytes:
    def test_with_a_worker_killed_half_way_and_from_a_url(
        self, cluster: Cluster, first: Path, folder_of_letters: Path, tmp_path: Path
    ) -> None:
        for _ in range(2):
            cluster.work()
        wait_for_workers(cluster.address, 2)
        output = with_key_of(tmp_path / "uit", first)
        audit(folder_of_letters, output=output, scheduler=cluster.address)
        assert written(output) == written(first)

        by_url = with_key_of(tmp_path / "url", first)
        audit(folder_of_letters.as_uri(), output=by_url, scheduler=cluster.address)
        assert written(by_url)["brieven.jsonl"] == written(first)["brieven.jsonl"]

        def kill_one(progress: Progress) -> None:
            if 10 <= progress.done < 40 and cluster.workers[0].poll() is None:
                cluster.workers[0].kill()

        lost = with_key_of(tmp_path / "kwijt", first)
        audit(folder_of_letters, output=lost, scheduler=cluster.address, progress=kill_one)
        assert cluster.workers[0].poll() is not None
        assert written(lost) == written(first)

    def test_with_the_scheduler_gone_what_was_done_stays(
        self, cluster: Cluster, first: Path, folder_of_letters: Path, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        monkeypatch.setattr(clusters, "CONNECT_SECONDS", 5)
        cluster.work()
        wait_for_workers(cluster.address, 1)
        output = with_key_of(tmp_path / "uit", first)

        def kill_scheduler(progress: Progress) -> None:
            if progress.done >= 10:
                cluster.scheduler.kill()

        with pytest.raises(DocumentError, match=r"De scheduler op .* ga verder met --resume"):
            audit(
                folder_of_letters, output=output, scheduler=cluster.address, progress=kill_scheduler
            )
        told: list[Progress] = []
        audit(folder_of_letters, output=output, workers=1, resume=True, progress=told.append)
        assert told[0].done >= 10
        assert written(output) == written(first)


class TestUnfit:
    def test_no_scheduler(
        self, letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(clusters, "CONNECT_SECONDS", 2)
        with pytest.raises(DocumentError, match="De scheduler op"):
            audit(letters, output=tmp_path / "uit", scheduler="tcp://127.0.0.1:1")

    def test_an_address_that_is_none(self, letters: Path, tmp_path: Path) -> None:
        with pytest.raises(DocumentError, match="De scheduler op"):
            audit(letters, output=tmp_path / "uit", scheduler="onzin://x")

    def test_no_workers_and_workers_of_another_version(
        self, cluster: Cluster, letters: Path, tmp_path: Path
    ) -> None:
        with pytest.raises(DocumentError, match="geen werkers"):
            audit(letters, output=tmp_path / "uit", scheduler=cluster.address)
        cluster.work("import brievenbus.audit.versions as v\nv.__version__ = '0.0.9'\n")
        wait_for_workers(cluster.address, 1)
        with pytest.raises(DocumentError, match=r"een andere versie .*brievenbus 0\.0\.9"):
            audit(letters, output=tmp_path / "uit", scheduler=cluster.address)

    def test_rules_that_the_workers_do_not_have(
        self, cluster: Cluster, letters: Path, tmp_path: Path
    ) -> None:
        cluster.work(
            "import brievenbus.audit.units as u\nfrom brievenbus.rulebook import load_rulebook\n"
            "u.rulebook_of = lambda paths: load_rulebook()\n"
        )
        wait_for_workers(cluster.address, 1)
        rules = tmp_path / "regels.yaml"
        rules.write_text(
            "- id: zilverlinde\n  soort: woord\n  zoek: zilverlinde\n  kies: [boom]\n"
            "  uitleg: Boom is gewoner.\n  ernst: fout\n  fout: De zilverlinde is oud.\n"
            "  goed: De boom is oud.\n  herkomst: {bron: redactie, datum: 2026-11-21}\n",
            "utf-8",
        )
        with pytest.raises(DocumentError, match="andere regels"):
            audit(letters, output=tmp_path / "uit", scheduler=cluster.address, rules=(rules,))

    def test_without_dask(
        self, letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "distributed", None)
        with pytest.raises(DocumentError, match=r"brievenbus\[cluster\]"):
            audit(letters, output=tmp_path / "uit", scheduler="tcp://127.0.0.1:1")
