"""Maakt de Word-proefbestanden waarmee lezer en annotator worden beoordeeld.

Gebruik:  python maken.py MAP      of      build_all(Path("map"))

Alles wordt opgebouwd uit leesbare stukjes XML met alleen de standaardbibliotheek.
Twee keer bouwen met dezelfde Python geeft byte voor byte dezelfde bestanden (vaste datum en volgorde).
De map is daarna zo'n 5 MB groot; bouwen duurt ongeveer tien seconden.
Wat een lezer uit elk bestand moet halen staat in verwacht.yaml.
Alle personen, organisaties en adressen zijn verzonnen.
"""

from __future__ import annotations

import io
import re
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

# ---------------------------------------------------------------- namen

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
}
XMLNS = " ".join(f'xmlns:{k}="{v}"' for k, v in NS.items()) + ' mc:Ignorable="w14 w15"'
DECL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELNS = "http://schemas.openxmlformats.org/package/2006/relationships"
CTNS = "http://schemas.openxmlformats.org/package/2006/content-types"
REL = NS["r"] + "/"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
CT_DOCX = WML + "document.main+xml"
CT_DOTX = WML + "template.main+xml"
CT_DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
CT_DOTM = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
DATE = (1980, 1, 1, 0, 0, 0)
WIE = 'w:id="{}" w:author="Redactie" w:date="2024-03-04T09:00:00Z"'

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


# ---------------------------------------------------------------- bouwstenen


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str, rpr: str = "") -> str:
    """Een run met tekst."""
    return rx(t(text), rpr)


def rx(inner: str, rpr: str = "") -> str:
    """Een run met eigen inhoud."""
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{inner}</w:r>"


def px(inner: str, ppr: str = "") -> str:
    """Een alinea met eigen inhoud."""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{inner}</w:p>"


def p(text: str, ppr: str = "") -> str:
    """Een alinea met één run."""
    return px(r(text), ppr)


def ps(*texts: str) -> str:
    return "".join(p(x) for x in texts)


PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEP = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def instr(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'


def fld(code: str, result: str) -> str:
    """Een volledig samengesteld veld met tekst als uitkomst."""
    return BEGIN + instr(code) + SEP + r(result) + END


def ins(inner: str, n: int = 1) -> str:
    return f"<w:ins {WIE.format(n)}>{inner}</w:ins>"


def dele(inner: str, n: int = 2) -> str:
    return f"<w:del {WIE.format(n)}>{inner}</w:del>"


def dt(text: str) -> str:
    """Een verwijderde run."""
    return f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'


def mark(kind: str, n: int = 50) -> str:
    """pPr-deel: het alineateken zelf is ingevoegd, verwijderd of verplaatst."""
    return f"<w:rPr><w:{kind} {WIE.format(n)}/></w:rPr>"


def sdt(inner: str, pr: str = "", n: int = 100) -> str:
    """Inhoudsbesturingselement; @id in pr zegt waar het nummer komt (anders vooraan)."""
    ident = f'<w:id w:val="{n}"/>'
    pr = pr.replace("@id", ident) if "@id" in pr else ident + pr
    return f"<w:sdt><w:sdtPr>{pr}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def tc(inner: str, pr: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>{pr}</w:tcPr>{inner}</w:tc>'


def tr(*cells: str, pr: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{pr}</w:trPr>' if pr else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str, cols: int = 2) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        + '<w:gridCol w:w="2400"/>' * cols
        + f"</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def sect(refs: str = "", extra: str = "", kind: str = "") -> str:
    return (
        f"<w:sectPr>{refs}{kind}"
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417"'
        f' w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>{extra}</w:sectPr>'
    )


def href(kind: str, rid: str) -> str:
    return f'<w:headerReference w:type="{kind}" r:id="{rid}"/>'


def fref(kind: str, rid: str) -> str:
    return f'<w:footerReference w:type="{kind}" r:id="{rid}"/>'


def root(tag: str, inner: str) -> str:
    return f"{DECL}<w:{tag} {XMLNS}>{inner}</w:{tag}>"


def document(body: str, final: str | None = None) -> str:
    return root("document", f"<w:body>{body}{sect() if final is None else final}</w:body>")


# Onderdelen: (pad, inhoudstype, relatiesoort, relatie-id, inhoud)
Part = tuple[str, str, str, str, "str | bytes"]


def header(n: int, inner: str) -> Part:
    return (
        f"word/header{n}.xml",
        WML + "header+xml",
        REL + "header",
        f"rIdH{n}",
        root("hdr", inner),
    )


def footer(n: int, inner: str) -> Part:
    return (
        f"word/footer{n}.xml",
        WML + "footer+xml",
        REL + "footer",
        f"rIdF{n}",
        root("ftr", inner),
    )


def styles(extra: str = "", defaults: str = "") -> Part:
    base = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{defaults}<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standaardalinea-lettertype">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/></w:style>'
    )
    return (
        "word/styles.xml",
        WML + "styles+xml",
        REL + "styles",
        "rIdStyles",
        root("styles", base + extra),
    )


def style(kind: str, sid: str, rpr: str = "", ppr: str = "", based: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{sid}"><w:name w:val="{sid}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + "</w:style>"
    )


def settings(inner: str) -> Part:
    return (
        "word/settings.xml",
        WML + "settings+xml",
        REL + "settings",
        "rIdSettings",
        root("settings", inner),
    )


def numbering(inner: str) -> Part:
    return (
        "word/numbering.xml",
        WML + "numbering+xml",
        REL + "numbering",
        "rIdNum",
        root("numbering", inner),
    )


def lvl(i: int, fmt: str, text: str, start: int = 1, mid: str = "", rpr: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{mid}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{720 * (i + 1)}" w:hanging="360"/></w:pPr>'
        f"{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}</w:lvl>"
    )


def absnum(n: int, *lvls: str, pre: str = "", post: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{n}">{pre}<w:multiLevelType w:val="multilevel"/>{post}'
        f"{''.join(lvls)}</w:abstractNum>"
    )


def num(n: int, a: int, over: str = "") -> str:
    return f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/>{over}</w:num>'


def li(text: str, n: int = 1, lvl: int = 0, rest: str = "") -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{lvl}"/><w:numId w:val="{n}"/></w:numPr>{rest}')


def notes(kind: str, inner: str) -> Part:
    """kind: footnote of endnote; de scheidingstekens staan er altijd bij."""
    seps = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>'
    )
    return (
        f"word/{kind}s.xml",
        WML + f"{kind}s+xml",
        REL + f"{kind}s",
        f"rId{kind}",
        root(f"{kind}s", seps + inner),
    )


def note(kind: str, n: int, text: str) -> str:
    return f'<w:{kind} w:id="{n}"><w:p><w:r><w:{kind}Ref/></w:r>{r(" " + text)}</w:p></w:{kind}>'


def noteref(kind: str, n: int, rest: str = "") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{n}"{rest}/></w:r>'


def comments(inner: str) -> Part:
    return (
        "word/comments.xml",
        WML + "comments+xml",
        REL + "comments",
        "rIdComments",
        root("comments", inner),
    )


def comment(n: int, text: str, para: str = "") -> str:
    pid = f' w14:paraId="{para}"' if para else ""
    return (
        f'<w:comment w:id="{n}" w:author="Collega" w:date="2024-03-04T09:00:00Z" w:initials="C">'
        f"<w:p{pid}><w:r><w:annotationRef/></w:r>{r(text)}</w:p></w:comment>"
    )


def cs(n: int) -> str:
    return f'<w:commentRangeStart w:id="{n}"/>'


def ce(n: int) -> str:
    return f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'


def shape(inner: str, txbx: str = "wps:txbx") -> str:
    return (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="900000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<{txbx}><w:txbxContent>{inner}</w:txbxContent></{txbx}><wps:bodyPr/></wps:wsp>"
    )


def drawing(graphic: str, uri: str, n: int = 1, descr: str = "") -> str:
    alt = f' descr="{escape(descr)}"' if descr else ""
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="900000"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{n}" name="Vorm {n}"{alt}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def vml(inner: str, n: int = 1) -> str:
    return (
        f'<w:pict><v:shape id="Vak{n}" o:spid="_x0000_s{1025 + n}" type="#_x0000_t202" '
        f'style="width:190pt;height:70pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'
    )


def box(inner: str, fallback: str | None = None, n: int = 1) -> str:
    """Run met tekstvak zoals Word die schrijft: nieuwe vorm plus oude vorm als terugval."""
    return rx(
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing(shape(inner), NS["wps"], n)}</mc:Choice>'
        f"<mc:Fallback>{vml(inner if fallback is None else fallback, n)}</mc:Fallback></mc:AlternateContent>"
    )


def relxml(rels: list[tuple[str, str, str, str]]) -> str:
    """Return links as XML; each is (id, kind, target, mode)."""
    items = ""
    for rid, kind, target, mode in rels:
        extra = f' TargetMode="{mode}"' if mode else ""
        items += f'<Relationship Id="{rid}" Type="{kind}" Target="{escape(target)}"{extra}/>'
    return f'{DECL}<Relationships xmlns="{RELNS}">{items}</Relationships>'


def ctxml(overrides: list[tuple[str, str]], defaults: str = "") -> str:
    return (
        f'{DECL}<Types xmlns="{CTNS}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{defaults}"
        + "".join(f'<Override PartName="/{n}" ContentType="{c}"/>' for n, c in overrides)
        + "</Types>"
    )


Entries = list[tuple[str, "str | bytes"]]


def package(
    doc: str | bytes,
    *parts: Part,
    main: str = "word/document.xml",
    ct: str = CT_DOCX,
    rels: tuple[tuple[str, str, str, str], ...] = (),
    extra: tuple[tuple[str, str | bytes], ...] = (),
    root_target: str | None = None,
    root_rels: tuple[tuple[str, str, str, str], ...] = (),
    with_styles: bool = True,
    defaults: str = "",
    target: Callable[[str], str] | None = None,
) -> Entries:
    """De onderdelen van een Word-bestand, in schrijfvolgorde."""
    allparts = list(parts)
    if with_styles and not any(x[0].endswith("styles.xml") for x in allparts):
        allparts.insert(0, styles())
    folder = main.rpartition("/")[0]

    def rel_target(path: str) -> str:
        if target:
            return target(path)
        return path[len(folder) + 1 :] if folder and path.startswith(folder + "/") else "/" + path

    over = [(main, ct)] + [(x[0], x[1]) for x in allparts if x[1]]
    docrels = [(x[3], x[2], rel_target(x[0]), "") for x in allparts if x[3]] + list(rels)
    top = [
        ("rId1", REL + "officeDocument", main if root_target is None else root_target, ""),
        *root_rels,
    ]
    relpath = f"{folder}/_rels/{main.rpartition('/')[2]}.rels".lstrip("/")
    out: Entries = [
        ("[Content_Types].xml", ctxml(over, defaults)),
        ("_rels/.rels", relxml(top)),
        (main, doc),
    ]
    if docrels:
        out.append((relpath, relxml(docrels)))
    out += [(x[0], x[4]) for x in allparts] + list(extra)
    return out


def zipped(entries: Entries, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buf = io.BytesIO()
    with zipfile.ZipFile(buf, "w") as z:
        put(z, entries, method)
    return buf.getvalue()


def info(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    zi = zipfile.ZipInfo(name, DATE)
    zi.filename = name  # ook vreemde namen letterlijk bewaren
    zi.compress_type = method
    zi.create_system = 3
    zi.external_attr = 0o644 << 16
    return zi


def put(z: zipfile.ZipFile, entries: Entries, method: int = zipfile.ZIP_DEFLATED) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dubbele namen zijn hier soms de bedoeling
        for name, data in entries:
            z.writestr(
                info(name, method), data if isinstance(data, bytes) else data.encode("utf-8")
            )


def word(body: str, *parts: Part, final: str | None = None, **kw) -> bytes:
    """Een gewoon Word-bestand met deze inhoud."""
    return zipped(package(document(body, final), *parts, **kw))


FILES: dict[str, Callable[[], bytes]] = {}


def bestand(name: str):
    def add(fn: Callable[[], bytes]):
        assert name not in FILES, name
        FILES[name] = fn
        return fn

    return add


# ================================================================ 1. gewone tekst


@bestand("001-gewoon.docx")
def _():
    return word(
        ps(
            "Beste mevrouw Van Dalen,",
            "U vroeg ons om een parkeervergunning. Die krijgt u.",
            "De vergunning gaat in op 1 mei. U hoeft niets meer te doen.",
            "Met vriendelijke groet,",
            "Gemeente Waterveen",
        )
    )


@bestand("002-geknipte-runs.docx")
def _():
    return word(
        p("Geachte heer Bos,")
        + px(
            r("Uw aan")
            + r("vra", "<w:b/>")
            + r("ag is ", '<w:color w:val="FF0000"/>')
            + r("b", "<w:i/>")
            + r("innen", '<w:i/><w:u w:val="single"/>')
            + r("gekomen.")
        )
        + '<w:p><w:r w:rsidR="00A1"><w:t>Wij s</w:t></w:r><w:r w:rsidR="00B2"><w:t>tu</w:t><w:t xml:space="preserve">ren u </w:t>'
        '<w:t xml:space="preserve">binnen acht </w:t></w:r><w:r/><w:r><w:rPr/></w:r><w:r><w:t>weken een besluit.</w:t></w:r></w:p>'
        + p("Gemeente Waterveen")
    )


@bestand("003-streepjes.docx")
def _():
    return word(
        p("Beste bewoner,")
        + px(rx(t("De gemeente") + "<w:softHyphen/>" + t("raad besluit in mei.")))
        + px(rx(t("Stuur een e") + "<w:noBreakHyphen/>" + t("mail naar ons.")))
        + p("De afval\u00adinzameling start om 7.00 uur.")
        + p("Het is een kant\u2011en\u2011klaar formulier.")
    )


@bestand("004-tabs-en-regels.docx")
def _():
    return word(
        px(rx(t("Ons kenmerk:") + "<w:tab/>" + t("WV-2024-17")))
        + px(
            rx(
                t("Gemeente Waterveen")
                + "<w:br/>"
                + t("Postbus 10")
                + '<w:br w:type="textWrapping"/>'
                + t("1234 AB Waterveen")
            )
        )
        + px(rx(t("Beste bewoner,") + "<w:cr/>" + t("Dit is een nieuwe regel.")))
        + px(
            rx(
                t("Totaal")
                + '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="dot"/>'
                + t("€ 35")
            )
        )
        + px(
            rx(
                "<w:lastRenderedPageBreak/>"
                + t("Deze zin staat op de vol")
                + "<w:lastRenderedPageBreak/>"
                + t("gende bladzijde.")
            )
        )
    )


@bestand("005-symbolen.docx")
def _():
    return word(
        p("Kruis aan wat u wilt:")
        + px(rx('<w:sym w:font="Wingdings" w:char="F0FC"/>' + t(" Ik wil een gesprek.")))
        + px(rx('<w:sym w:font="Wingdings" w:char="F0A8"/>' + t(" Ik wil een brief.")))
        + px(rx(t("De kosten zijn ") + '<w:sym w:font="Arial" w:char="20AC"/>' + t(" 40.")))
        + px(rx(t("U bent ") + '<w:sym w:font="Symbol" w:char="F0B3"/>' + t(" 18 jaar.")))
    )


@bestand("006-spaties.docx")
def _():
    return word(
        p("Geachte\u00a0mevrouw De\u00a0Wit,")
        + p("U betaalt €\u202f120 per\u2009jaar.")
        + p("Kijk op onze web\u200bsite.")
        + '<w:p><w:r><w:t xml:space="preserve">U krijgt\n      deze brief </w:t></w:r><w:r><w:t xml:space="preserve"> omdat u bij ons huurt.</w:t></w:r></w:p>'
        + "<w:p><w:r><w:t>Woningstichting De Linde</w:t></w:r></w:p>"
    )


@bestand("007-lege-alineas.docx")
def _():
    return word(
        "<w:p/>"
        + p("Beste ouder,")
        + "<w:p/>"
        + px(rx(""))
        + p("   ")
        + p("De school is maandag dicht.")
        + "<w:p/>"
        + px("", '<w:jc w:val="center"/>')
    )


@bestand("008-geen-tekst.docx")
def _():
    return word("<w:p/>")


@bestand("009-bladzijde-einde.docx")
def _():
    return word(
        p("Beste lezer,")
        + PAGE_BREAK
        + px(
            rx(t("Deze zin loopt door ") + '<w:br w:type="page"/>' + t("op de volgende bladzijde."))
        )
        + px(
            rx(
                t("Dit staat in kolom een. ")
                + '<w:br w:type="column"/>'
                + t("Dit staat in kolom twee.")
            )
        )
        + p("Bibliotheek Oosterhaven", "<w:pageBreakBefore/>")
    )


@bestand("010-bladwijzers.docx")
def _():
    return word(
        px(r("Beste huurder,"))
        + px(
            '<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:proofErr w:type="spellStart"/>'
            + r("Wij komen ")
            + '<w:proofErr w:type="spellEnd"/><w:permStart w:id="7" w:edGrp="everyone"/>'
            + r("dinsdag")
            + '<w:permEnd w:id="7"/><w:bookmarkEnd w:id="1"/><w:proofErr w:type="gramStart"/>'
            + r(" langs.")
            + '<w:proofErr w:type="gramEnd"/>'
        )
        + '<w:bookmarkStart w:id="2" w:name="blok"/>'
        + p("Zorg dat u thuis bent.")
        + '<w:bookmarkEnd w:id="2"/>'
    )


@bestand("011-slimme-labels.docx")
def _():
    st = '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="{}">{}</w:smartTag>'
    return word(
        px(
            r("Wij zien u graag in ")
            + st.format("place", st.format("City", r("Waterveen")) + r(" Noord"))
            + r(".")
        )
        + px(
            st.format(
                "date",
                '<w:smartTagPr><w:attr w:name="Day" w:val="31"/></w:smartTagPr>'
                + r("Dinsdag 4 juni"),
            )
            + r(" is de inloopdag.")
        )
    )


@bestand("012-eigen-xml.docx")
def _():
    cx = '<w:customXml w:uri="urn:voorbeeld" w:element="{}">{}</w:customXml>'
    return word(
        cx.format(
            "brief",
            p("Beste klant,")
            + cx.format(
                "kern",
                p("Uw contract stopt op 1 juli.")
                + px(r("Wij bellen ") + cx.format("wie", r("u")) + r(" nog.")),
            ),
        )
        + tbl(cx.format("rij", tr(tc(p("Einddatum")), cx.format("cel", tc(p("1 juli"))))))
        + p("Energie Noorderlicht")
    )


@bestand("013-richting.docx")
def _():
    return word(
        p("Beste mevrouw Haddad,", '<w:bidi w:val="0"/>')
        + px(
            r("Uw naam in het Arabisch is ")
            + '<w:dir w:val="rtl">'
            + r("حداد", "<w:rtl/>")
            + "</w:dir>"
            + r(".")
        )
        + px('<w:bdo w:val="ltr">' + r("De afspraak is om 9 uur.") + "</w:bdo>")
        + px(r("مرحبا", "<w:rtl/>"), "<w:bidi/>")
    )


@bestand("014-ruby.docx")
def _():
    return word(
        p("Beste deelnemer,")
        + px(
            r("De cursus is in ")
            + rx(
                '<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
                '<w:hpsBaseText w:val="22"/><w:lid w:val="nl-NL"/></w:rubyPr><w:rt>'
                + r("Kjoto")
                + "</w:rt><w:rubyBase>"
                + r("Kyoto")
                + "</w:rubyBase></w:ruby>"
            )
            + r(".")
        )
    )


@bestand("015-formule.docx")
def _():
    return word(
        p("Zo berekenen wij uw huur:")
        + px(r("Uw huur is ") + "<m:oMath><m:r><m:t>12×600</m:t></m:r></m:oMath>" + r(" euro."))
    )


# ================================================================ 2. velden en koppelingen


@bestand("020-samenvoegveld.docx")
def _():
    return word(
        px(r("Beste ") + fld(" MERGEFIELD Achternaam \\* MERGEFORMAT ", "mevrouw Kuiper") + r(","))
        + p("U krijgt geld terug.")
        + px(
            r("Het gaat om ")
            + fld(" MERGEFIELD Bedrag ", "€ 85")
            + r(" voor ")
            + fld(" MERGEFIELD Jaar ", "2023")
            + r(".")
        )
    )


@bestand("021-als-veld.docx")
def _():
    return word(
        px(
            BEGIN
            + instr(" IF ")
            + fld(" MERGEFIELD Geslacht ", "VRW7")
            + instr(' = "VRW7" "Geachte mevrouw" "Geachte heer" ')
            + SEP
            + r("Geachte mevrouw")
            + END
            + r(" Postma,")
        )
        + px(
            BEGIN
            + instr(" IF ")
            + fld(" MERGEFIELD Type ", "KLS2")
            + instr(' = "KLS2" "')
            + fld(" MERGEFIELD Dag ", "maandagcode")
            + instr('" "" ')
            + SEP
            + r("Wij komen op ")
            + fld(" MERGEFIELD Dag ", "maandag")
            + END
            + r(" bij u langs.")
        )
    )


@bestand("022-veld-twee-alineas.docx")
def _():
    return word(
        p("Beste leden,")
        + px(
            r("Lees dit: ")
            + BEGIN
            + instr(" INCLUDETEXT bron.docx ")
            + SEP
            + r("De club verhuist in mei.")
        )
        + px(r("Het nieuwe adres volgt.") + END + r(" Tot gauw."))
        + p("Sportclub De Duinen")
    )


@bestand("023-veldcode-twee-alineas.docx")
def _():
    return word(
        px(r("Beste buur, ") + BEGIN + instr(' IF 1 = 2 "eerste codezin'))
        + px(instr(' tweede codezin" "" ') + SEP + r("wij bouwen.") + END)
        + p("De bouw duurt een jaar.")
    )


@bestand("024-veld-zonder-uitkomst.docx")
def _():
    return word(
        px(r("Beste klant,") + BEGIN + instr(' XE "Trefwoord klant" ') + END)
        + px(r("Uw pakket is er") + BEGIN + instr(" SET Verborgencode 5 ") + END + r("."))
        + px(r("Haal het op") + BEGIN + instr(" QUOTE leegveld ") + SEP + END + r(" voor vrijdag."))
    )


@bestand("025-eenvoudig-veld.docx")
def _():
    return word(
        px(
            r("Beste ")
            + '<w:fldSimple w:instr=" MERGEFIELD Voornaam ">'
            + r("Sanne")
            + "</w:fldSimple>"
            + r(",")
        )
        + px(
            r("Uw nummer is ")
            + '<w:fldSimple w:instr=" DOCPROPERTY Buitenste " w:fldLock="1"><w:fldData>AAAA</w:fldData>'
            + '<w:fldSimple w:instr=" DOCPROPERTY Binnenste ">'
            + r("A-77")
            + "</w:fldSimple>"
            + r(" en dat blijft zo")
            + "</w:fldSimple>"
            + r(".")
        )
    )


@bestand("026-vast-veld.docx")
def _():
    return word(
        px(
            r("Deze brief is van ")
            + '<w:r><w:fldChar w:fldCharType="begin" w:fldLock="1" w:dirty="1"/></w:r>'
            + instr(' DATE \\@ "d MMMM yyyy" ')
            + SEP
            + r("3 april 2024")
            + END
            + r(".")
        )
        + p("Bewaar hem goed.")
    )


@bestand("027-onaf-veld.docx")
def _():
    return word(
        px(
            r("Beste lezer, ")
            + BEGIN
            + instr(" MERGEFIELD Onaf ")
            + SEP
            + r("dit veld heeft geen einde.")
        )
        + p("Deze alinea moet zichtbaar blijven.")
        + p("Deze ook.")
    )


@bestand("028-onaf-veld-zonder-scheiding.docx")
def _():
    return word(
        p("Beste lezer,")
        + px(r("Uw aanvraag loopt. ") + BEGIN + instr(" MERGEFIELD Halfcode "))
        + p("Wij slikken deze alinea niet in.")
        + p("Groet van de balie")
    )


@bestand("029-los-veldeinde.docx")
def _():
    return word(
        px(r("Beste lezer, ") + END + r("welkom."))
        + px(SEP + r("Alles staat er nog."))
        + p("Tot ziens.")
    )


@bestand("030-veld-in-een-run.docx")
def _():
    return word(
        px(
            '<w:r><w:t xml:space="preserve">Beste </w:t><w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> MERGE</w:instrText>'
            '<w:instrText>FIELD Naam </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>heer Smit</w:t>'
            '<w:fldChar w:fldCharType="end"/><w:t>,</w:t></w:r>'
        )
        + p("Uw paspoort ligt klaar.")
    )


@bestand("031-formuliervelden.docx")
def _():
    ff = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Tekst1"/><w:enabled/><w:calcOnExit w:val="0"/>'
        '<w:helpText w:type="text" w:val="Verborgen hulptekst"/><w:textInput><w:default w:val="Verborgen standaardtekst"/></w:textInput>'
        "</w:ffData></w:fldChar></w:r>"
    )
    chk = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Vink"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/>'
        '<w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    )
    return word(
        px(r("Uw naam: ") + ff + instr(" FORMTEXT ") + SEP + r("T. de Groot") + END)
        + px(chk + instr(" FORMCHECKBOX ") + END + r(" Ik ga akkoord."))
    )


@bestand("032-koppeling.docx")
def _():
    return word(
        px(
            r("Kijk op ")
            + '<w:hyperlink r:id="rIdL1" w:tooltip="Verborgen zweeftekst" w:history="1">'
            + r("onze ", "<w:b/>")
            + r("website")
            + "</w:hyperlink>"
            + r(".")
        )
        + px(
            r("Zie ook ")
            + '<w:hyperlink w:anchor="blok">'
            + r("het blok hieronder")
            + "</w:hyperlink>"
            + r(".")
        )
        + px(
            '<w:bookmarkStart w:id="1" w:name="blok"/>'
            + r("Dit is het blok.")
            + '<w:bookmarkEnd w:id="1"/>'
        ),
        rels=(
            ("rIdL1", REL + "hyperlink", "https://verborgen-adres.invalid/pad?a=1&b=2", "External"),
        ),
    )


@bestand("033-koppelveld.docx")
def _():
    return word(
        px(
            r("Mail naar ")
            + fld(
                ' HYPERLINK "mailto:verborgen-post@waterveen.invalid" \\o "Zweeftip" ', "de balie"
            )
            + r(".")
        )
        + px(
            r("Of ga naar ")
            + '<w:hyperlink r:id="rIdL1">'
            + BEGIN
            + instr(' HYPERLINK "https://dubbel.invalid" ')
            + SEP
            + r("het loket")
            + END
            + "</w:hyperlink>"
            + r(".")
        ),
        rels=(("rIdL1", REL + "hyperlink", "https://dubbel.invalid", "External"),),
    )


@bestand("034-inhoudsopgave.docx")
def _():
    def toc(text: str, page: str, pre: str = "", post: str = "") -> str:
        return px(
            pre
            + '<w:hyperlink w:anchor="_Toc1">'
            + r(text)
            + rx("<w:tab/>", "<w:webHidden/>")
            + BEGIN
            + instr(" PAGEREF _Toc1 \\h ")
            + SEP
            + r(page, "<w:webHidden/>")
            + END
            + "</w:hyperlink>"
            + post
        )

    return word(
        toc("Wat verandert er", "1", pre=BEGIN + instr(' TOC \\o "1-3" \\h ') + SEP)
        + toc("Wat moet u doen", "2", post="")
        + px(END)
        + px(
            '<w:bookmarkStart w:id="1" w:name="_Toc1"/>'
            + r("Wat verandert er")
            + '<w:bookmarkEnd w:id="1"/>'
        )
        + p("Vanaf 1 juni betaalt u minder.")
        + p("Wat moet u doen")
        + p("U hoeft niets te doen.")
    )


# ================================================================ 3. inhoudsbesturingselementen


@bestand("040-blok-sdt.docx")
def _():
    return word(
        p("Beste ouders,")
        + sdt(
            p("De schoolreis is op 12 juni.") + p("Wij gaan naar het bos."),
            '<w:alias w:val="Verborgen titel"/><w:tag w:val="verborgentag"/>@id',
        )
        + p("Basisschool De Klimboom")
    )


@bestand("041-regel-sdt.docx")
def _():
    return word(
        px(r("Beste ") + sdt(r("meneer ") + r("Vos", "<w:b/>"), "<w:text/>") + r(","))
        + px(
            r("Uw dossier is ")
            + sdt(r("compleet"), "<w:rPr><w:b/></w:rPr>@id<w:richText/>", 101)
            + r(". Wij gaan aan de slag.")
        )
    )


@bestand("042-cel-sdt.docx")
def _():
    return word(
        p("Uw gegevens:")
        + tbl(
            tr(tc(p("Naam")), sdt(tc(p("L. Vermeer")), "", 102)),
            tr(tc(p("Adres")), tc(sdt(p("Dijk 4"), "", 103))),
            tr(tc(p("Plaats")), tc(px(sdt(r("Waterveen"), "<w:text/>", 104)))),
        )
        + p("Klopt iets niet? Bel ons.")
    )


@bestand("043-rij-sdt.docx")
def _():
    return word(
        p("Dit betaalt u:")
        + tbl(
            tr(tc(p("Post")), tc(p("Bedrag"))),
            sdt(tr(tc(p("Water")), tc(p("€ 10"))) + tr(tc(p("Gas")), tc(p("€ 20"))), "", 105),
            tr(tc(p("Totaal")), tc(p("€ 30"))),
        )
        + p("Betaal voor 1 mei.")
    )


@bestand("044-herhaling-sdt.docx")
def _():
    items = "".join(
        sdt(p(x), "<w15:repeatingSectionItem/>", 111 + i)
        for i, x in enumerate(
            ["Neem uw paspoort mee.", "Neem een pasfoto mee.", "Neem uw pinpas mee."]
        )
    )
    return word(p("Beste inwoner,") + sdt(items, "<w15:repeatingSection/>", 110) + p("Tot dan."))


@bestand("045-plaatshouder.docx")
def _():
    return word(
        p("Beste lezer,")
        + px(
            r("Naam: ")
            + sdt(
                r("Klik om tekst in te voeren.", '<w:color w:val="808080"/>'),
                '@id<w:placeholder><w:docPart w:val="VerborgenBouwsteen"/></w:placeholder><w:showingPlcHdr/><w:text/>',
                120,
            )
        )
        + p("Vul alles in.")
    )


@bestand("046-datum-en-keuzelijst.docx")
def _():
    date = (
        '<w:date w:fullDate="2024-05-09T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    drop = (
        '<w:dropDownList><w:listItem w:displayText="Kies een verborgen optie" w:value=""/><w:listItem w:displayText="de balie" w:value="1"/>'
        '<w:listItem w:displayText="ongekozen optie" w:value="2"/></w:dropDownList>'
    )
    check = '<w14:checkbox><w14:checked w14:val="1"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    return word(
        px(r("Uw afspraak is op ") + sdt(r("9 mei 2024"), date, 130) + r("."))
        + px(r("Meld u bij ") + sdt(r("de balie"), drop, 131) + r("."))
        + px(sdt(r("☒"), check, 132) + r(" Ik kom."))
    )


@bestand("047-geneste-sdt.docx")
def _():
    deep = sdt(r("kern"), "<w:text/>", 144)
    return word(
        sdt(
            p("Beste vrijwilliger,")
            + sdt(
                px(r("Dit is de ") + sdt(r("diepe ") + deep, "", 143) + r(" van de brief.")),
                "",
                142,
            )
            + tbl(tr(tc(p("Dag")), tc(sdt(p("vrijdag"), "", 145)))),
            "",
            141,
        )
        + p("Bedankt voor uw hulp.")
    )


@bestand("048-sdt-gebonden.docx")
def _():
    bind = '<w:dataBinding w:xpath="/gegevens[1]/onderwerp[1]" w:storeItemID="{11111111-2222-3333-4444-555555555555}"/><w:text/>'
    return word(
        px(r("Onderwerp: ") + sdt(r("uw bezwaar"), "@id" + bind, 150)) + p("Wij lezen uw bezwaar."),
        (
            "customXml/item1.xml",
            "",
            REL + "customXml",
            "rIdCx",
            "<gegevens><onderwerp>uw bezwaar</onderwerp><x>Verborgen gegeven</x></gegevens>",
        ),
        (
            "customXml/itemProps1.xml",
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            "",
            "",
            '<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
        ),
        extra=(
            (
                "customXml/_rels/item1.xml.rels",
                relxml([("rId1", REL + "customXmlProps", "itemProps1.xml", "")]),
            ),
        ),
    )


# ================================================================ 4. tabellen


@bestand("050-tabel.docx")
def _():
    return word(
        p("Beste huurder,")
        + tbl(tr(tc(p("Maand")), tc(p("Huur"))), tr(tc(p("Mei") + p("Juni")), tc(p("€ 600"))))
        + p("De huur blijft gelijk.")
    )


@bestand("051-tabel-in-tabel.docx")
def _():
    inner = tbl(tr(tc(p("Binnen links")), tc(p("Binnen rechts"))))
    return word(
        p("Zie het schema.")
        + tbl(tr(tc(p("Boven") + inner + p("Onder")), tc(p("Ernaast"))))
        + p("Einde van het schema.")
    )


@bestand("052-samengevoegde-cellen.docx")
def _():
    return word(
        tbl(
            tr(tc(p("Overzicht van uw kosten"), '<w:gridSpan w:val="3"/>')),
            tr(tc(p("Vast"), '<w:vMerge w:val="restart"/>'), tc(p("Huur")), tc(p("€ 500"))),
            tr(tc("<w:p/>", "<w:vMerge/>"), tc(p("Water")), tc(p("€ 15"))),
            tr(
                tc(p("Los"), '<w:gridSpan w:val="2"/>'),
                tc(p("€ 5")),
                pr='<w:gridBefore w:val="0"/>',
            ),
            cols=3,
        )
        + p("Dit is alles.")
    )


@bestand("053-diepe-tabellen.docx")
def _():
    inner = p("Het diepste vakje.")
    for i in range(20, 0, -1):
        inner = tbl(tr(tc(p(f"Laag {i}.") + inner + ("<w:p/>" if i < 20 else ""))), cols=1)
    return word(p("Beste lezer,") + inner + p("Onder de tabel."))


@bestand("054-verborgen-rij.docx")
def _():
    vr = "<w:rPr><w:vanish/></w:rPr>"
    return word(
        p("Uw afspraken:")
        + tbl(
            tr(tc(p("Maandag")), tc(p("9 uur"))),
            tr(
                tc(px(r("Geheime rij", "<w:vanish/>"), vr)),
                tc(px(r("Geheime tijd", "<w:vanish/>"), vr)),
                pr="<w:hidden/>",
            ),
            tr(tc(p("Dinsdag")), tc(p("10 uur"))),
        )
        + p("Tot dan.")
    )


# ================================================================ 5. bijgehouden wijzigingen


@bestand("060-ingevoegd-verwijderd.docx")
def _():
    return word(
        px(r("Beste ") + dele(dt("meneer")) + ins(r("mevrouw")) + r(" Timmer,"))
        + px(
            r("U krijgt ")
            + dele(dt("geen ") + dt("enkele "), 3)
            + ins(r("wel ") + r("een ", "<w:b/>"), 4)
            + r("uitkering.")
        )
        + px(r("Woor") + dele(dt("WEG"), 5) + r("d voor woord."))
    )


@bestand("061-hele-alinea.docx")
def _():
    return word(
        p("Beste bewoner,")
        + px(dele(dt("Deze alinea is helemaal weg.")), mark("del"))
        + px(ins(r("Deze alinea is nieuw.")), mark("ins"))
        + p("De straat gaat open.")
    )


@bestand("062-alineateken-weg.docx")
def _():
    return word(
        px(r("Uw kind mag naar zwemles. "), mark("del", 51))
        + p("De les is op woensdag.")
        + px(r("Neem een handdoek mee"), mark("del", 52))
        + px(dele(dt(" weggehaald stuk"), 53) + r("."), mark("ins", 54))
        + p("Zwembad De Golf")
    )


@bestand("063-tabelrijen.docx")
def _():
    return word(
        p("Nieuwe tijden:")
        + tbl(
            tr(tc(p("Maandag")), tc(p("8 uur"))),
            tr(
                tc(px(dele(dt("Dinsdagweg")), mark("del", 60))),
                tc(px(dele(dt("Tijdweg"), 61), mark("del", 62))),
                pr=f"<w:del {WIE.format(63)}/>",
            ),
            tr(
                tc(px(ins(r("Woensdag"), 64), mark("ins", 65))),
                tc(px(ins(r("9 uur"), 66), mark("ins", 67))),
                pr=f"<w:ins {WIE.format(68)}/>",
            ),
        )
        + p("Bewaar dit blad.")
    )


@bestand("064-rij-weg-zonder-runmarkering.docx")
def _():
    return word(
        p("Nieuwe prijzen:")
        + tbl(
            tr(tc(p("Kaartje")), tc(p("€ 4"))),
            tr(tc(p("Rijweg")), tc(p("Prijsweg")), pr=f"<w:del {WIE.format(70)}/>"),
            tr(tc(p("Abonnement")), tc(p("€ 40")), pr=f"<w:ins {WIE.format(71)}/>"),
        )
        + p("Tot ziens in het museum.")
    )


def moved(kind: str, n: int, name: str, inner: str) -> str:
    return (
        f'<w:{kind}RangeStart w:id="{n}" w:author="Redactie" w:date="2024-03-04T09:00:00Z" w:name="{name}"/>'
        f"<w:{kind} {WIE.format(n + 1)}>{inner}</w:{kind}>" + f'<w:{kind}RangeEnd w:id="{n}"/>'
    )


@bestand("065-verplaatst.docx")
def _():
    return word(
        px(
            r("Bel ons. ")
            + moved("moveFrom", 10, "zet1", r("Schrijf ons. "))
            + r("Kom langs. ")
            + moved("moveTo", 20, "zet1", r("Schrijf ons. "))
            + r("Tot gauw.")
        )
        + px(moved("moveFrom", 30, "zet2", r("Dit blok schuift omlaag.")), mark("moveFrom", 33))
        + p("Dit blok blijft staan.")
        + px(moved("moveTo", 40, "zet2", r("Dit blok schuift omlaag.")), mark("moveTo", 43))
        + p("Wijkteam Oost")
    )


@bestand("066-opmaakwijziging.docx")
def _():
    rch = '<w:rPrChange w:id="80" w:author="Redactie" w:date="2024-03-04T09:00:00Z"><w:rPr>{}</w:rPr></w:rPrChange>'
    pch = '<w:pPrChange w:id="81" w:author="Redactie" w:date="2024-03-04T09:00:00Z"><w:pPr>{}</w:pPr></w:pPrChange>'
    return word(
        px(r("Dit was verborgen en is nu zichtbaar.", "<w:b/>" + rch.format("<w:vanish/>")))
        + px(r("Dit ziet u. ") + r("Dit is nu geheim.", "<w:vanish/>" + rch.format("<w:b/>")))
        + p(
            "Dit was een lijst.",
            '<w:jc w:val="left"/>'
            + pch.format('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        )
        + li("Dit is een lijst.", rest=pch.format('<w:jc w:val="left"/>')),
        numbering(absnum(0, lvl(0, "decimal", "%1.")) + num(1, 0)),
    )


@bestand("067-verwijderd-in-ingevoegd.docx")
def _():
    return word(
        px(
            r("Uw bril is ")
            + ins(r("bijna ") + dele(dt("helemaal niet "), 91) + r("klaar"), 90)
            + r(".")
        )
        + px(r("Haal hem ") + ins(dele(dt("weggooiwoord "), 93), 92) + r("zaterdag op."))
        + p("Optiek Van Zicht")
    )


@bestand("068-ingevoegde-sdt.docx")
def _():
    return word(
        px(r("Beste ") + ins(sdt(r("mevrouw Prins"), "", 160), 1) + r(","))
        + px(
            r("Wij ")
            + dele(sdt(dt("wegvak"), "", 161), 2)
            + sdt(dele(dt("binnenweg "), 3) + ins(r("bellen "), 4) + r("u"), "", 162)
            + r(" morgen.")
        )
        + ins(sdt(p("Dit blok is ingevoegd."), "", 163), 5)
        .replace("<w:ins ", "<w:customXmlInsRangeStart ", 1)
        .replace('09:00:00Z">', '09:00:00Z"/>', 1)
        .replace("</w:ins>", '<w:customXmlInsRangeEnd w:id="5"/>')
    )


@bestand("069-verwijderd-veld.docx")
def _():
    b, s, e = BEGIN, SEP, END
    return word(
        px(
            r("Beste ")
            + dele(
                b
                + '<w:r><w:delInstrText xml:space="preserve"> MERGEFIELD Oudnaam </w:delInstrText></w:r>'
                + s
                + dt("Oudenaam")
                + e
            )
            + ins(b + instr(" MERGEFIELD Nieuwnaam ") + s + r("mevrouw Blom") + e)
            + r(",")
        )
        + px(
            r("Zie ")
            + '<w:hyperlink w:anchor="x">'
            + dele(dt("oudelink"), 5)
            + ins(r("de folder"), 6)
            + "</w:hyperlink>"
            + r(".")
        )
    )


@bestand("070-cel-wijzigingen.docx")
def _():
    return word(
        tbl(
            tr(
                tc(p("Plaats")),
                tc(px(ins(r("Datum"))), f"<w:cellIns {WIE.format(1)}/>"),
                tc(px(dele(dt("Celweg"))), f"<w:cellDel {WIE.format(2)}/>"),
            ),
            cols=3,
        )
        + p("Dit is het nieuwe rooster.")
    )


# ================================================================ 6. opmerkingen


@bestand("075-opmerkingen.docx")
def _():
    return word(
        p("Beste mevrouw Mulder,")
        + px(
            r("Wij hebben ") + cs(0) + r("uw for") + r("mulier", "<w:b/>") + ce(0) + r(" gekregen.")
        )
        + px(cs(1) + r("U hoort "))
        + px(r("snel meer.") + ce(1)),
        comments(comment(0, "Welk formulier?") + comment(1, "Wanneer precies?")),
    )


@bestand("076-opmerkingen-uitgebreid.docx")
def _():
    w15 = NS["w15"]
    return word(
        px(cs(3) + cs(4) + r("De bus rijdt niet.") + ce(3) + ce(4)) + p("Neem de trein."),
        comments(
            comment(3, "Waarom niet?", "00000A01") + comment(4, "Door de storing.", "00000A02")
        ),
        (
            "word/commentsExtended.xml",
            WML + "commentsExtended+xml",
            "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
            "rIdCe",
            f'{DECL}<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="00000A01" w15:done="0"/>'
            '<w15:commentEx w15:paraId="00000A02" w15:paraIdParent="00000A01" w15:done="1"/></w15:commentsEx>',
        ),
        (
            "word/people.xml",
            WML + "people+xml",
            "http://schemas.microsoft.com/office/2011/relationships/people",
            "rIdPe",
            f'{DECL}<w15:people xmlns:w15="{w15}"><w15:person w15:author="Collega"><w15:presenceInfo w15:providerId="None" w15:userId="Collega"/></w15:person></w15:people>',
        ),
    )


@bestand("077-opmerkingen-hoge-nummers.docx")
def _():
    return word(
        px(cs(2147483000) + r("Uw pas is op.") + ce(2147483000))
        + px(r("Vraag een ") + rx('<w:commentReference w:id="7"/>') + r("nieuwe aan.")),
        comments(comment(2147483000, "Hoog nummer.") + comment(7, "Punt zonder bereik.")),
    )


# ================================================================ 7. tekstvakken


@bestand("080-tekstvak.docx")
def _():
    return word(
        p("Beste klant,")
        + px(
            r("Let op het kader. ")
            + box(p("Bel voor 1 juni.") + p("Daarna is het te laat."))
            + r("Bedankt.")
        )
        + p("Bank De Dukaat")
    )


@bestand("081-tekstvak-andere-terugval.docx")
def _():
    return word(
        p("Beste klant,")
        + px(box(p("Dit is het kader."), p("Dit is de oude terugval.")))
        + p("Groet van de bank")
    )


@bestand("082-vml-tekstvak.docx")
def _():
    return word(
        p("Beste klant,") + px(rx(vml(p("Alleen een oud kader.")))) + p("Dit staat eronder.")
    )


@bestand("083-tekstvak-in-kop.docx")
def _():
    return word(
        ps("Beste lezer,", "Welkom bij de krant."),
        header(1, px(r("De Dorpskrant") + box(p("Nummer 7")))),
        final=sect(href("default", "rIdH1")),
    )


@bestand("084-groep.docx")
def _():
    grp = (
        '<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="900000"/><a:chOff x="0" y="0"/>'
        '<a:chExt cx="2400000" cy="900000"/></a:xfrm></wpg:grpSpPr>'
        + shape(p("Stap een: bel ons.")).replace(
            "<wps:cNvSpPr", '<wps:cNvPr id="11" name="A"/><wps:cNvSpPr'
        )
        + shape(p("Stap twee: kom langs.")).replace(
            "<wps:cNvSpPr", '<wps:cNvPr id="12" name="B"/><wps:cNvSpPr'
        )
        + "</wpg:wgp>"
    )
    old = (
        '<w:pict><v:group id="G1" style="width:190pt;height:70pt" coordsize="2400,900">'
        f'<v:shape id="G2" style="width:1200;height:900"><v:textbox><w:txbxContent>{p("Stap een: bel ons.")}</w:txbxContent></v:textbox></v:shape>'
        f'<v:shape id="G3" style="width:1200;height:900"><v:textbox><w:txbxContent>{p("Stap twee: kom langs.")}</w:txbxContent></v:textbox></v:shape>'
        "</v:group></w:pict>"
    )
    return word(
        p("Zo werkt het:")
        + px(
            rx(
                f'<mc:AlternateContent><mc:Choice Requires="wpg">{drawing(grp, NS["wpg"], 10)}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
            )
        )
        + p("Tot ziens.")
    )


@bestand("085-onbekende-keuze.docx")
def _():
    ac = '<mc:AlternateContent xmlns:q="urn:onbekend:toekomst"><mc:Choice Requires="q"><w:r><w:t>Toekomsttekst.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Gewone tekst.</w:t></w:r></mc:Fallback></mc:AlternateContent>'
    known = '<mc:AlternateContent><mc:Choice Requires="w14"><w:r><w:t>Nieuwe vorm.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Oude vorm.</w:t></w:r></mc:Fallback></mc:AlternateContent>'
    return word(p("Beste lezer,") + px(ac) + px(known) + p("Dat was het."))


@bestand("086-tabel-in-tekstvak.docx")
def _():
    return word(
        p("Hieronder staan de tijden.")
        + px(
            box(
                p("Tijden")
                + tbl(tr(tc(p("Ma")), tc(p("9 tot 12"))))
                + px(ins(r("Nieuw: ")) + dele(dt("kaderweg")) + r("ook zaterdag."))
            )
        )
        + p("Tot gauw.")
    )


@bestand("087-plaatje.docx")
def _():
    pic = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="foto.png" descr="Verborgen beschrijving"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rIdPng"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return word(
        p("Dit is de nieuwe ingang:")
        + px(rx(drawing(pic, NS["pic"], 1, "Verborgen alternatief")))
        + p("U vindt hem aan de Dorpsstraat."),
        ("word/media/foto.png", "", REL + "image", "rIdPng", PNG),
    )


# ================================================================ 8. kop- en voetteksten


@bestand("090-kop-en-voet.docx")
def _():
    return word(
        ps("Beste lezer,", "Dit is de brief."),
        header(1, px(rx(t("Gemeente Waterveen") + "<w:tab/>" + t("Team Belastingen")))),
        footer(1, px(r("Pagina ") + fld(" PAGE ", "1") + r(" van ") + fld(" NUMPAGES ", "1"))),
        header(9, p("Losse koptekst zonder verwijzing.")),
        final=sect(href("default", "rIdH1") + fref("default", "rIdF1")),
    )


HF3 = (
    header(1, p("Kop voor elke bladzijde")),
    header(2, p("Kop van het voorblad")),
    header(3, p("Kop van even bladzijden")),
    footer(1, p("Voet voor elke bladzijde")),
    footer(2, p("Voet van het voorblad")),
    footer(3, p("Voet van even bladzijden")),
)
REFS3 = (
    href("default", "rIdH1")
    + href("first", "rIdH2")
    + href("even", "rIdH3")
    + fref("default", "rIdF1")
    + fref("first", "rIdF2")
    + fref("even", "rIdF3")
)
PAGES3 = (
    p("Dit is bladzijde een.")
    + PAGE_BREAK
    + p("Dit is bladzijde twee.")
    + PAGE_BREAK
    + p("Dit is bladzijde drie.")
)


@bestand("091-eerste-en-even-aan.docx")
def _():
    return word(PAGES3, *HF3, settings("<w:evenAndOddHeaders/>"), final=sect(REFS3, "<w:titlePg/>"))


@bestand("092-eerste-en-even-uit.docx")
def _():
    return word(
        PAGES3,
        *HF3,
        settings('<w:evenAndOddHeaders w:val="0"/>'),
        final=sect(REFS3, '<w:titlePg w:val="false"/>'),
    )


@bestand("093-alleen-eerste-aan.docx")
def _():
    return word(PAGES3, *HF3, settings(""), final=sect(REFS3, '<w:titlePg w:val="1"/>'))


@bestand("094-kop-per-sectie.docx")
def _():
    return word(
        p("Deel een van de brief.")
        + px("", sect(href("default", "rIdH1") + fref("default", "rIdF1")))
        + p("Deel twee van de brief.")
        + px("", sect(href("default", "rIdH2"), kind='<w:type w:val="nextPage"/>'))
        + p("Deel drie van de brief."),
        header(1, p("Kop van deel een")),
        header(2, p("Kop van deel twee")),
        footer(1, p("Voet van alle delen")),
        header(3, p("Nooit gebruikte kop")),
    )


@bestand("095-geerfde-eerste-kop.docx")
def _():
    return word(
        p("Sectie een heeft geen voorblad.")
        + px("", sect(href("default", "rIdH1") + href("first", "rIdH2")))
        + p("Sectie twee heeft wel een voorblad.")
        + PAGE_BREAK
        + p("Dit is het vervolg."),
        header(1, p("Gewone kop")),
        header(2, p("Kop die pas in sectie twee verschijnt")),
        final=sect(extra="<w:titlePg/>"),
    )


@bestand("096-kop-met-tabel-en-sdt.docx")
def _():
    return word(
        ps("Beste cliënt,", "Uw afspraak staat vast."),
        header(
            1,
            tbl(tr(tc(p("Zorggroep De Brug")), tc(sdt(p("Afdeling Thuiszorg")))))
            + px(dele(dt("Oude slogan")) + ins(r("Dichtbij huis"))),
        ),
        footer(
            1,
            px(
                r("Bel 000-000 ")
                + r("geheim voetwoord", "<w:vanish/>")
                + '<w:hyperlink r:id="rIdX">'
                + r("of mail")
                + "</w:hyperlink>"
            ),
        ),
        extra=(
            (
                "word/_rels/footer1.xml.rels",
                relxml([("rIdX", REL + "hyperlink", "https://voetlink.invalid/", "External")]),
            ),
        ),
        final=sect(href("default", "rIdH1") + fref("default", "rIdF1")),
    )


# ================================================================ 9. noten


@bestand("100-voetnoten.docx")
def _():
    return word(
        px(r("U betaalt minder") + noteref("footnote", 2) + r(" dan vorig jaar."))
        + px(r("Dat geldt voor iedereen") + noteref("footnote", 3) + r(".")),
        notes(
            "footnote",
            note("footnote", 2, "Dit geldt vanaf 1 mei.")
            + note("footnote", 3, "Behalve voor bedrijven.")
            + note("footnote", 4, "Noot zonder verwijzing."),
        ),
        settings('<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'),
    )


@bestand("101-eindnoten.docx")
def _():
    return word(
        px(r("Het park gaat open") + noteref("endnote", 1) + r(".")) + p("Kom gerust kijken."),
        notes("endnote", note("endnote", 1, "De opening is op zondag.")),
        settings('<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'),
    )


@bestand("102-noten-samen.docx")
def _():
    sep = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>Scheidingstekst</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationNotice" w:id="1"><w:p><w:r><w:t>Vervolgmelding</w:t></w:r></w:p></w:footnote>'
    )
    fn = sep + (
        '<w:footnote w:id="5">'
        + px(r("* ") + r("Eerste alinea van de noot."))
        + p("Tweede alinea van de noot.")
        + "</w:footnote>"
        + note("footnote", 6, "Noot bij verwijderde tekst.")
    )
    return word(
        px(
            r("De zaal is vol")
            + noteref("footnote", 5, ' w:customMarkFollows="1"').replace(
                "</w:r>", "<w:t>*</w:t></w:r>"
            )
            + r(".")
        )
        + px(
            r("Kom later")
            + dele(dt(" oudwoord") + noteref("footnote", 6))
            + r(" terug")
            + noteref("endnote", 1)
            + r(".")
        ),
        (
            "word/footnotes.xml",
            WML + "footnotes+xml",
            REL + "footnotes",
            "rIdfn",
            root("footnotes", fn),
        ),
        notes("endnote", note("endnote", 1, "Bijvoorbeeld morgen.")),
    )


# ================================================================ 10. verborgen tekst


@bestand("110-verborgen.docx")
def _():
    return word(
        px(r("U krijgt een brief. ") + r("Interne opmerking. ", "<w:vanish/>") + r("Bewaar hem."))
        + px(r("Geheel verborgen alinea.", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
        + px(
            r("Dit is ")
            + r("gewoon te zien", '<w:vanish w:val="0"/>')
            + r(" en ")
            + r("dit ook", '<w:vanish w:val="false"/>')
            + r(".")
        )
        + px(
            r("Hier stond ")
            + r("weggestopt", '<w:vanish w:val="true"/>')
            + r("weg", '<w:vanish w:val="on"/>')
            + r("niets.")
        )
    )


@bestand("111-verborgen-via-stijl.docx")
def _():
    st = styles(
        style("character", "Geheim", "<w:vanish/>")
        + style("character", "GeheimKind", "<w:b/>", based="Geheim")
        + style("character", "GeheimUit", '<w:vanish w:val="0"/>', based="Geheim")
        + style("paragraph", "NotitieAlinea", "<w:vanish/>", based="Standaard")
        + style("paragraph", "NotitieKind", "<w:i/>", based="NotitieAlinea")
        + style("paragraph", "NotitieOpen", '<w:vanish w:val="0"/>', based="NotitieAlinea")
    )
    rs = '<w:rStyle w:val="{}"/>'
    return word(
        px(
            r("Dit ziet u. ")
            + r("Tekenstijlgeheim. ", rs.format("Geheim"))
            + r("Erfgeheim. ", rs.format("GeheimKind"))
            + r("Dit ziet u weer.", rs.format("GeheimUit"))
        )
        + p("Alineastijlgeheim.", '<w:pStyle w:val="NotitieAlinea"/>')
        + p("Alineaerfgeheim.", '<w:pStyle w:val="NotitieKind"/>')
        + px(r("Toch zichtbaar.", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="NotitieAlinea"/>')
        + p("Stijl zet het verbergen uit.", '<w:pStyle w:val="NotitieOpen"/>')
        + px(r("Direct uitgezet.", rs.format("Geheim") + '<w:vanish w:val="0"/>'))
        + p("Einde."),
        st,
    )


@bestand("112-verborgen-wisselt.docx")
def _():
    st = styles(
        style("character", "Geheim", "<w:vanish/>")
        + style("paragraph", "NotitieAlinea", "<w:vanish/>", based="Standaard")
    )
    return word(
        p("Beste lezer,")
        + px(
            r("Twee keer verborgen.", '<w:rStyle w:val="Geheim"/>'),
            '<w:pStyle w:val="NotitieAlinea"/>',
        )
        + p("Einde."),
        st,
    )


@bestand("113-webverborgen.docx")
def _():
    return word(
        px(r("Op papier ziet u ") + r("dit stuk", "<w:webHidden/>") + r(" gewoon."))
        + p("Op het scherm ook.")
    )


@bestand("114-stijlscheiding.docx")
def _():
    return word(
        p("Beste lezer,")
        + px(r("Betalen."), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
        + px(r(" U betaalt per maand."))
        + p("Groet van de penningmeester")
    )


@bestand("115-alineateken-verborgen.docx")
def _():
    return word(
        px(r("De eerste helft "), "<w:rPr><w:vanish/></w:rPr>")
        + p("en de tweede helft.")
        + p("Een nieuwe alinea.")
    )


# ================================================================ 11. lijsten

DEC = absnum(0, lvl(0, "decimal", "%1."))


@bestand("120-lijst-cijfers.docx")
def _():
    return word(
        p("Doe dit:")
        + li("Vul het formulier in.")
        + li("Zet uw naam eronder.")
        + p("Daarna komt het laatste.")
        + li("Stuur het op."),
        numbering(DEC + num(1, 0)),
    )


@bestand("121-lijst-letters.docx")
def _():
    return word(
        p("U kiest:")
        + li("bellen")
        + li("mailen")
        + li("schrijven")
        + li("betalen", 2)
        + li("wachten", 2),
        numbering(
            absnum(0, lvl(0, "lowerLetter", "%1)"))
            + absnum(1, lvl(0, "upperLetter", "(%1)", 3))
            + num(1, 0)
            + num(2, 1)
        ),
    )


@bestand("122-lijst-bolletjes.docx")
def _():
    sym = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/>'
    return word(
        p("Neem mee:") + li("brood") + li("water") + li("een jas", 1, 1) + li("een kaart", 2),
        numbering(
            absnum(0, lvl(0, "bullet", "\uf0b7", rpr=sym), lvl(1, "bullet", "–"))
            + absnum(1, lvl(0, "bullet", "•"))
            + num(1, 0)
            + num(2, 1)
        ),
    )


@bestand("123-lijst-niveaus.docx")
def _():
    ab = absnum(
        0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2"), lvl(2, "lowerLetter", "%1.%2.%3")
    )
    return word(
        li("Aanvragen")
        + li("Formulier halen", 1, 1)
        + li("Formulier invullen", 1, 1)
        + li("Met zwarte pen", 1, 2)
        + li("In hoofdletters", 1, 2)
        + li("Betalen")
        + li("Aan de balie", 1, 1)
        + li("Contant", 1, 2)
        + li("Wachten"),
        numbering(ab + num(1, 0)),
    )


@bestand("124-lijst-via-stijl.docx")
def _():
    st = styles(
        style(
            "paragraph", "Artikel", "<w:b/>", '<w:numPr><w:numId w:val="1"/></w:numPr>', "Standaard"
        )
        + style("paragraph", "ArtikelKind", "<w:i/>", "", "Artikel")
        + style(
            "paragraph",
            "Lid",
            "",
            '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
            "Standaard",
        )
    )
    s = '<w:pStyle w:val="{}"/>'
    return word(
        p("Onze afspraken", "")
        + p("Het huren", s.format("Artikel"))
        + p("U huurt de woning.", s.format("Lid"))
        + p("U huurt ook de schuur.", s.format("Lid"))
        + p("Het betalen", s.format("ArtikelKind"))
        + p("U betaalt elke maand.", s.format("Lid"))
        + p("Zonder nummer", s.format("Artikel") + '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("Het opzeggen", s.format("Artikel")),
        st,
        numbering(
            absnum(
                0,
                lvl(0, "decimal", "Artikel %1", mid='<w:pStyle w:val="Artikel"/>'),
                lvl(1, "decimal", "%1.%2", mid='<w:pStyle w:val="Lid"/>'),
            )
            + num(1, 0)
        ),
    )


@bestand("125-lijst-opnieuw.docx")
def _():
    ov = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    return word(
        li("Lees de brief.")
        + li("Bewaar de brief.")
        + p("Daarna:")
        + li("Bel de balie.", 2)
        + li("Maak een afspraak.", 2)
        + p("Verder:")
        + li("Neem deze stap over.", 3)
        + li("En deze stap ook.", 3)
        + p("En doorgaand:")
        + li("Deze telt door.", 1),
        numbering(DEC + num(1, 0) + num(2, 0, ov.format(1)) + num(3, 0, ov.format(7))),
    )


@bestand("126-lijst-romeins.docx")
def _():
    return word(
        "".join(
            li(x)
            for x in ["Eerste hoofdstuk", "Tweede hoofdstuk", "Derde hoofdstuk", "Vierde hoofdstuk"]
        )
        + "".join(li(x, 2) for x in ["Bijlage negen", "Bijlage tien"]),
        numbering(
            absnum(0, lvl(0, "upperRoman", "%1."))
            + absnum(1, lvl(0, "lowerRoman", "(%1)", 9))
            + num(1, 0)
            + num(2, 1)
        ),
    )


@bestand("127-lijst-gedeelde-telling.docx")
def _():
    return word(
        li("Kijk eerst.")
        + li("Steek dan over.")
        + p("Let goed op.")
        + li("Loop door.", 2)
        + li("Zwaai even.", 2),
        numbering(DEC + num(1, 0) + num(2, 0)),
    )


@bestand("128-lijst-juridisch.docx")
def _():
    ab = absnum(
        0,
        lvl(0, "upperRoman", "%1."),
        lvl(1, "decimal", "%1.%2", mid="<w:isLgl/>"),
        lvl(2, "decimalZero", "%3:"),
    )
    return word(
        li("Inleiding")
        + li("Regels")
        + li("Huisregels", 1, 1)
        + li("Rust na tien uur", 1, 2)
        + li("Geen muziek", 1, 2),
        numbering(ab + num(1, 0)),
    )


@bestand("129-lijst-zonder-herstart.docx")
def _():
    ab = absnum(
        0, lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "%2)", mid='<w:lvlRestart w:val="0"/>')
    )
    return word(
        li("Deur") + li("openen", 1, 1) + li("sluiten", 1, 1) + li("Raam") + li("wassen", 1, 1),
        numbering(ab + num(1, 0)),
    )


@bestand("130-lijst-eigen-niveau.docx")
def _():
    ov = '<w:lvlOverride w:ilvl="0">' + lvl(0, "upperLetter", "%1:", 2) + "</w:lvlOverride>"
    return word(
        li("Gewone stap.") + li("Afwijkende stap.", 2) + li("Nog een afwijkende stap.", 2),
        numbering(DEC + absnum(1, lvl(0, "decimal", "%1.")) + num(1, 0) + num(2, 1, ov)),
    )


@bestand("131-lijst-lijststijl.docx")
def _():
    st = styles(
        '<w:style w:type="numbering" w:customStyle="1" w:styleId="MijnLijst"><w:name w:val="MijnLijst"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    return word(
        p("Dit gaat mee:") + li("tent", 2) + li("slaapzak", 2),
        st,
        numbering(
            absnum(0, lvl(0, "decimal", "%1)"), post='<w:styleLink w:val="MijnLijst"/>')
            + absnum(1, post='<w:numStyleLink w:val="MijnLijst"/>')
            + num(1, 0)
            + num(2, 1)
        ),
    )


@bestand("132-lijst-met-wijzigingen.docx")
def _():
    np = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return word(
        li("Blijft als eerste staan.")
        + px(dele(dt("Dit punt vervalt.")), np + mark("del"))
        + px(ins(r("Dit punt is nieuw.")), np + mark("ins"))
        + li("Blijft als laatste staan."),
        numbering(DEC + num(1, 0)),
    )


@bestand("133-lijst-kapot.docx")
def _():
    return word(
        li("Nummer zonder lijst.", 99) + li("Lijst zonder opmaak.", 5) + li("Gewoon punt.", 1),
        numbering(DEC + num(1, 0) + num(5, 77)),
    )


# ================================================================ 12. pakket en codering

STRICT = [
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ),
    (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    ),
    (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
    ),
    (
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "http://purl.oclc.org/ooxml/drawingml/picture",
    ),
]


def strict(entries: Entries) -> Entries:
    out: Entries = []
    for name, data in entries:
        if isinstance(data, str):
            for a, b in STRICT:
                data = data.replace(a, b)
            data = data.replace("<w:document ", '<w:document w:conformance="strict" ')
        out.append((name, data))
    return out


@bestand("140-strikt.docx")
def _():
    return zipped(
        strict(
            package(document(ps("Beste lezer,", "Dit bestand volgt de strenge norm.", "Dat mag.")))
        )
    )


@bestand("141-strikt-rijk.docx")
def _():
    return zipped(
        strict(
            package(
                document(
                    px(r("Beste lezer") + noteref("footnote", 2) + r(","))
                    + px(box(p("Kader in strenge norm.")) + r("Naast het kader."))
                    + li("Punt in strenge norm.")
                    + px(dele(dt("strengweg")) + ins(r("Strenge invoeging."))),
                    sect(href("default", "rIdH1")),
                ),
                header(1, p("Strenge kop")),
                notes("footnote", note("footnote", 2, "Strenge noot.")),
                numbering(DEC + num(1, 0)),
            )
        )
    )


@bestand("142-sjabloon.dotx")
def _():
    return word(ps("Beste [naam],", "Dit is een sjabloon."), ct=CT_DOTX)


VBA: Part = (
    "word/vbaProject.bin",
    "application/vnd.ms-office.vbaProject",
    "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
    "rIdVba",
    b"geen echte macro" * 32,
)


@bestand("143-macro.docm")
def _():
    return word(ps("Beste collega,", "Dit bestand heeft een macro."), VBA, ct=CT_DOCM)


@bestand("144-macrosjabloon.dotm")
def _():
    return word(ps("Beste collega,", "Dit sjabloon heeft een macro."), VBA, ct=CT_DOTM)


@bestand("145-altchunk.docx")
def _():
    return word(
        p("Voor het losse stuk.") + '<w:altChunk r:id="rIdAlt"/>' + p("Na het losse stuk."),
        (
            "word/stuk.html",
            "text/html",
            REL + "aFChunk",
            "rIdAlt",
            "<html><body><p>Tekst uit het losse stuk.</p></body></html>",
        ),
    )


@bestand("146-utf16.docx")
def _():
    xml = document(ps("Beste cliënt,", "Dit is één brief in een andere codering: € 5.")).replace(
        "UTF-8", "UTF-16", 1
    )
    return zipped(package(b"\xff\xfe" + xml.encode("utf-16-le")))


@bestand("147-utf16-be-en-bom.docx")
def _():
    xml = document(
        ps("Beste patiënt,", "De uitslag is goed."), sect(href("default", "rIdH1"))
    ).replace("UTF-8", "UTF-16", 1)
    h = header(1, p("Huisartsenpost"))
    return zipped(
        package(b"\xfe\xff" + xml.encode("utf-16-be"), (*h[:4], b"\xef\xbb\xbf" + h[4].encode()))
    )


@bestand("148-ander-pad.docx")
def _():
    h = (
        "wordt/kop/een.xml",
        WML + "header+xml",
        REL + "header",
        "rIdH1",
        root("hdr", p("Kop op een vreemde plek")),
    )
    return zipped(
        package(
            document(
                ps("Beste lezer,", "Deze brief ligt in een andere map."),
                sect(href("default", "rIdH1")),
            ),
            h,
            main="wordt/hoofd.xml",
        )
    )


@bestand("149-absolute-doelen.docx")
def _():
    return zipped(
        package(
            document(
                ps("Beste lezer,", "Alle verwijzingen zijn voluit."), sect(href("default", "rIdH1"))
            ),
            header(1, p("Voluit verwezen kop")),
            root_target="/word/document.xml",
            target=lambda x: "/" + x,
        )
    )


@bestand("150-omwegdoelen.docx")
def _():
    return zipped(
        package(
            document(
                ps("Beste lezer,", "De verwijzingen maken een omweg."),
                sect(href("default", "rIdH1")),
            ),
            header(1, p("Kop via een omweg")),
            root_target="./word/document.xml",
            target=lambda x: "../" + x,
        )
    )


@bestand("151-zonder-stijlen.docx")
def _():
    return word(
        p("Beste lezer,", '<w:pStyle w:val="BestaatNiet"/>')
        + px(r("Er zijn geen stijlen.", '<w:rStyle w:val="Ook-niet"/>')),
        with_styles=False,
    )


@bestand("152-externe-verwijzingen.docx")
def _():
    pic = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="ver.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rIdImg"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return word(
        p("Beste lezer,") + px(rx(drawing(pic, NS["pic"]))) + p("Er wordt niets opgehaald."),
        settings('<w:attachedTemplate r:id="rIdTpl"/>'),
        rels=(("rIdImg", REL + "image", "http://nergens.invalid/beeld.png", "External"),),
        extra=(
            (
                "word/_rels/settings.xml.rels",
                relxml(
                    [
                        (
                            "rIdTpl",
                            REL + "attachedTemplate",
                            "http://nergens.invalid/sjabloon.dotm",
                            "External",
                        )
                    ]
                ),
            ),
        ),
    )


@bestand("153-ander-voorvoegsel.docx")
def _():
    xml = document(
        px(r("Beste lezer,", "<w:b/>"))
        + px(dele(dt("weg ")) + ins(r("Het voorvoegsel is anders.")))
    )
    return zipped(
        package(
            re.sub(
                r"(?<=[</ :])w:(?=[A-Za-z])|(?<=xmlns:)w(?==)",
                lambda m: "brief:" if m[0] == "w:" else "brief",
                xml,
            )
        )
    )


@bestand("154-standaardnaamruimte.docx")
def _():
    xml = (
        DECL
        + f'<document xmlns="{NS["w"]}"><body><p><r><t>Beste lezer,</t></r></p><p><r><t>Er zijn geen voorvoegsels.</t></r></p></body></document>'
    )
    return zipped(package(xml))


@bestand("155-gestroomde-zip.docx")
def _():
    class Stroom(io.RawIOBase):
        """Schrijven zonder terugspoelen: groottes komen achter de gegevens."""

        def __init__(self):
            self.buf = bytearray()

        def writable(self):
            return True

        def write(self, b):
            self.buf += bytes(b)
            return len(b)

    s = Stroom()
    with zipfile.ZipFile(s, "w") as z:
        put(z, package(document(ps("Beste lezer,", "Dit bestand is in één keer weggeschreven."))))
    return bytes(s.buf)


@bestand("156-niet-ingepakt.docx")
def _():
    return zipped(
        list(reversed(package(document(ps("Beste lezer,", "Dit bestand is niet ingepakt."))))),
        zipfile.ZIP_STORED,
    )


@bestand("157-type-via-extensie.docx")
def _():
    e = package(
        document(ps("Beste lezer,", "Het soort bestand staat bij de extensie.")), with_styles=False
    )
    e[0] = (e[0][0], ctxml([]).replace('ContentType="application/xml"', f'ContentType="{CT_DOCX}"'))
    return zipped(e)


@bestand("158-eigenschappen.docx")
def _():
    core = (
        f'{DECL}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Verborgen documenttitel</dc:title><dc:creator>Verborgen schrijver</dc:creator></cp:coreProperties>'
    )
    e = package(
        document(ps("Beste lezer,", "De eigenschappen horen niet bij de brief.")),
        (
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            "",
            "",
            core,
        ),
        root_rels=(
            (
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
                "",
            ),
        ),
    )
    return zipped(e)


@bestand("160-tekens.docx")
def _():
    xml = document(
        p("Beste & lieve <lezer>,")
        + "<w:p><w:r><w:t>Dit kost &#8364;&#x20;5 &lt; &#x1F600;.</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t><![CDATA[U & ik <samen>.]]></w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>Een <!-- verborgen commentaar -->zin<?verborgen instructie?> in stukken.</w:t></w:r></w:p>"
        + p("E\u0301e\u0301n cafe\u0301.")
    )
    return zipped(package(xml))


@bestand("161-gewist-en-onbekend.docx")
def _():
    return zipped(
        package(
            document(
                p("Beste lezer,")
                + px("<z:nieuw>" + r("Onbekende omhulling.") + "</z:nieuw>" + r("Bekende tekst."))
                + px(rx("<z:t>Onbekende tekst</z:t>" + t("Gewone slotzin.")))
            ).replace('mc:Ignorable="w14 w15"', 'xmlns:z="urn:onbekend:z" mc:Ignorable="w14 w15 z"')
        )
    )


# ================================================================ 13. combinaties


@bestand("200-combi-brief.docx")
def _():
    return word(
        px(r("Beste ") + fld(" MERGEFIELD Naam ", "mevrouw Kok") + r(","))
        + px(
            r("Wij ")
            + dele(dt("zullen "))
            + cs(0)
            + r("be")
            + r("ta", "<w:b/>")
            + ins(r("len"))
            + ce(0)
            + r(" u ")
            + sdt(r("€\u00a050"), "<w:text/>", 201)
            + noteref("footnote", 2)
            + r(".")
        )
        + li("Controleer uw rekening.")
        + li("Bel bij vragen.")
        + tbl(tr(tc(p("Datum")), sdt(tc(px(fld(" DATE ", "6 mei"))), "", 202)))
        + px(box(p("Let op: dit is eenmalig.")))
        + p("Met vriendelijke groet,"),
        header(1, p("Gemeente Waterveen")),
        footer(1, px(r("Bladzijde ") + fld(" PAGE ", "1"))),
        notes("footnote", note("footnote", 2, "Na aftrek van kosten.")),
        numbering(DEC + num(1, 0)),
        comments(comment(0, "Wanneer?")),
        final=sect(href("default", "rIdH1") + fref("default", "rIdF1")),
    )


@bestand("201-combi-veld-met-wijziging.docx")
def _():
    return word(
        px(
            r("Beste ")
            + BEGIN
            + instr(" IF ")
            + ins(fld(" MERGEFIELD Soort ", "SOORT9"))
            + instr(' = "x" "y" "z" ')
            + SEP
            + dele(dt("oude uitkomst"))
            + ins(r("nieuwe uitkomst"))
            + END
            + r(".")
        )
        + px(
            r("Uw ")
            + sdt(BEGIN + instr(" MERGEFIELD Zaak ") + SEP + r("zaak") + END + r(" loopt"), "", 210)
            + r(" nog.")
        )
    )


@bestand("202-combi-veld-in-verborgen.docx")
def _():
    v = "<w:vanish/>"
    return word(
        px(
            r("Zichtbaar begin. ")
            + rx('<w:fldChar w:fldCharType="begin"/>', v)
            + rx("<w:instrText> PRIVATE geheimcode </w:instrText>", v)
            + rx('<w:fldChar w:fldCharType="separate"/>', v)
            + r("geheime uitkomst", v)
            + rx('<w:fldChar w:fldCharType="end"/>', v)
            + r("Zichtbaar eind.")
        )
        + px(
            fld(" MERGEFIELD A ", "Deels ")
            + BEGIN
            + instr(" MERGEFIELD B ")
            + SEP
            + r("te zien ")
            + r("deelgeheim ", v)
            + r("en weer te zien")
            + END
            + r(".")
        )
    )


@bestand("203-combi-sdt-om-tabel-en-lijst.docx")
def _():
    np = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return word(
        sdt(
            p("Uw lijst:")
            + tbl(
                tr(tc(li("Eerste cel."))),
                tr(tc(li("Tweede cel."))),
                sdt(tr(tc(li("Derde cel."))), "", 221),
                cols=1,
            ),
            "",
            220,
        )
        + sdt(px(sdt(r("Na de tabel."), "", 223), np), "", 222)
        + p("Einde."),
        numbering(DEC + num(1, 0)),
    )


@bestand("204-combi-gewijzigde-kop-en-noot.docx")
def _():
    fn = (
        '<w:footnote w:id="2">'
        + px(
            rx("<w:footnoteRef/>")
            + dele(dt("nootweg "))
            + ins(r("Nieuwe noot."))
            + r(" Nootgeheim.", "<w:vanish/>")
        )
        + "</w:footnote>"
    )
    return word(
        px(r("Beste klant") + noteref("footnote", 2) + r("."))
        + PAGE_BREAK
        + p("Vervolg van de brief."),
        header(1, px(dele(dt("Oude kop")) + ins(r("Nieuwe kop")))),
        header(2, px(fld(" STYLEREF Kop ", "Voorbladkop"))),
        notes("footnote", fn),
        final=sect(href("default", "rIdH1") + href("first", "rIdH2"), "<w:titlePg/>"),
    )


@bestand("205-combi-verplaatst-lijstpunt.docx")
def _():
    np = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return word(
        li("Punt een.")
        + px(moved("moveFrom", 10, "l", r("Reizend punt.")), np + mark("moveFrom", 12))
        + li("Punt twee.")
        + px(moved("moveTo", 20, "l", r("Reizend punt.")), np + mark("moveTo", 22))
        + px(r("Slot ") + ins(dele(dt("dubbelweg "), 31), 30) + r("van de lijst.")),
        numbering(DEC + num(1, 0)),
    )


@bestand("206-combi-tekstvak-in-sdt-in-tabel.docx")
def _():
    return word(
        tbl(
            tr(
                tc(
                    sdt(
                        px(
                            r("Cel met kader. ")
                            + box(sdt(p("Kader in een vak."), "", 232) + p("Tweede kaderregel."))
                        ),
                        "",
                        231,
                    )
                ),
                tc(p("Andere cel.")),
            )
        )
        + px(ins(box(p("Ingevoegd kader."), n=2)) + r("Slotzin."))
    )


@bestand("207-combi-tekstvak-verwijderd.docx")
def _():
    return word(
        p("Beste lezer,")
        + px(
            dele(box(px(dele(dt("Verwijderd kader."), 41), mark("del", 42))))
            + r("Er is geen kader meer.")
        )
        + px(
            box(p("Dit kader blijft."), n=3).replace("<w:r>", "<w:r><w:rPr><w:noProof/></w:rPr>", 1)
        )
    )


@bestand("208-combi-nest-in-nest.docx")
def _():
    return word(
        px(
            '<w:hyperlink w:anchor="a"><w:smartTag w:uri="urn:x" w:element="y">'
            + sdt(
                ins(
                    '<w:customXml w:uri="urn:x" w:element="z"><w:fldSimple w:instr=" REF diepcode ">'
                    + r("diep")
                    + r("genest", "<w:i/>")
                    + "</w:fldSimple></w:customXml>"
                ),
                "",
                240,
            )
            + "</w:smartTag></w:hyperlink>"
            + r(" woord.")
        )
        + p("Tot slot.")
    )


@bestand("209-combi-secties-in-tabelbrief.docx")
def _():
    sc = '<w:sectPrChange w:id="1" w:author="Redactie" w:date="2024-03-04T09:00:00Z"><w:sectPr><w:titlePg/></w:sectPr></w:sectPrChange>'
    return word(
        px(
            r("Laatste alinea van deel een."),
            sect(href("default", "rIdH1") + href("first", "rIdH2"), sc),
        )
        + tbl(tr(tc(p("Tabel in deel twee."))))
        + p("Slot van deel twee."),
        header(1, p("Kop van beide delen")),
        header(2, p("Kop die niet meer geldt")),
    )


@bestand("210-combi-opmerking-over-grenzen.docx")
def _():
    return word(
        px(
            r("Wij ")
            + cs(1)
            + ins(r("bellen ") + cs(2) + r("u"))
            + '<w:hyperlink w:anchor="x">'
            + r(" snel")
            + ce(2)
            + "</w:hyperlink>"
        )
        + tbl(tr(tc(px(r("In de cel.") + ce(1))), tc(p("Naast de cel."))))
        + px(cs(3) + dele(dt("opmerkingweg")) + ce(3) + r("Einde.")),
        comments(
            comment(1, "Over alinea en tabel.")
            + comment(2, "Over invoeging en link.")
            + comment(3, "Bij verwijderde tekst.")
        ),
    )


@bestand("211-combi-utf16-strikt-ander-pad.docx")
def _():
    doc = document(
        px(r("Beste ") + fld(" MERGEFIELD X ", "heer Dijk") + r(","))
        + p("Alles is anders, behalve de tekst.")
    ).replace("UTF-8", "UTF-16", 1)
    e = strict(
        package(doc, main="diep/in/een/map/brief.xml", root_target="/diep/in/een/map/brief.xml")
    )
    return zipped(
        [(n, b"\xff\xfe" + d.encode("utf-16-le") if n.endswith("brief.xml") else d) for n, d in e]
    )


@bestand("212-combi-watermerk.docx")
def _():
    wm = rx(
        '<w:pict><v:shape id="Watermerk" type="#_x0000_t136" style="position:absolute;width:400pt;height:100pt;rotation:315">'
        '<v:textpath style="font-family:Arial" string="CONCEPT"/></v:shape></w:pict>'
    )
    return word(
        ps("Beste lezer,", "Dit is nog geen besluit."),
        header(1, px(r("Gemeente Waterveen") + wm)),
        settings('<w:documentProtection w:edit="comments" w:enforcement="1"/>'),
        final=sect(href("default", "rIdH1")),
    )


@bestand("213-combi-lange-brief.docx")
def _():
    return word(
        "".join(
            px(r(f"Alinea {i} is ") + r("ge", "<w:b/>") + r(f"nummerd met {i}."))
            for i in range(1, 1501)
        )
    )


# ================================================================ 14. vijandig of kapot

BASIS = document(ps("Beste lezer,", "Dit is de echte brief."))


def patched(
    data: bytes, name: str, local: Callable[[bytearray], None], central: Callable[[bytearray], None]
) -> bytes:
    """Verander de koppen van één onderdeel (lokale kop 30 bytes, centrale kop 46 bytes)."""
    raw = bytearray(data)
    n = name.encode()
    at = 0
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        length = struct.unpack_from("<H", raw, at + 28)[0]
        if raw[at + 46 : at + 46 + length] == n:
            off = struct.unpack_from("<I", raw, at + 42)[0]
            c, h = raw[at : at + 46], raw[off : off + 30]
            central(c)
            local(h)
            raw[at : at + 46], raw[off : off + 30] = c, h
        at += 4
    return bytes(raw)


def stream(
    z: zipfile.ZipFile, name: str, before: bytes, unit: bytes, times: int, after: bytes
) -> None:
    with z.open(info(name), "w", force_zip64=False) as f:
        f.write(before)
        block = unit * 4096
        full, rest = divmod(times, 4096)
        for _ in range(full):
            f.write(block)
        f.write(unit * rest + after)


def bomb(path: str, before: str, unit: bytes, size: int, after: str, **kw) -> bytes:
    """Pakket waarin één onderdeel uitgepakt `size` bytes groot is."""
    buf = io.BytesIO()
    with zipfile.ZipFile(buf, "w") as z:
        put(z, [e for e in package(BASIS, **kw) if e[0] != path])
        stream(z, path, before.encode(), unit, size // len(unit), after.encode())
    return buf.getvalue()


HALF = document("@@").split("@@")
MB = 1024 * 1024


@bestand("v01-bom-document-300mb.docx")
def _():
    return bomb(
        "word/document.xml",
        HALF[0] + '<w:p><w:r><w:t xml:space="preserve">Begin',
        b" " * 64,
        300 * MB,
        "einde</w:t></w:r></w:p>" + HALF[1],
    )


@bestand("v02-bom-document-10mb.docx")
def _():
    return bomb(
        "word/document.xml",
        HALF[0] + '<w:p><w:r><w:t xml:space="preserve">Begin',
        b" " * 64,
        10 * MB,
        "einde</w:t></w:r></w:p>" + HALF[1],
    )


@bestand("v03-bom-alineas-300mb.docx")
def _():
    return bomb(
        "word/document.xml", HALF[0], b"<w:p><w:r><w:t>Bom.</w:t></w:r></w:p>", 300 * MB, HALF[1]
    )


@bestand("v04-bom-stijlen-300mb.docx")
def _():
    a, b = root("styles", "@@").split("@@")
    return bomb("word/styles.xml", a + "<!--", b" " * 64, 300 * MB, "-->" + b)


@bestand("v05-bom-plaatje-300mb.docx")
def _():
    return bomb(
        "word/media/groot.png",
        "",
        b"\0" * 64,
        300 * MB,
        "",
        rels=(("rIdG", REL + "image", "media/groot.png", ""),),
    )


@bestand("v06-bom-liegt-over-grootte.docx")
def _():
    data = bomb(
        "word/document.xml",
        HALF[0] + '<w:p><w:r><w:t xml:space="preserve">Begin',
        b" " * 64,
        300 * MB,
        "einde</w:t></w:r></w:p>" + HALF[1],
    )
    return patched(
        data,
        "word/document.xml",
        lambda h: struct.pack_into("<I", h, 22, 2000),
        lambda c: struct.pack_into("<I", c, 24, 2000),
    )


@bestand("v07-veel-onderdelen.docx")
def _():
    buf = io.BytesIO()
    with zipfile.ZipFile(buf, "w") as z:
        put(z, package(BASIS))
        put(z, [(f"word/media/{i:05d}.png", b"x") for i in range(20000)], zipfile.ZIP_STORED)
    return buf.getvalue()


@bestand("v08-overlappende-onderdelen.docx")
def _():
    """Twintig namen in de inhoudsopgave wijzen naar dezelfde ingepakte gegevens."""
    raw = zipped([*package(BASIS), ("word/media/00.png", b"\0" * MB)])
    end = raw.rfind(b"PK\x05\x06")
    count, size, start = struct.unpack_from("<HII", raw, end + 10)
    cd = raw[start : start + size]
    last = cd[cd.rfind(b"PK\x01\x02") :]
    more = b"".join(last.replace(b"00.png", b"%02d.png" % i) for i in range(1, 21))
    eocd = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, count + 20, count + 20, size + len(more), start, 0
    )
    return raw[:start] + cd + more + eocd


def with_dtd(dtd: str, xml: str = BASIS) -> str:
    return xml.replace("?>\n", f"?>\n{dtd}\n", 1)


@bestand("v10-miljard-keer-lachen.docx")
def _():
    ents = '<!ENTITY l0 "ha">' + "".join(
        f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10)
    )
    return zipped(
        package(with_dtd(f"<!DOCTYPE w:document [{ents}]>").replace("echte brief", "brief &l9;"))
    )


@bestand("v11-kwadratische-entiteit.docx")
def _():
    return zipped(
        package(
            with_dtd(f'<!DOCTYPE w:document [<!ENTITY a "{"a" * 60000}">]>').replace(
                "echte brief", "&a;" * 5000
            )
        )
    )


@bestand("v12-externe-entiteit.docx")
def _():
    return zipped(
        package(
            with_dtd('<!DOCTYPE w:document [<!ENTITY x SYSTEM "geheim.txt">]>').replace(
                "echte brief", "brief &x;"
            ),
            extra=(("word/geheim.txt", "Geheime inhoud"),),
        )
    )


@bestand("v13-externe-dtd.docx")
def _():
    return zipped(
        package(
            with_dtd(
                '<!DOCTYPE w:document [<!ENTITY % p SYSTEM "http://nergens.invalid/x.dtd"> %p;]>'
            )
        )
    )


@bestand("v14-doctype.docx")
def _():
    return zipped(package(with_dtd("<!DOCTYPE w:document>")))


@bestand("v15-doctype-in-stijlen.docx")
def _():
    s = styles()
    return zipped(package(BASIS, (*s[:4], with_dtd('<!DOCTYPE w:styles [<!ENTITY a "b">]>', s[4]))))


@bestand("v16-doctype-in-relaties.docx")
def _():
    return zipped(
        [
            (
                n,
                with_dtd('<!DOCTYPE Relationships [<!ENTITY a "b">]>', d)
                if n == "_rels/.rels"
                else d,
            )
            for n, d in package(BASIS)
        ]
    )


@bestand("v17-doctype-in-inhoudstypen.docx")
def _():
    return zipped(
        [
            (n, with_dtd('<!DOCTYPE Types [<!ENTITY a "b">]>', d) if n.startswith("[") else d)
            for n, d in package(BASIS)
        ]
    )


@bestand("v18-doctype-utf16.docx")
def _():
    xml = (
        with_dtd('<!DOCTYPE w:document [<!ENTITY a "ontsnapt">]>')
        .replace("UTF-8", "UTF-16", 1)
        .replace("echte brief", "brief &a;")
    )
    return zipped(package(b"\xff\xfe" + xml.encode("utf-16-le")))


@bestand("v19-doctype-in-ongebruikt-deel.docx")
def _():
    return zipped(
        package(BASIS, extra=(("customXml/item9.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),))
    )


@bestand("v20-pad-omhoog.docx")
def _():
    return zipped(package(BASIS, extra=(("../../x.txt", "ontsnapt"),)))


@bestand("v21-pad-schijfletter.docx")
def _():
    return zipped(
        package(BASIS, extra=(("C:\\x.txt", "ontsnapt"), ("/absoluut/y.txt", "ontsnapt")))
    )


@bestand("v22-dubbele-hoofdletters.docx")
def _():
    return zipped(package(BASIS, extra=(("WORD/Document.xml", BASIS.replace("echte", "andere")),)))


@bestand("v23-dubbel-document.docx")
def _():
    return zipped(package(BASIS, extra=(("word/document.xml", BASIS.replace("echte", "andere")),)))


@bestand("v24-dubbele-bijzaak.docx")
def _():
    return zipped(package(BASIS, extra=(("word/extra.bin", b"a"), ("word/Extra.bin", b"b"))))


@bestand("v25-dubbele-inhoudstypen.docx")
def _():
    return zipped(
        [*package(BASIS), ("[Content_Types].xml", ctxml([("word/document.xml", "text/html")]))]
    )


@bestand("v26-symbolische-koppeling.docx")
def _():
    buf = io.BytesIO()
    with zipfile.ZipFile(buf, "w") as z:
        put(z, package(BASIS))
        zi = info("word/media/link.png")
        zi.external_attr = 0o120777 << 16
        z.writestr(zi, "../../../geheim.txt")
    return buf.getvalue()


@bestand("v27-relatie-naar-buiten.docx")
def _():
    return zipped(package(BASIS, root_target="../../../buiten/document.xml"))


@bestand("v28-koprelatie-naar-buiten.docx")
def _():
    return zipped(
        package(
            document(ps("Beste lezer,", "Dit is de echte brief."), sect(href("default", "rIdB"))),
            rels=(("rIdB", REL + "header", "../../../../buiten/kop.xml", ""),),
        )
    )


@bestand("v29-hoofddeel-extern.docx")
def _():
    return zipped(
        [
            (
                n,
                d.replace(
                    'Target="word/document.xml"',
                    'Target="http://nergens.invalid/document.xml" TargetMode="External"',
                )
                if n == "_rels/.rels"
                else d,
            )
            for n, d in package(BASIS)
        ]
    )


@bestand("v30-koprelatie-extern.docx")
def _():
    return zipped(
        package(
            document(ps("Beste lezer,", "Dit is de echte brief."), sect(href("default", "rIdB"))),
            rels=(("rIdB", REL + "header", "http://nergens.invalid/kop.xml", "External"),),
        )
    )


@bestand("v40-afgekapte-zip.docx")
def _():
    data = word(ps("Beste lezer,", "Dit bestand is afgekapt."))
    return data[: len(data) * 2 // 3]


@bestand("v41-afgekapte-xml.docx")
def _():
    return zipped(package(BASIS[: BASIS.index("echte")]))


@bestand("v42-leeg.docx")
def _():
    return b""


@bestand("v43-lege-zip.docx")
def _():
    return b"PK\x05\x06" + b"\0" * 18


@bestand("v44-versleuteld-ole.docx")
def _():
    """OLE2-bestand met de namen die Word bij een wachtwoord gebruikt (512-bytesectoren)."""

    def entry(
        name: str, kind: int, child: int, left: int, right: int, start: int, size: int
    ) -> bytes:
        n = name.encode("utf-16-le") + b"\0\0"
        return n.ljust(64, b"\0") + struct.pack(
            "<HBB3I16sIQQIQ", len(n), kind, 1, left, right, child, b"\0" * 16, 0, 0, 0, start, size
        )

    no = 0xFFFFFFFF
    head = (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    )
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack(
        "<109I", 0, *[no] * 108
    )
    fat = struct.pack(
        "<128I",
        0xFFFFFFFD,
        0xFFFFFFFE,
        *range(3, 10),
        0xFFFFFFFE,
        *range(11, 18),
        0xFFFFFFFE,
        *[no] * 110,
    )
    directory = entry("Root Entry", 5, 1, no, no, 0xFFFFFFFE, 0) + entry(
        "EncryptionInfo", 2, no, no, 2, 2, 4096
    )
    directory += entry("EncryptedPackage", 2, no, no, no, 10, 4096) + entry("", 0, no, no, no, 0, 0)
    return (
        head
        + fat
        + directory
        + (b"\x04\0\x04\0" + b"versleuteld " * 341).ljust(4096, b"\0")
        + b"\x5a\xa5" * 2048
    )


@bestand("v45-rekenblad.docx")
def _():
    s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ct = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    return zipped(
        [
            (
                "[Content_Types].xml",
                ctxml(
                    [
                        ("xl/workbook.xml", ct + "sheet.main+xml"),
                        ("xl/worksheets/sheet1.xml", ct + "worksheet+xml"),
                    ]
                ),
            ),
            ("_rels/.rels", relxml([("rId1", REL + "officeDocument", "xl/workbook.xml", "")])),
            (
                "xl/workbook.xml",
                f'{DECL}<workbook xmlns="{s}" xmlns:r="{NS["r"]}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relxml([("rId1", REL + "worksheet", "worksheets/sheet1.xml", "")]),
            ),
            (
                "xl/worksheets/sheet1.xml",
                f'{DECL}<worksheet xmlns="{s}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Geen brief</t></is></c></row></sheetData></worksheet>',
            ),
        ]
    )


@bestand("v46-verkeerd-inhoudstype.docx")
def _():
    return zipped(package(BASIS, ct="text/html"))


@bestand("v47-hoofddeel-ontbreekt.docx")
def _():
    return zipped([e for e in package(BASIS) if e[0] != "word/document.xml"])


@bestand("v48-relaties-ontbreken.docx")
def _():
    return zipped([e for e in package(BASIS) if e[0] != "_rels/.rels"])


@bestand("v49-inhoudstypen-ontbreken.docx")
def _():
    return zipped([e for e in package(BASIS) if not e[0].startswith("[")])


@bestand("v50-diep-genest.docx")
def _():
    st = '<w:smartTag w:uri="urn:x" w:element="y">'
    return zipped(
        package(document(p("Beste lezer,") + px(st * 5000 + r("Diep.") + "</w:smartTag>" * 5000)))
    )


@bestand("v51-diepe-tabellen.docx")
def _():
    a = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="90"/></w:tblGrid><w:tr><w:tc>'
    return zipped(package(document(a * 1700 + p("Diep.") + "</w:tc></w:tr></w:tbl><w:p/>" * 1700)))


@bestand("v52-nulbytes.docx")
def _():
    return zipped(package(BASIS.replace("echte", "ec\0hte")))


@bestand("v53-verboden-tekenverwijzing.docx")
def _():
    return zipped(package(BASIS.replace("echte", "ec&#0;h&#x1;te")))


@bestand("v54-ongeldige-utf8.docx")
def _():
    return zipped(package(BASIS.encode().replace(b"echte", b"ec\xff\xfehte")))


@bestand("v55-zip-wachtwoord.docx")
def _():
    def flag(at: int):
        return lambda h: struct.pack_into("<H", h, at, struct.unpack_from("<H", h, at)[0] | 1)

    return patched(zipped(package(BASIS)), "word/document.xml", flag(6), flag(8))


@bestand("v56-onbekende-compressie.docx")
def _():
    return patched(
        zipped(package(BASIS)),
        "word/document.xml",
        lambda h: struct.pack_into("<H", h, 8, 97),
        lambda c: struct.pack_into("<H", c, 10, 97),
    )


@bestand("v57-bzip2.docx")
def _():
    return zipped(package(BASIS), zipfile.ZIP_BZIP2)


@bestand("v58-foute-controlesom.docx")
def _():
    return patched(
        zipped(package(BASIS)),
        "word/document.xml",
        lambda h: struct.pack_into("<I", h, 14, 1),
        lambda c: struct.pack_into("<I", c, 16, 1),
    )


@bestand("v59-verkeerde-wortel.docx")
def _():
    return zipped(package(f"{DECL}<html><body><p>Geen Word.</p></body></html>"))


@bestand("v60-platte-tekst.docx")
def _():
    return b"Beste lezer,\r\n\r\nDit is gewone tekst met een verkeerde naam.\r\n"


@bestand("v61-rtf.docx")
def _():
    return rb"{\rtf1\ansi Beste lezer,\par Dit is een RTF-bestand.\par}"


@bestand("v62-odt.docx")
def _():
    o = "urn:oasis:names:tc:opendocument:xmlns:"
    return zipped(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                f'<office:document-content xmlns:office="{o}office:1.0" xmlns:text="{o}text:1.0" office:version="1.2"><office:body><office:text><text:p>Geen Word.</text:p></office:text></office:body></office:document-content>',
            ),
            (
                "META-INF/manifest.xml",
                f'<m:manifest xmlns:m="{o}manifest:1.0"><m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/></m:manifest>',
            ),
        ],
        zipfile.ZIP_STORED,
    )


@bestand("v63-pdf.docx")
def _():
    return b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


@bestand("v64-rommel-vooraf.docx")
def _():
    return b"rommel voor de zip\n" * 8 + zipped(package(BASIS))


@bestand("v65-rommel-achteraf.docx")
def _():
    return zipped(package(BASIS)) + b"\nrommel na de zip"


@bestand("v66-kapotte-kop.docx")
def _():
    h = header(1, p("Kop"))
    return zipped(
        package(
            document(ps("Beste lezer,", "Dit is de echte brief."), sect(href("default", "rIdH1"))),
            (*h[:4], h[4][:-30]),
        )
    )


@bestand("v67-kop-ontbreekt.docx")
def _():
    return zipped(
        package(
            document(ps("Beste lezer,", "Dit is de echte brief."), sect(href("default", "rIdNiet")))
        )
    )


@bestand("v68-geen-body.docx")
def _():
    return zipped(package(root("document", "")))


@bestand("v69-reuzengetallen.docx")
def _():
    big = 2000000000
    ab = (
        absnum(0, lvl(0, "upperRoman", "%1.", big))
        + absnum(1, lvl(0, "lowerLetter", "%1)", big))
        + num(1, 0)
        + num(2, 1)
    )
    return word(
        li("Reusachtig Romeins punt.")
        + li("Reusachtig letterpunt.", 2)
        + li("Onmogelijk niveau.", 1, 99)
        + tbl(
            tr(
                tc(p("Reuzecel."), f'<w:gridSpan w:val="{big}"/>'),
                tc(p("Gewone cel."), '<w:gridSpan w:val="-3"/>'),
            ),
            cols=1,
        )
        + px(
            rx(
                '<w:sym w:font="Symbol" w:char="ZZZZ"/>'
                + t("Vreemd teken. ")
                + '<w:sym w:font="Symbol" w:char="110000"/>'
            )
        )
        + px(rx(t("Halve emoji. ") + '<w:sym w:font="Symbol" w:char="D800"/>')),
        numbering(ab),
    )


@bestand("v70-twee-hoofddelen.docx")
def _():
    return zipped(
        package(
            BASIS,
            extra=(("word/ander.xml", BASIS.replace("echte", "andere")),),
            root_rels=(("rId2", REL + "officeDocument", "word/ander.xml", ""),),
        )
    )


@bestand("v71-pad-met-andere-hoofdletters.docx")
def _():
    return zipped(package(BASIS, root_target="Word/DOCUMENT.xml"))


@bestand("v72-omgekeerde-schuine-streep.docx")
def _():
    return zipped([(n.replace("/", "\\"), d) for n, d in package(BASIS)])


@bestand("v73-veel-attributen-en-commentaar.docx")
def _():
    attrs = " ".join(f'w:x{i}="1"' for i in range(20000))
    return zipped(
        package(
            BASIS.replace("<w:body>", f"<w:body><!--{'x' * 200000}-->").replace(
                "<w:p>", f"<w:p {attrs}>", 1
            )
        )
    )


@bestand("v74-nest-van-zips.docx")
def _():
    inner = zipped(package(BASIS))
    for _ in range(30):
        inner = zipped([("word/embeddings/nog.docx", inner)])
    return zipped(
        package(
            BASIS, ("word/embeddings/nog.docx", WML + "document", REL + "package", "rIdNest", inner)
        )
    )


@bestand("v75-stijlen-in-kring.docx")
def _():
    st = styles(
        style("paragraph", "A", "", "", "B")
        + style("paragraph", "B", "", "", "A")
        + style("character", "C", "<w:b/>", "", "C")
    )
    return word(
        p("Beste lezer,", '<w:pStyle w:val="A"/>')
        + px(r("Stijlen draaien in een kring.", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="B"/>'),
        st,
    )


def build_all(folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    out = []
    for name, make in FILES.items():
        path = folder / name
        path.write_bytes(make())
        out.append(path)
    return out


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Gebruik: python maken.py MAP")
    print(f"{len(build_all(Path(sys.argv[1])))} bestanden gemaakt in {sys.argv[1]}")
