"""Profiles: what is asked of a text for one kind of readers."""

from __future__ import annotations

from dataclasses import fields

import pytest

from brievenbus.rulebook.profiles import (
    DEFAULT,
    Profile,
    ProfileError,
    load_profile,
    profile_names,
)


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_is_complete(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert profile.naam
    numbers = [getattr(profile, f.name) for f in fields(Profile) if f.type == "int"]
    assert len(numbers) >= 7 and all(isinstance(n, int) and n > 0 for n in numbers)


def test_the_default_is_for_residents() -> None:
    assert load_profile() == load_profile(DEFAULT)
    assert (DEFAULT, load_profile().lange_zin) == ("inwoner", 20)


def test_a_profile_takes_what_it_does_not_say_from_the_default() -> None:
    young, resident = load_profile("jongere"), load_profile()
    assert young.lange_zin != resident.lange_zin
    assert young.tang == resident.tang


def test_readers_who_find_reading_hard_get_the_shortest_sentences() -> None:
    by_length = {name: load_profile(name).lange_zin for name in profile_names()}
    assert min(by_length, key=lambda name: by_length[name]) == "laaggeletterd"
    assert by_length["laaggeletterd"] < by_length["inwoner"] < by_length["professional"]


@pytest.mark.parametrize("name", ["bewoner", "", "Inwoner", "../inwoner"])
def test_an_unknown_profile_names_those_that_there_are(name: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile(name)
    assert str(caught.value) == (
        f"De doelgroep '{name}' is er niet. Kies uit: {', '.join(profile_names())}."
    )
