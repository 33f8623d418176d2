"""`brievenbus.toml`: where it is found, what it says, and what is told of mistakes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brievenbus.documents import Limits
from brievenbus.letter import LetterKind
from brievenbus.rulebook.profiles import load_profile
from brievenbus.settings import FailOn, Settings, find_settings, load_settings


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "brievenbus.toml"
    path.write_bytes(text.encode(encoding))
    return path


def test_the_nearest_file_upward_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = write(tmp_path, "")
    assert find_settings(inner) == outer
    nearer = write(tmp_path / "a", "")
    assert find_settings(inner / "brief.txt") == nearer


def test_all_settings_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[brievenbus]\nprofile = "jongere"\ndepartment = "belastingen"\nkind = "text"\n'
        'rules = "regels"\nmodel = "nl_core_news_sm"\nfail-on = "warning"\n',
    )
    assert load_settings(path) == (
        Settings(
            "jongere",
            "belastingen",
            LetterKind.TEXT,
            (tmp_path / "regels",),
            "nl_core_news_sm",
            FailOn.WARNING,
        ),
        (),
    )


def test_several_rule_files_and_a_model_folder_stand_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.cfg").touch()
    path = write(tmp_path, '[brievenbus]\nrules = ["a.yaml", "b"]\nmodel = "model"\n')
    settings, errors = load_settings(path)
    assert settings.rules == (tmp_path / "a.yaml", tmp_path / "b")
    assert settings.model == str(tmp_path / "model")
    assert errors == ()


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, '[brievenbus]\r\nprofile = "jongere"\r\n', "utf-8-sig")
    assert load_settings(path) == (Settings("jongere"), ())


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('[brievenbus]\n\nprofiel = "a"\n', 3, "'profiel' bestaat niet. Bedoelt u 'profile'?"),
        ('[brievenbus]\nfail_on = "error"\n', 2, "Bedoelt u 'fail-on'?"),
        ("[brievenbus]\nprofile = 3\n", 2, "bij 'profile' hoort een naam tussen aanhalingstekens."),
        (
            '[brievenbus]\nprofile = "baas"\n',
            2,
            "De doelgroep 'baas' is er niet. Kies uit: inwoner",
        ),
        ('[brievenbus]\nkind = "mail"\n', 2, 'bij \'kind\' hoort "letter" of "text".'),
        ("[brievenbus]\nfail-on = true\n", 2, '"error" of "warning" of "never"'),
        ("[brievenbus]\nrules = [1]\n", 2, "bij 'rules' hoort een bestand of map"),
        ('profile = "a"\n', 1, "zet 'profile' onder de kop [brievenbus]."),
        ("brievenbus = 1\n", 1, "Schrijf [brievenbus]."),
        ("[brievenbus]\nprofile = \n", 2, "deze regel klopt niet."),
        ('[brievenbus]\nkind = "text"\nkind = "text"\n', 3, "Elke naam mag één keer voorkomen."),
        ('[brievenbus]\nprofile = "a', 2, "deze regel klopt niet."),
    ],
)
def test_a_mistake_names_file_line_and_mend(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    path = write(tmp_path, text)
    _, (error,) = load_settings(path)
    assert error.line == line
    assert f"{path}, regel {line}: " in str(error)
    assert told in str(error)


def test_the_line_is_that_of_the_key_in_the_table(tmp_path: Path) -> None:
    path = write(tmp_path, 'kind = "letter"\n[brievenbus]\nkind = "mail"\n')
    assert {error.line for error in load_settings(path)[1]} == {1, 3}


def test_what_is_valid_counts_beside_what_is_not(tmp_path: Path) -> None:
    path = write(tmp_path, '[brievenbus]\nkind = "mail"\nprofile = "jongere"\n')
    settings, errors = load_settings(path)
    assert settings == Settings("jongere")
    assert len(errors) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_another_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, '[brievenbus]\nprofile = "raad"\nmodel = "é"\n', encoding)
    settings, (error,) = load_settings(path)
    assert settings == Settings()
    assert "UTF-8" in str(error)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    settings, (error,) = load_settings(tmp_path)
    assert settings == Settings()
    assert "niet te lezen" in str(error)


def test_an_organisation_has_thresholds_and_readers_of_its_own(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[brievenbus]\nprofile = "nieuwkomer"\n'
        '[doelgroep.inwoner]\nlange_zin = 18\nzonder = ["zeldzaam-woord"]\n'
        '[doelgroep.nieuwkomer]\nnaam = "Mensen die Nederlands leren"\nzoals = "laaggeletterd"\nalinea = 40\n',
    )
    settings, errors = load_settings(path)
    assert errors == ()
    resident = load_profile("inwoner", settings.readers)
    assert (resident.lange_zin, resident.tang) == (18, load_profile().tang)
    assert resident.zonder == {"zeldzaam-woord"}
    own = load_profile(str(settings.profile), settings.readers)
    assert (own.naam, own.alinea) == ("Mensen die Nederlands leren", 40)
    assert own.lange_zin == load_profile("laaggeletterd").lange_zin


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('lange_zin = "18"', "bij 'lange_zin' hoort een getal boven nul, zonder aanhalingstekens."),
        ("lange_zin = 0", "hoort een getal boven nul"),
        ("lange_zin = 18.5", "hoort een getal boven nul"),
        ("lange_zin = true", "hoort een getal boven nul"),
        ("lange_zinnen = 18", "'lange_zinnen' bestaat niet. U kunt kiezen uit: naam, bron"),
        ('zonder = "vakterm"', "bij 'zonder' hoort een lijst"),
        ('zoals = "bewoner"', "bij 'zoals' hoort een van: inwoner, laaggeletterd"),
        ("naam = 3", "bij 'naam' hoort tekst tussen aanhalingstekens."),
    ],
)
def test_a_threshold_that_is_not_valid_is_told_and_the_others_count(
    tmp_path: Path, line: str, said: str
) -> None:
    path = write(tmp_path, f"[doelgroep.inwoner]\nalinea = 60\n{line}\n")
    settings, (error,) = load_settings(path)
    assert str(error).startswith(f"{path}, regel 3: ") and said in str(error)
    assert load_profile("inwoner", settings.readers).alinea == 60


def test_the_name_of_the_readers_stands_in_the_heading(tmp_path: Path) -> None:
    path = write(tmp_path, "[doelgroep]\nlange_zin = 18\n")
    _, (error,) = load_settings(path)
    assert "schrijf de naam van de doelgroep in de kop" in str(error)


def test_limits_are_read_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "[grenzen]\nmegabytes = 5\nseconden = 0\nwolken = 3\ndiepte = true\n")
    settings, errors = load_settings(path)
    assert settings.limits == Limits(megabytes=5)
    assert [error.line for error in errors] == [3, 4, 5]
    assert "van 1 tot en met 86400" in str(errors[0])
    assert "bestaat niet" in str(errors[1])


def test_limits_stand_under_a_heading(tmp_path: Path) -> None:
    settings, (error,) = load_settings(write(tmp_path, "grenzen = 3\n"))
    assert settings.limits == Limits()
    assert "[grenzen]" in str(error)
