"""The project as a whole: style, types, the commands of the README, and what the wheel holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

import brievenbus

LEFT_BEHIND = re.compile(r"\.git|\.venv|\.hypothesis|build|dist|__pycache__|.*_cache|.*\.egg-info")
"""Folders that tools make in a checkout; they are no part of the project."""

PLACES = re.compile(
    r"""(?<![\w.<>])/(?:home|root|tmp|work|Users)/\w|[A-Z]:\\Users\\|//pypi\.|/simple/"""
)
"""Folders of one machine, and addresses of a package index."""

TEXT = {".cfg", ".css", ".ini", ".j2", ".md", ".py", ".toml", ".tsv", ".txt", ".yaml", ".yml", ""}
MAX_MODULE_LINES = 500
MAX_MODEL_SIZE = 15_000_000
"""Bytes; what the language model may add to the wheel."""


def run(*command: str, project: Path) -> subprocess.CompletedProcess[str]:
    """Run a tool of the test environment in the folder of the project."""
    environment = {**os.environ, "PYTHONPATH": "src"}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )


def outcome(ran: subprocess.CompletedProcess[str]) -> str:
    """Return what a tool said, to show when it objects."""
    return f"\n{ran.stdout}\n{ran.stderr}"


def files(project: Path) -> list[Path]:
    """Return the files of the project, without what tools leave behind."""
    found = []
    for folder, names, here in os.walk(project):
        names[:] = [name for name in names if not LEFT_BEHIND.fullmatch(name)]
        found += [Path(folder, name) for name in here]
    return sorted(found)


def readme_commands(project: Path) -> list[str]:
    """Return the commands of the README that make an environment."""
    readme = (project / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)\n```$", readme, re.DOTALL | re.MULTILINE)
    return [block for block in blocks if block.startswith("python3 -m venv")]


@pytest.fixture(scope="module")
def metadata(project: Path) -> dict[str, Any]:
    """What pyproject.toml says of the project."""
    content = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = content["project"]
    return found


@pytest.fixture(scope="module")
def wheel(project: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from the project as it stands, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    ran = run(
        "hatchling", "build", "--target", "wheel", "--directory", str(folder), project=project
    )
    assert ran.returncode == 0, outcome(ran)
    [built] = folder.glob("*.whl")
    return zipfile.ZipFile(built)


class TestStyle:
    def test_ruff_has_no_remarks(self, project: Path) -> None:
        ran = run("ruff", "check", "--no-cache", project=project)
        assert ran.returncode == 0, outcome(ran)

    def test_ruff_would_format_nothing(self, project: Path) -> None:
        ran = run("ruff", "format", "--check", "--no-cache", project=project)
        assert ran.returncode == 0, outcome(ran)

    def test_types_are_right(self, project: Path) -> None:
        ran = run("mypy", project=project)
        assert ran.returncode == 0, outcome(ran)

    def test_no_module_is_long(self, project: Path) -> None:
        lengths = {
            path.relative_to(project): len(path.read_text(encoding="utf-8").splitlines())
            for path in (project / "src").rglob("*.py")
        }
        assert {path: n for path, n in lengths.items() if n > MAX_MODULE_LINES} == {}


class TestCommands:
    def test_the_readme_has_two(self, project: Path) -> None:
        first, second = readme_commands(project)
        assert ".venv/bin/brievenbus check samples/" in first
        assert second.endswith(".venv/bin/python -m pytest")
        assert "\n" not in first + second

    def test_the_sample_is_there(self, project: Path) -> None:
        sample = readme_commands(project)[0].split()[-1]
        assert (project / sample).is_file()

    def test_ci_ends_with_the_test_command_of_the_readme(self, project: Path) -> None:
        script = (project / ".ci" / "run").read_text(encoding="utf-8")
        assert script.rstrip().splitlines()[-1] == readme_commands(project)[1]

    def test_the_extras_of_the_readme_exist(self, project: Path, metadata: dict[str, Any]) -> None:
        readme = (project / "README.md").read_text(encoding="utf-8")
        named = set(re.findall(r"'\.\[([a-z-]+)\]'", readme))
        assert named
        assert named <= set(metadata["optional-dependencies"])


class TestMetadata:
    def test_the_version_stands_in_one_place(self, project: Path, metadata: dict[str, Any]) -> None:
        assert "version" in metadata["dynamic"]
        assert "version" not in metadata
        code = (project / "src" / "brievenbus" / "__init__.py").read_text(encoding="utf-8")
        assert f'__version__ = "{brievenbus.__version__}"' in code

    def test_publiccode_and_changelog_name_this_version(self, project: Path) -> None:
        public = yaml.safe_load((project / "publiccode.yml").read_text(encoding="utf-8"))
        assert public["softwareVersion"] == brievenbus.__version__
        assert f"## [{brievenbus.__version__}]" in (project / "CHANGELOG.md").read_text("utf-8")

    def test_publiccode_has_what_the_standard_asks(self, project: Path) -> None:
        public = yaml.safe_load((project / "publiccode.yml").read_text(encoding="utf-8"))
        asked = {
            "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType",
            "description", "legal", "maintenance", "localisation",
        }  # fmt: skip
        assert asked <= set(public)
        for text in public["description"].values():
            assert len(text["shortDescription"]) <= 150
            assert 150 <= len(text["longDescription"]) <= 10_000
            assert text["features"]

    def test_the_licence_is_the_same_everywhere(
        self, project: Path, metadata: dict[str, Any]
    ) -> None:
        public = yaml.safe_load((project / "publiccode.yml").read_text(encoding="utf-8"))
        licence = (project / "LICENSE").read_text(encoding="utf-8")
        assert metadata["license"] == public["legal"]["license"] == "EUPL-1.2"
        assert licence.startswith("European Union Public Licence v. 1.2")
        assert "15. Applicable Law" in licence

    def test_every_dependency_is_explained(self, project: Path, metadata: dict[str, Any]) -> None:
        explained = (project / "docs" / "dependencies.md").read_text(encoding="utf-8")
        listed = [*metadata["dependencies"], *metadata["optional-dependencies"]["test"]]
        names = [re.split(r"[<>=@ ]", requirement)[0] for requirement in listed]
        assert [name for name in names if f"| {name} " not in explained] == []


class TestWheel:
    def test_it_holds_the_rules(self, project: Path, wheel: zipfile.ZipFile) -> None:
        rules = {path.name for path in (project / "rules").iterdir() if path.suffix == ".yaml"}
        assert rules
        assert {f"brievenbus/rules/{name}" for name in rules} <= set(wheel.namelist())

    def test_it_holds_all_data_and_no_more(self, project: Path, wheel: zipfile.ZipFile) -> None:
        source = project / "src"
        there = {path.relative_to(source).as_posix() for path in files(source)}
        packed = {
            name
            for name in wheel.namelist()
            if not name.startswith("brievenbus/rules/") and ".dist-info/" not in name
        }
        assert packed == there

    def test_it_holds_licence_and_notice(self, wheel: zipfile.ZipFile) -> None:
        names = {Path(name).name for name in wheel.namelist() if ".dist-info/licenses/" in name}
        assert names == {"LICENSE", "NOTICE"}

    def test_the_language_model_is_small(self, wheel: zipfile.ZipFile) -> None:
        model = [info for info in wheel.infolist() if "/dutch/data/model/" in info.filename]
        assert model
        assert sum(info.file_size for info in model) <= MAX_MODEL_SIZE


def test_no_file_names_a_place_on_one_machine(project: Path) -> None:
    found = {
        path.relative_to(project).as_posix()
        for path in files(project)
        if path.suffix in TEXT
        and path != Path(__file__)
        and PLACES.search(path.read_bytes().decode("utf-8", errors="replace"))
    }
    assert found == set()
