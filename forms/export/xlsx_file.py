"""An XLSX file (ECMA-376), block by block: a ZIP archive of which only the end is at the end.

Libraries write such a file to the disk before its first byte can be sent. Every cell is a text
of its own ("inline string"), which no spreadsheet takes for a formula.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SCHEMA = "http://schemas.openxmlformats.org"
MAIN = f"{SCHEMA}/spreadsheetml/2006/main"
RELATIONS = f"{SCHEMA}/package/2006/relationships"
DOCUMENT = f"{SCHEMA}/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"

SHEET = "xl/worksheets/sheet1.xml"
AROUND = {
    "[Content_Types].xml": f'<Types xmlns="{SCHEMA}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{CONTENT}.sheet.main+xml"/>'
    f'<Override PartName="/{SHEET}" ContentType="{CONTENT}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
    f'Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">'
    '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
    f'Type="{DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
# What XML 1.0 cannot hold, even escaped.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Pipe:
    """Something to write to, from which what was written is taken."""

    def __init__(self):
        self.written = []

    def write(self, data) -> int:
        self.written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Keep nothing back: the archive asks for it."""

    def take(self) -> bytes:
        taken, self.written = b"".join(self.written), []
        return taken


def parts(blocks: Iterable[list[list[str]]]) -> Iterator[bytes]:
    """Yield the bytes of a file with one sheet of these blocks of rows."""
    pipe = Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        for name, content in AROUND.items():
            archive.writestr(name, HEAD + content)
        yield pipe.take()
        with archive.open(SHEET, "w") as sheet:
            for text in texts_of(blocks):
                sheet.write(text.encode())
                if data := pipe.take():
                    yield data
    yield pipe.take()


def texts_of(blocks: Iterable[list[list[str]]]) -> Iterator[str]:
    yield f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'
    for block in blocks:
        yield "".join(map(row, block))
    yield "</sheetData></worksheet>"


def row(cells: list[str]) -> str:
    return f"<row>{''.join(map(cell, cells))}</row>"


def cell(text: str) -> str:
    allowed = escape(FORBIDDEN.sub("", text), quote=False)
    return f'<c t="inlineStr"><is><t xml:space="preserve">{allowed}</t></is></c>'
