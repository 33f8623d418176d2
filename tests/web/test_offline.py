"""With all network but loopback taken away, everything works the same."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json, socket, sys
from pathlib import Path
from contextlib import suppress
sys.path.insert(0, sys.argv[1])
from web.conftest import running

try:
    socket.create_connection(("192.0.2.1", 80), timeout=2)
except OSError as error:
    assert error.errno == 101, error  # network unreachable: there is nothing but loopback
else:
    raise SystemExit("er is netwerk")
answers = {}
with running(Path(sys.argv[2]), "--workers", "1") as server:
    client = server.client()
    letter = Path(sys.argv[3]).read_bytes()
    for path in ("/", "/uitleg", "/v2/languages", "/v2/info", "/api/v1/health", "/api/v1/rules"):
        answers[path] = client.get(path).status_code
    answers["checks"] = client.post("/api/v1/checks", files={"file": ("brief.docx", letter)}).text
    form = {"text": "Wij verstrekken u een formulier.", "language": "nl"}
    answers["v2"] = client.post("/v2/check", data=form).json()["matches"]
print(json.dumps(answers))
"""


@pytest.fixture
def closed_off() -> list[str]:
    """The command before a command that takes all network but loopback away."""
    alone = ["unshare", "--net", "--map-root-user"]
    loopback = ["sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        pytest.fail("De programma's 'unshare' en 'ip' ontbreken (util-linux, iproute2).")
    tried = subprocess.run([*alone, *loopback, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("Hier mag geen netwerk worden afgesloten.")
    return [*alone, *loopback]


@pytest.mark.systeem
def test_everything_works_with_loopback_alone(
    closed_off: list[str], tmp_path: Path, project: Path
) -> None:
    letter = project / "samples" / "kwijtschelding-origineel.docx"
    arguments = [str(project / "tests"), str(tmp_path), str(letter)]
    script = tmp_path / "zonder-netwerk.py"
    script.write_text(SCRIPT, "utf-8")
    command = [sys.executable, str(script), *arguments]
    done = subprocess.run([*closed_off, *command], capture_output=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr.decode()
    without = json.loads(done.stdout)
    pages = {place: status for place, status in without.items() if place.startswith("/")}
    assert pages == dict.fromkeys(pages, 200)
    assert len(pages) == 6
    report = json.loads(without["checks"])
    assert len(report["documents"][0]["findings"]) > 20
    assert any("geven" in str(found["replacements"]) for found in without["v2"])
