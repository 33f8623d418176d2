"""The shape of a rule file, as people write it. `messages` puts what is wrong into Dutch."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from brievenbus.findings import Category
from brievenbus.rulebook.expressions import ExpressionError, compiled
from brievenbus.rulebook.measures import MEASURES
from brievenbus.rulebook.model import RELATIONS, Outcome, Part, RuleKind, WordClass
from brievenbus.rulebook.profiles import threshold_names

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Identity = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Kind = Literal["woord", "zinsdeel", "patroon", "vakterm", "afkorting", "consistentie", "drempel"]
Relation = Literal[
    "onderwerp",
    "lijdend voorwerp",
    "meewerkend voorwerp",
    "bepaling",
    "hulpwerkwoord",
    "lidwoord",
    "voorzetsel",
    "deel",
]
assert set(get_args(Kind)) == set(RuleKind) and set(get_args(Relation)) == set(RELATIONS)


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Texts = Annotated[list[Text], BeforeValidator(_as_list, json_schema_input_type=Text | list[Text])]
Names = Annotated[Texts, Field(description="Een naam, of een lijst van namen.")]


def _named(enumeration: type[StrEnum]) -> BeforeValidator:
    """Turn a name into its value, so that strict mode takes it."""

    def by_name(value: Any) -> Any:
        known = isinstance(value, str) and value in set(enumeration)
        return enumeration(value) if known else value

    return BeforeValidator(by_name)


NamedPart = Annotated[Part, _named(Part)]
NamedClass = Annotated[WordClass, _named(WordClass)]
NamedOutcome = Annotated[Outcome, _named(Outcome)]
NamedCategory = Annotated[Category, _named(Category)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


def _from_text(value: Any) -> Any:
    """Take a date between quotation marks for a date."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


Day = Annotated[date, BeforeValidator(_from_text)]


class ProvenanceFile(_Strict):
    """`herkomst` van een regel: waar hij vandaan komt."""

    bron: Annotated[Text, Field(description="Wie de regel maakte: redactie, panel, of een naam.")]
    datum: Annotated[Day, Field(description="De dag, als 2026-11-21.")]
    sessie: Annotated[Text | None, Field(description="De leesgroep. Alleen bij panel.")] = None
    gelezen: Annotated[int, Field(ge=1, description="Hoeveel mensen het lazen.")] | None = None
    struikelden: Annotated[int, Field(ge=0, description="Hoeveel daarvan vastliepen.")] | None = (
        None
    )
    besluit: Annotated[Text | None, Field(description="Welk besluit dit was.")] = None

    @model_validator(mode="after")
    def _panel_is_complete(self) -> ProvenanceFile:
        panel = (self.sessie, self.gelezen, self.struikelden, self.besluit)
        if self.bron == "panel" and None in panel:
            raise ValueError(
                "bij 'bron: panel' horen ook 'sessie', 'gelezen', 'struikelden' en 'besluit'"
            )
        if self.bron != "panel" and any(value is not None for value in panel):
            raise ValueError(
                "'sessie', 'gelezen', 'struikelden' en 'besluit' horen alleen bij 'bron: panel'"
            )
        if self.gelezen is not None and (self.struikelden or 0) > self.gelezen:
            raise ValueError("'struikelden' kan niet meer zijn dan 'gelezen'")
        return self


class DecisionFile(_Strict):
    """Een besluit over een regel."""

    wat: Annotated[NamedOutcome, Field(description="voorgesteld, aangenomen of afgewezen.")]
    door: Annotated[Text, Field(description="Wie dit besloot.")]
    datum: Annotated[Day, Field(description="De dag, als 2026-11-21.")]
    reden: Annotated[Text, Field(description="Waarom.")]


class WordPatternFile(_Strict):
    """Eén woord van een patroon."""

    lemma: Annotated[Text | None, Field(description="Het woord, in alle vormen.")] = None
    woord: Annotated[Text | None, Field(description="Het woord, precies zo.")] = None
    woordsoort: Annotated[NamedClass | None, Field(description="Het soort woord.")] = None
    vorm: Annotated[
        Text | None, Field(description="Een patroon voor de letters van het woord, zoals .*heid")
    ] = None
    bij: Annotated[int, Field(ge=1, description="Bij het hoeveelste woord dit hoort.")] | None = (
        None
    )
    relatie: Annotated[Relation | None, Field(description="Wat het daarvan is.")] = None

    @model_validator(mode="after")
    def _holds(self) -> WordPatternFile:
        if (self.lemma, self.woord, self.woordsoort, self.vorm) == (None,) * 4:
            raise ValueError("geef 'lemma', 'woord', 'woordsoort' of 'vorm'")
        if self.relatie is not None and self.bij is None:
            raise ValueError("bij 'relatie' hoort 'bij': het nummer van het andere woord")
        if self.vorm is not None:
            try:
                compiled(self.vorm)
            except ExpressionError as error:
                raise ValueError(str(error)) from error
        return self


class RuleFile(_Strict):
    """Een regel."""

    id: Annotated[Identity, Field(description="De naam: kleine letters, cijfers, streepjes.")]
    soort: Annotated[Kind, Field(description="Wat voor regel het is.")]
    zoek: Annotated[
        Texts | list[WordPatternFile] | list[list[Text]],
        Field(description="Wat de regel zoekt: een woord, of een lijst."),
    ] = []
    woordsoort: Annotated[NamedClass | None, Field(description="Alleen dit soort woord.")] = None
    samenstelling: Annotated[
        NamedPart | None,
        Field(description="Ook in langere woorden: aan het begin, het eind of beide."),
    ] = None
    kies: Annotated[Texts, Field(description="Eenvoudiger woorden; het beste staat vooraan.")] = []
    leg_uit: Annotated[
        Text | None, Field(description="Bij een vakterm: de uitleg voor in de brief.")
    ] = None
    al_uitgelegd: Annotated[
        Texts, Field(description="Hieraan is te zien dat de brief het al uitlegt.")
    ] = []
    maat: Annotated[
        str | None,
        Field(
            description="Bij een drempel: wat er geteld wordt.",
            json_schema_extra={"enum": [*MEASURES, None]},
        ),
    ] = None
    grens: Annotated[
        float | str | None,
        Field(
            description="Bij een drempel: een getal, of de naam van een grens van de doelgroep.",
            json_schema_extra={"anyOf": [{"type": "number"}, {"enum": [*threshold_names(), None]}]},
        ),
    ] = None
    zeldzamer: Annotated[
        Text | None, Field(description="Waarom een woord dat minder voorkomt toch beter is.")
    ] = None
    uitleg: Annotated[Text, Field(description="Waarom dit beter kan, in een of twee zinnen.")]
    niet_bij: Annotated[Texts, Field(description="Hier is het woord wel goed.")] = []
    alleen_bij: Annotated[
        Texts, Field(description="Alleen als een van deze woorden in de zin staat.")
    ] = []
    ernst: Annotated[
        Literal["fout", "let op", "tip"], Field(description="Hoe erg het is: fout, let op of tip.")
    ]
    rubriek: Annotated[
        NamedCategory | None, Field(description="Bij welke rubriek het hoort, zoals stijl.")
    ] = None
    fout: Annotated[Texts, Field(description="Hierin moet de regel iets vinden.")]
    goed: Annotated[Texts, Field(description="Hierin mag de regel niets vinden.")]
    herkomst: Annotated[ProvenanceFile, Field(description="Waar de regel vandaan komt.")]
    doelgroep: Annotated[Texts, Field(description="Alleen voor deze lezers.")] = []
    afdeling: Annotated[Texts, Field(description="Alleen voor deze afdelingen.")] = []
    besluiten: Annotated[
        list[DecisionFile], Field(description="Wie wat besloot over deze regel, en waarom.")
    ] = []

    @model_validator(mode="after")
    def _fields_belong(self) -> RuleFile:
        for check in (_check_search, _check_kind, _check_heads, _check_measure):
            problem = check(self)
            if problem is not None:
                raise ValueError(problem)
        return self


def _check_search(rule: RuleFile) -> str | None:
    if rule.soort == "drempel":
        return "bij 'soort: drempel' hoort geen 'zoek', maar 'maat'" if rule.zoek else None
    if "zoek" not in rule.model_fields_set:
        return "het veld 'zoek' ontbreekt. Voeg het toe"
    if not rule.zoek:
        return "'zoek' is leeg; zet er het woord achter dat u zoekt"
    patterned = isinstance(rule.zoek[0], WordPatternFile)
    if patterned != (rule.soort == "patroon"):
        return "'zoek' van een patroon is een lijst van {lemma: …}; bij andere soorten zijn het woorden"
    if isinstance(rule.zoek[0], list) and rule.soort != "consistentie":
        return "een lijst in een lijst kan alleen bij 'soort: consistentie'"
    if rule.soort == "consistentie" and len(rule.zoek) < 2:
        return "bij 'soort: consistentie' horen minstens twee woorden achter 'zoek'"
    if not all(map(_names_a_word, rule.zoek)):
        return "in 'zoek' staat ergens geen woord. Zet er een woord bij, niet alleen … of {ww}"
    return None


def _names_a_word(part: str | WordPatternFile | list[str]) -> bool:
    """Whether there is a word to look for beside a gap or a free verb; of a list, in each of its texts."""
    if isinstance(part, str):
        return bool(part.replace("…", " ").replace("{ww}", " ").strip())
    return isinstance(part, WordPatternFile) or (bool(part) and all(map(_names_a_word, part)))


def _check_kind(rule: RuleFile) -> str | None:
    if rule.soort == "woord" and not rule.kies:
        return "bij 'soort: woord' hoort 'kies': het eenvoudiger woord"
    if rule.soort == "vakterm" and rule.leg_uit is None:
        return "bij 'soort: vakterm' hoort 'leg_uit': de uitleg voor in de brief"
    return None


def _check_heads(rule: RuleFile) -> str | None:
    """Every word of a dependency pattern but the first hangs on one that stands before it."""
    words = [part for part in rule.zoek if isinstance(part, WordPatternFile)]
    if all(word.bij is None for word in words):
        return None
    for number, word in enumerate(words, start=1):
        if word.bij is not None and (word.bij >= number or words[0].bij is not None):
            return "'bij' wijst naar een woord dat eerder in de lijst staat; zet dat woord vooraan"
        if word.bij is None and number > 1:
            return "staat er 'bij' bij een woord, dan hoort het bij elk woord na het eerste"
    return None


def _check_measure(rule: RuleFile) -> str | None:
    if rule.soort != "drempel":
        extra = rule.maat is not None or rule.grens is not None
        return "'maat' en 'grens' horen alleen bij 'soort: drempel'" if extra else None
    if rule.maat not in MEASURES:
        return f"bij 'soort: drempel' hoort 'maat'. Kies uit {', '.join(MEASURES)}"
    if isinstance(rule.grens, str) and rule.grens not in threshold_names():
        return f"bij 'grens' hoort een getal, of een van {', '.join(threshold_names())}"
    if rule.grens is None:
        return "bij 'soort: drempel' hoort 'grens': een getal, of de naam van een grens"
    return None


class SwitchOffFile(_Strict):
    """Zet een regel van Brievenbus uit, voor iedereen of voor een deel."""

    id: Annotated[Text, Field(description="De naam van de regel.")]
    uit: Annotated[bool, Field(description="Altijd true.")]
    doelgroep: Annotated[Texts, Field(description="Alleen voor deze lezers uit.")] = []
    afdeling: Annotated[Texts, Field(description="Alleen voor deze afdelingen uit.")] = []
    reden: Annotated[Text | None, Field(description="Waarom.")] = None


class LeaveAloneFile(_Strict):
    """Woorden die Brievenbus laat staan."""

    laat_staan: Annotated[Texts, Field(description="De woorden.")]
    reden: Annotated[Text, Field(description="Waarom deze woorden mogen blijven.")]
    eigenaar: Annotated[Text, Field(description="Wie hierover gaat.")]
    doelgroep: Annotated[Texts, Field(description="Alleen voor deze lezers.")] = []
    afdeling: Annotated[Texts, Field(description="Alleen voor deze afdelingen.")] = []
    datum: Annotated[Day | None, Field(description="De dag, als 2026-11-21.")] = None


Entry = RuleFile | SwitchOffFile | LeaveAloneFile


def shape_of(data: Any) -> type[Entry]:
    """Tell which of the three a stretch of a rule file is meant to be."""
    if isinstance(data, dict) and "laat_staan" in data:
        return LeaveAloneFile
    if isinstance(data, dict) and "uit" in data:
        return SwitchOffFile
    return RuleFile
