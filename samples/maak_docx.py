"""Maakt van elke voorbeeldbrief (.txt) een Word-brief (.docx) in de huisstijl van Voorbeeldstad.

Gebruik: ``python samples/maak_docx.py``. Nodig: python-docx. De uitkomst is elke keer gelijk.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

MAP = Path(__file__).resolve().parent
LETTER = "Arial"
KLEUR = RGBColor(0x00, 0x5A, 0x6E)
DATUM = dt.datetime(2026, 11, 21, 9, 0, 0)
ZIPDATUM = (2026, 11, 21, 9, 0, 0)

# Wat in de lopende tekst vet of cursief staat, per brief.
VET = {
    "bijzondere-bijstand-origineel": ["gedeeltelijk toe te wijzen", "€ 375,00"],
    "bijzondere-bijstand-herschreven": ["€ 375,00 voor een wasmachine", "vóór 13 februari 2027"],
    "parkeervergunning-origineel": ["XX-00-XX", "€ 96,00 per jaar"],
    "parkeervergunning-herschreven": ["€ 96,00 vóór 16 december 2026", "14 0598"],
    "kwijtschelding-origineel": ["30 april 2026", "NL00 VBLD 0000 0000 00"],
    "kwijtschelding-herschreven": [
        "vóór 1 mei 2026",
        "vóór 28 mei 2026",
        "In 1 keer:",
        "In 8 keer:",
    ],
    "hulp-bij-het-huishouden-origineel": ["150 minuten per week", "30 november 2026"],
    "hulp-bij-het-huishouden-herschreven": ["2,5 uur per week", "30 november 2026"],
    "terugvordering-origineel": ["€ «Bedrag» netto", "30 december 2026"],
    "terugvordering-herschreven": ["€ «Bedrag»", "vóór 31 december 2026", "vóór 3 december 2026"],
}
CURSIEF = [
    "Beleidsregels bijzondere bijstand 2026",
    "Parkeerverordening Voorbeeldstad 2024",
    "Verordening parkeerbelastingen 2027",
    "Verordening kwijtschelding gemeentelijke belastingen",
    "Verordening maatschappelijke ondersteuning",
    "bezwaar maken",
    "voorlopige voorziening",
    "eigen bijdrage",
]
WEBADRES = "www.voorbeeldstad.example/kwijtschelding"
WITREGELS = {
    "parkeervergunning-origineel"
}  # lege alinea's in plaats van afstand in het opmaakprofiel


# ---------------------------------------------------------------------------------------------------------------
# Lezen


@dataclass
class Blok:
    soort: str  # adres, kenmerk, onderwerp, kop, alinea, lijst, tabel, slot, noot
    regels: list[str]


def lees_tekst(pad: Path) -> str:
    ruw = pad.read_bytes()
    if ruw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        tekst = ruw.decode("utf-16")
    else:
        try:
            tekst = ruw.decode("utf-8-sig")
        except UnicodeDecodeError:
            tekst = ruw.decode("cp1252")
    return tekst.replace("\r\n", "\n")


def verdeel(tekst: str) -> list[Blok]:
    """Verdeelt de brief in blokken; regels die alleen zijn afgebroken komen weer achter elkaar."""
    stukken = [stuk.split("\n") for stuk in tekst.strip("\n").split("\n\n")]
    blokken = [Blok("adres", stukken[0]), Blok("kenmerk", stukken[1])]
    in_slot = ondertekend = False
    for regels in stukken[2:]:
        if regels[0] in ("Hoogachtend,", "Met vriendelijke groet,"):
            in_slot = True
            blokken.append(Blok("slot", regels))
        elif in_slot:
            blokken.append(Blok("noot" if ondertekend else "slot", regels))
            ondertekend = True
        elif "\t" in regels[0]:
            blokken.append(Blok("tabel", regels))
        elif re.match(r"(Onderwerp|Betreft): ", regels[0]):
            blokken.append(Blok("onderwerp", [" ".join(regels)]))
        else:
            gewoon = [regel for regel in regels if not regel.startswith("- ")]
            punten = [regel[2:] for regel in regels if regel.startswith("- ")]
            if gewoon:
                alinea = " ".join(gewoon)
                is_kop = not punten and len(alinea) < 70 and alinea[-1] not in ".,:"
                blokken.append(Blok("kop" if is_kop else "alinea", [alinea]))
            if punten:
                blokken.append(Blok("lijst", punten))
    return blokken


# ---------------------------------------------------------------------------------------------------------------
# Tekst met opmaak, velden en gesplitste stukken


def _element(naam: str, **kenmerken: str):
    element = OxmlElement(naam)
    for sleutel, waarde in kenmerken.items():
        element.set(qn(sleutel.replace("_", ":")), waarde)
    return element


def _opmaak(run: Run, vet: bool, cursief: bool) -> Run:
    if vet:
        run.bold = True
    if cursief:
        run.italic = True
    return run


def _veldcode(
    par: Paragraph, code: str, resultaat: str, vet: bool = False, cursief: bool = False
) -> None:
    """Een samengesteld veld: begin, code, scheiding, resultaat, einde."""

    def stuk(element) -> None:
        run = _opmaak(par.add_run(), vet, cursief)
        run._r.append(element)

    stuk(_element("w:fldChar", w_fldCharType="begin"))
    instructie = _element("w:instrText")
    instructie.set(qn("xml:space"), "preserve")
    instructie.text = f" {code} "
    stuk(instructie)
    stuk(_element("w:fldChar", w_fldCharType="separate"))
    _opmaak(par.add_run(resultaat), vet, cursief)
    stuk(_element("w:fldChar", w_fldCharType="end"))


def _eenvoudig_veld(par: Paragraph, code: str, resultaat: str) -> None:
    veld = _element("w:fldSimple", w_instr=f" {code} ")
    run = par.add_run(resultaat)
    veld.append(run._r)
    par._p.append(veld)


def _koppeling(par: Paragraph, tekst: str) -> None:
    relatie = par.part.relate_to(f"https://{tekst}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    koppeling = _element("w:hyperlink", r_id=relatie)
    run = par.add_run(tekst)
    run.font.underline = True
    run.font.color.rgb = KLEUR
    koppeling.append(run._r)
    par._p.append(koppeling)


class Schrijver:
    """Zet tekst in alinea's, zoals Word het na een paar keer bewerken bewaart: in losse stukken."""

    def __init__(self, naam: str) -> None:
        self.vet = VET.get(naam, [])
        self.cursief = CURSIEF
        self.eenvoudig_gebruikt = False
        self.teller = 0

    def schrijf(self, par: Paragraph, tekst: str, vet: bool = False, opmaak: bool = True) -> None:
        if not opmaak:
            self._stukken(par, tekst, vet, False)
            return
        zinsdelen = sorted(self.vet + self.cursief, key=len, reverse=True)
        for deel in re.split("(" + "|".join(map(re.escape, zinsdelen)) + ")", tekst):
            if deel:
                self._stukken(par, deel, vet or deel in self.vet, deel in self.cursief)

    def _stukken(self, par: Paragraph, tekst: str, vet: bool, cursief: bool) -> None:
        for deel in re.split(rf"(«\w+»|{re.escape(WEBADRES)})", tekst):
            if deel == WEBADRES:
                _koppeling(par, deel)
            elif deel.startswith("«"):
                veld = deel[1:-1]
                if veld == "Zaaknummer" and not self.eenvoudig_gebruikt:
                    self.eenvoudig_gebruikt = True
                    _eenvoudig_veld(par, f"MERGEFIELD {veld}", deel)
                else:
                    _veldcode(par, f"MERGEFIELD {veld}", deel, vet, cursief)
            elif deel:
                self._gesplitst(par, deel, vet, cursief)

    def _gesplitst(self, par: Paragraph, tekst: str, vet: bool, cursief: bool) -> None:
        """Lange stukken worden twee runs, soms midden in een woord, zoals Word dat doet."""
        self.teller += 1
        if len(tekst) > 45 and self.teller % 2:
            knip = 12 + len(tekst) % 19
            delen = [tekst[:knip], tekst[knip:]]
        else:
            delen = [tekst]
        for nummer, deel in enumerate(delen):
            run = _opmaak(par.add_run(deel), vet, cursief)
            run._r.set(qn("w:rsidR"), f"00A{self.teller % 10}{nummer}B7C")
            if nummer == 0 and len(delen) == 2:
                run._r.addnext(_element("w:proofErr", w_type="gramStart"))
        if len(delen) == 2:
            par._p.append(_element("w:proofErr", w_type="gramEnd"))


# ---------------------------------------------------------------------------------------------------------------
# Huisstijl


def _lettertype(stijl, naam: str = LETTER) -> None:
    stijl.font.name = naam
    lettertypen = stijl.element.get_or_add_rPr().get_or_add_rFonts()
    for sleutel in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        lettertypen.attrib.pop(qn(f"w:{sleutel}"), None)
    for sleutel in ("ascii", "hAnsi", "eastAsia", "cs"):
        lettertypen.set(qn(f"w:{sleutel}"), naam)


def _afstand(stijl, voor: float, na: float) -> None:
    stijl.paragraph_format.space_before = Pt(voor)
    stijl.paragraph_format.space_after = Pt(na)


def _stijlen(document: Document) -> None:
    stijlen = document.styles
    standaard = stijlen.element.find(qn("w:docDefaults"))
    standaard.find(".//" + qn("w:lang")).set(qn("w:val"), "nl-NL")

    normaal = stijlen["Normal"]
    _lettertype(normaal)
    normaal.font.size = Pt(10)
    normaal.paragraph_format.line_spacing = 1.08
    _afstand(normaal, 0, 7)

    kop = stijlen["Heading 1"]
    _lettertype(kop)
    kop.font.size = Pt(10.5)
    kop.font.bold = True
    kop.font.color.rgb = KLEUR
    _afstand(kop, 8, 2)
    kop.paragraph_format.keep_with_next = True

    lijst = stijlen["List Bullet"]
    _afstand(lijst, 0, 2)

    for naam, grootte, vet, cursief, na in (
        ("Briefregel", 10, False, False, 0),
        ("Onderwerp", 10, True, False, 12),
        ("Bronregel", 8.5, False, True, 0),
        ("Briefhoofd", 16, True, False, 0),
        ("Briefvoet", 8, False, False, 0),
    ):
        stijl = stijlen.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        stijl.base_style = normaal
        stijl.font.size = Pt(grootte)
        stijl.font.bold = vet or None
        stijl.font.italic = cursief or None
        _afstand(stijl, 8 if naam in ("Onderwerp", "Bronregel") else 0, na)
    stijlen["Briefhoofd"].font.color.rgb = KLEUR


def _lijn(par: Paragraph, kant: str) -> None:
    randen = _element("w:pBdr")
    randen.append(_element(f"w:{kant}", w_val="single", w_sz="8", w_space="4", w_color=str(KLEUR)))
    par._p.get_or_add_pPr().insert_element_before(
        randen, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _voettekst(voet, breedte) -> None:
    voet.is_linked_to_previous = False
    par = voet.paragraphs[0]
    par.style = "Briefvoet"
    par.paragraph_format.tab_stops.add_tab_stop(breedte, WD_TAB_ALIGNMENT.RIGHT)
    _lijn(par, "top")
    par.add_run(
        "Raadhuisplein 0, 0000 AA Voorbeeldstad | Postbus 00, 0000 AA Voorbeeldstad\tPagina "
    )
    _veldcode(par, "PAGE", "1")
    par.add_run(" van ")
    _veldcode(par, "NUMPAGES", "2")
    tweede = voet.add_paragraph(
        "www.voorbeeldstad.example | post@voorbeeldstad.example", style="Briefvoet"
    )
    tweede.paragraph_format.space_before = Pt(2)


def _bladspiegel(document: Document) -> None:
    deel = document.sections[0]
    deel.page_width, deel.page_height = Cm(21), Cm(29.7)
    deel.left_margin = deel.right_margin = Cm(2.5)
    deel.top_margin, deel.bottom_margin = Cm(2.8), Cm(2.3)
    deel.header_distance, deel.footer_distance = Cm(1.2), Cm(1)
    deel.different_first_page_header_footer = True
    breedte = deel.page_width - deel.left_margin - deel.right_margin

    eerste = deel.first_page_header
    eerste.is_linked_to_previous = False
    par = eerste.paragraphs[0]
    par.style = "Briefhoofd"
    par.add_run("Gemeente ")
    par.add_run("Voorbeeldstad")
    _lijn(par, "bottom")

    vervolg = deel.header
    vervolg.is_linked_to_previous = False
    vervolg.paragraphs[0].style = "Briefvoet"
    vervolg.paragraphs[0].add_run("Gemeente Voorbeeldstad")

    _voettekst(deel.first_page_footer, breedte)
    _voettekst(deel.footer, breedte)


# ---------------------------------------------------------------------------------------------------------------
# De brief zelf


def _regels(
    document: Document, schrijver: Schrijver, regels: list[str], los: bool, na: float
) -> None:
    """Regels van adres of slot: als losse alinea's, of als één alinea met regeleinden."""
    if los:
        for regel in regels:
            par = document.add_paragraph(style="Briefregel")
            schrijver.schrijf(par, regel, opmaak=False)
    else:
        par = document.add_paragraph(style="Briefregel")
        for nummer, regel in enumerate(regels):
            if nummer:
                par.add_run().add_break()
            schrijver.schrijf(par, regel, opmaak=False)
    par.paragraph_format.space_after = Pt(na)


def _cel(
    schrijver: Schrijver, cel: _Cell, tekst: str, vet: bool, rechts: bool, stijl: str = "Briefregel"
) -> None:
    par = cel.paragraphs[0]
    par.style = stijl
    if rechts:
        par.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    schrijver.schrijf(par, tekst, vet=vet, opmaak=False)


def _kenmerk_tabel(document: Document, schrijver: Schrijver, rijen: list[list[str]]) -> None:
    tabel = document.add_table(rows=0, cols=2)
    tabel.autofit = False
    for naam, waarde in rijen:
        cellen = tabel.add_row().cells
        cellen[0].width, cellen[1].width = Cm(4.5), Cm(11.5)
        _cel(schrijver, cellen[0], naam, vet=False, rechts=False)
        _cel(schrijver, cellen[1], waarde, vet=False, rechts=False)


def _kenmerk_tabs(document: Document, schrijver: Schrijver, rijen: list[list[str]]) -> None:
    for naam, waarde in rijen:
        par = document.add_paragraph(style="Briefregel")
        par.paragraph_format.tab_stops.add_tab_stop(Cm(5))
        par.add_run(naam).bold = True
        par.add_run("\t")
        schrijver.schrijf(par, waarde, opmaak=False)


def _tabel(document: Document, schrijver: Schrijver, rijen: list[list[str]]) -> None:
    heeft_kop = rijen[0][-1] == "Bedrag"
    tabel = document.add_table(rows=0, cols=len(rijen[0]), style="Table Grid")
    tabel.alignment = WD_TABLE_ALIGNMENT.LEFT
    for nummer, rij in enumerate(rijen):
        regel = tabel.add_row()
        kop = heeft_kop and nummer == 0
        vet = kop or (heeft_kop and nummer == len(rijen) - 1)
        if kop:
            regel._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        for kolom, (cel, tekst) in enumerate(zip(regel.cells, rij, strict=True)):
            _cel(schrijver, cel, tekst, vet, rechts=heeft_kop and kolom == len(rij) - 1)
    document.add_paragraph(style="Briefregel")


def maak(naam: str, tekst: str) -> Document:
    document = docx.Document()
    _stijlen(document)
    _bladspiegel(document)
    schrijver = Schrijver(naam)
    origineel = naam.endswith("-origineel")
    witregels = naam in WITREGELS

    blokken = verdeel(tekst)
    for plek, blok in enumerate(blokken):
        volgende = blokken[plek + 1].soort if plek + 1 < len(blokken) else ""
        if blok.soort == "adres":
            _regels(document, schrijver, blok.regels, los=origineel, na=22)
        elif blok.soort == "kenmerk":
            rijen = [regel.split("\t") for regel in blok.regels]
            (_kenmerk_tabel if origineel else _kenmerk_tabs)(document, schrijver, rijen)
        elif blok.soort == "onderwerp":
            par = document.add_paragraph(style="Onderwerp")
            label, rest = blok.regels[0].split(": ", 1)
            par.add_run(label + ":").bold = True
            schrijver.schrijf(par, " " + rest, vet=True, opmaak=False)
        elif blok.soort == "kop":
            document.add_heading(blok.regels[0], level=1)
        elif blok.soort == "alinea":
            par = document.add_paragraph()
            schrijver.schrijf(par, blok.regels[0])
            if volgende in ("lijst", "tabel"):
                par.paragraph_format.space_after = Pt(3)
                par.paragraph_format.keep_with_next = True
            if witregels:
                par.paragraph_format.space_after = Pt(0)
                document.add_paragraph().paragraph_format.space_after = Pt(0)
        elif blok.soort == "lijst":
            for punt in blok.regels:
                par = document.add_paragraph(style="List Bullet")
                schrijver.schrijf(par, punt)
            par.paragraph_format.space_after = Pt(7)
        elif blok.soort == "tabel":
            _tabel(document, schrijver, [regel.split("\t") for regel in blok.regels])
        elif blok.soort == "slot":
            _regels(
                document, schrijver, blok.regels, los=origineel, na=28 if volgende == "slot" else 7
            )
        else:
            par = document.add_paragraph(style="Bronregel")
            schrijver.schrijf(par, blok.regels[0], opmaak=False)

    gegevens = document.core_properties
    gegevens.author = gegevens.last_modified_by = "Gemeente Voorbeeldstad (voorbeeld)"
    gegevens.created = gegevens.modified = DATUM
    gegevens.title = next(blok.regels[0] for blok in blokken if blok.soort == "onderwerp").split(
        ": ", 1
    )[1]
    gegevens.subject = "Voorbeeldbrief, verzonnen"
    gegevens.comments = gegevens.keywords = ""
    gegevens.language = "nl-NL"
    gegevens.revision = 1
    return document


def bewaar(document: Document, pad: Path) -> None:
    """Bewaart zonder miniatuur en met een vaste tijd in het zipbestand."""
    relaties = document.part.package.rels
    for sleutel in [s for s, relatie in relaties.items() if relatie.reltype.endswith("/thumbnail")]:
        del relaties[sleutel]
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as bron, zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in bron.namelist():
            lid = zipfile.ZipInfo(naam, ZIPDATUM)
            lid.compress_type = zipfile.ZIP_DEFLATED
            lid.create_system = 0
            doel.writestr(lid, bron.read(naam))


# ---------------------------------------------------------------------------------------------------------------
# Controle: staat in de brief wat in het tekstbestand staat?


def _zichtbaar(element) -> str:
    tekst = []
    for deel in element.iter():
        if deel.tag == qn("w:t"):
            tekst.append(deel.text or "")
        elif deel.tag == qn("w:tab") and deel.getparent().tag == qn("w:r"):
            tekst.append("\t")
        elif deel.tag == qn("w:br"):
            tekst.append("\n")
    return "".join(tekst)


def regels_uit_docx(pad: Path) -> list[str]:
    regels: list[str] = []
    for element in docx.Document(str(pad)).element.body:
        if element.tag == qn("w:tbl"):
            regels += [
                "\t".join(_zichtbaar(cel) for cel in rij.iter(qn("w:tc")))
                for rij in element.iter(qn("w:tr"))
            ]
        elif element.tag == qn("w:p"):
            regels += _zichtbaar(element).split("\n")
    return [regel for regel in regels if regel]


def regels_uit_tekst(tekst: str) -> list[str]:
    return [regel for blok in verdeel(tekst) for regel in blok.regels]


def main() -> int:
    fouten = 0
    for bron in sorted(MAP.glob("*.txt")):
        tekst = lees_tekst(bron)
        doel = bron.with_suffix(".docx")
        bewaar(maak(bron.stem, tekst), doel)
        gelijk = regels_uit_docx(doel) == regels_uit_tekst(tekst)
        fouten += not gelijk
        print(f"{doel.name}: {'gelijk aan de tekst' if gelijk else 'NIET gelijk aan de tekst'}")
    return 1 if fouten else 0


if __name__ == "__main__":
    sys.exit(main())
