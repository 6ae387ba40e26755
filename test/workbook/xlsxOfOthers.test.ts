// Files as other programs write them, and as nobody should: exceljs writes a workbook, whose parts are then rewritten.
import { describe, expect, test } from "@jest/globals";
import exceljs from "exceljs";
import JSZip from "jszip";
import { snapshotFromXlsx } from "../support/workbook";

type Rewrite = (xml: string) => string;

/** A workbook of one tab, Orders: three customers with amounts, a merged title, a note. */
async function fileWith(rewritten: Record<string, Rewrite | string> = {}): Promise<ArrayBuffer> {
  const file = new exceljs.Workbook();
  const sheet = file.addWorksheet("Orders", { views: [{ state: "frozen", xSplit: 0, ySplit: 1 }] });
  sheet.addRows([
    ["Who", "Paid"],
    ["Ann", 12.5],
    ["Bo", 40],
    ["Cy", { formula: "B2+B3", result: 52.5 }],
  ]);
  sheet.getCell("A2").note = "first";
  sheet.getCell("D1").value = "Title";
  sheet.mergeCells("D1:E2");
  const zip = await JSZip.loadAsync(await file.xlsx.writeBuffer());
  for (const [path, change] of Object.entries(rewritten)) {
    const before = (await zip.file(path)?.async("string")) ?? "";
    zip.file(path, typeof change === "string" ? change : change(before));
  }
  return zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" });
}

const open = (bytes: ArrayBuffer) => snapshotFromXlsx(`other-${Math.random()}`, "Other", bytes);

/** What its first tab holds: values row by row, and formulas. */
async function cellsOf(bytes: ArrayBuffer): Promise<unknown[][]> {
  const snapshot = await open(bytes);
  const { cellData } = snapshot.sheets[snapshot.sheetOrder[0]!]!;
  const rows = Object.values(cellData ?? {}) as Record<
    number,
    { readonly f?: string; readonly v?: unknown }
  >[];
  return rows.map((row) => Object.values(row).map(({ f, v }) => f ?? v));
}

const orders = [
  ["Who", "Paid", "Title"],
  ["Ann", 12.5],
  ["Bo", 40],
  ["Cy", "=B2+B3"],
];
const sheet = "xl/worksheets/sheet1.xml";
const within =
  (added: string, before = "</sheetData>"): Rewrite =>
  (xml) =>
    xml.replace(before, before + added);

describe("a file of another program opens with its cells", () => {
  test("as exceljs writes it", async () => {
    const bytes = await fileWith();
    expect(await cellsOf(bytes)).toEqual(orders);
    const { sheets, sheetOrder, resources } = await open(bytes);
    const opened = sheets[sheetOrder[0]!]!;
    expect(opened).toMatchObject({ name: "Orders", freeze: { ySplit: 1 } });
    expect(opened.mergeData).toEqual([{ startRow: 0, endRow: 1, startColumn: 3, endColumn: 4 }]);
    const notes = resources?.find(({ name }) => name === "SHEET_NOTE_PLUGIN")?.data;
    expect(JSON.parse(notes ?? "{}")).toMatchObject({ "sheet-1": { 1: { 0: { note: "first" } } } });
  });

  test.each<readonly [string, Record<string, Rewrite | string>]>([
    [
      "without a word on how its tabs are seen",
      { [sheet]: (xml) => xml.replace(/<sheetViews>.*?<\/sheetViews>/s, "") },
    ],
    [
      "with a filter by a rule that moves",
      {
        [sheet]: within(
          '<autoFilter ref="A1:B4"><filterColumn colId="1"><dynamicFilter type="belowAverage" val="35"/></filterColumn></autoFilter>',
        ),
      },
    ],
    [
      "with a drawing that is no picture",
      {
        [sheet]: within('<drawing r:id="rIdOdd"/>', "</mergeCells>"),
        "xl/worksheets/_rels/sheet1.xml.rels": (xml) =>
          xml.replace(
            "</Relationships>",
            '<Relationship Id="rIdOdd" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing7.xml"/></Relationships>',
          ),
        "xl/drawings/drawing7.xml": "<chartsheetOnly/>",
      },
    ],
    [
      "with tables, validations, links and parts of its own",
      {
        [sheet]: within(
          '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>A1</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="none"/></hyperlinks><tableParts count="1"><tablePart r:id="none"/></tableParts><extLst><ext uri="x"><x14:slicerList/></ext></extLst>',
          "</mergeCells>",
        ),
      },
    ],
    [
      "with a prefix before the names of its elements",
      {
        [sheet]: (xml) => xml.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace('xmlns="', 'xmlns:x="'),
      },
    ],
    [
      "with cells and rows that do not say where they are",
      { [sheet]: (xml) => xml.replace(/(<row) r="\d+"/g, "$1").replace(/(<c) r="[A-C]\d+"/g, "$1") },
    ],
    [
      "with attributes in single quotes, spaces around their =, and a > in one",
      {
        [sheet]: (xml) =>
          xml
            .replace(/ r="(\w+)"/g, " r = '$1'")
            .replace(
              "</sheetData>",
              "</sheetData><dataValidations><x prompt='a>b \"c\"'/></dataValidations>",
            ),
      },
    ],
    [
      "with comments, instructions and text that is marked as such",
      {
        [sheet]: within(
          "<!-- <row><c><v>7</v></c></row> --><?x <row ?><extLst><![CDATA[<row>]]></extLst>",
          "</mergeCells>",
        ),
      },
    ],
    [
      "with parts of styles that nobody reads, with and without an end of their own",
      {
        "xl/styles.xml": (xml) => xml.replace("</styleSheet>", `${"<extLst/>".repeat(100_000)}</styleSheet>`),
      },
    ],
    [
      "with merged cells that lie in one another, time and again",
      {
        [sheet]: (xml) =>
          xml.replace("</mergeCells>", `${'<mergeCell ref="D1:E200"/>'.repeat(20_000)}</mergeCells>`),
      },
    ],
    [
      "with merged cells that lie in one another",
      { [sheet]: (xml) => xml.replace("</mergeCells>", '<mergeCell ref="D1:D2"/></mergeCells>') },
    ],
    [
      "with styles down to the last cell of a tab",
      {
        [sheet]: (xml) =>
          xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'),
      },
    ],
  ])("%s", async (_, rewritten) => {
    const bytes = await fileWith(rewritten);
    expect(await cellsOf(bytes)).toEqual(orders);
    const { sheets, sheetOrder } = await open(bytes);
    expect(sheets[sheetOrder[0]!]).toMatchObject({ rowCount: 104, columnCount: 26 });
  });

  test("with a formula that is written once for several cells, and one whose result is an error", async () => {
    const cells =
      '<row r="5"><c r="A5"><f t="shared" ref="A5:C5" si="0">A3*2</f><v>1</v></c><c r="B5"><f t="shared" si="0"/><v>80</v></c>' +
      '<c r="C5"><f t="shared" si="0"/><v>0</v></c><c r="D5" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    const bytes = await fileWith({ [sheet]: (xml) => xml.replace("</sheetData>", `${cells}</sheetData>`) });
    expect((await cellsOf(bytes))[4]).toEqual(["=A3*2", "=B3*2", "=C3*2", "=1/0"]);
  });

  test("with parts that lie elsewhere than usual", async () => {
    const zip = await JSZip.loadAsync(await fileWith());
    zip.file("xl/tabs/one.xml", await zip.file(sheet)!.async("string"));
    zip.remove(sheet);
    const rels = await zip.file("xl/_rels/workbook.xml.rels")!.async("string");
    zip.file("xl/_rels/workbook.xml.rels", rels.replace("worksheets/sheet1.xml", "/xl/tabs/one.xml"));
    expect(await cellsOf(await zip.generateAsync({ type: "arraybuffer" }))).toEqual(orders);
  });
});

describe("a file whose parts are packed otherwise opens with its cells", () => {
  const repacked = async (change: (zip: JSZip, path: string) => Promise<void>) => {
    const zip = await JSZip.loadAsync(await fileWith());
    for (const path of Object.keys(zip.files)) await change(zip, path);
    return zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" });
  };

  test("with folders apart as in Windows, and other capitals", async () => {
    const bytes = await repacked(async (zip, path) => {
      const content = await zip.file(path)?.async("uint8array");
      if (!content) return;
      zip.remove(path);
      zip.file(path.replaceAll("/", "\\").replace("sheet1", "Sheet1"), content);
    });
    expect(await cellsOf(bytes)).toEqual(orders);
  });

  test.each(["utf16le", "utf16be"] as const)("in %s", async (encoding) => {
    const bytes = await repacked(async (zip, path) => {
      const text = await zip.file(path)?.async("string");
      if (text === undefined || !/\.(?:xml|rels)$/.test(path)) return;
      const content = Buffer.from(`\ufeff${text}`, "utf16le");
      zip.file(path, encoding === "utf16le" ? content : content.swap16());
    });
    expect(await cellsOf(bytes)).toEqual(orders);
  });
});

describe("a file that cannot be opened says what to do", () => {
  const refusalOf = (bytes: ArrayBuffer) =>
    open(bytes).then(
      () => "opened",
      (thrown: unknown) => (thrown as Error).message,
    );

  test("a cell far from all others", async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const bytes = await fileWith({ [sheet]: (xml) => xml.replace("</sheetData>", `${far}</sheetData>`) });
    expect(await refusalOf(bytes)).toBe(
      "has a tab Orders that reaches to XFD1048576, further than a tab of Google Sheets can: delete stray cells far from the data, and save it again",
    );
  });

  test("more cells than the page can hold", async () => {
    const row = `<row>${"<c><v>1</v></c>".repeat(1001)}</row>`;
    const bytes = await fileWith({
      [sheet]: (xml) =>
        xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${row.repeat(1000)}</sheetData>`),
    });
    expect(await refusalOf(bytes)).toBe(
      "has more than 1,000,000 filled cells up to its tab Orders, more than this page can open: delete tabs you do not need, or save the one with the data as .csv, without the columns you do not need",
    );
  });

  test("more cells on all tabs together than the page can hold", async () => {
    const row = `<row>${"<c><v>1</v></c>".repeat(600)}</row>`;
    const zip = await JSZip.loadAsync(await fileWith());
    zip.file(sheet, `<worksheet><sheetData>${row.repeat(1000)}</sheetData></worksheet>`);
    const tabs = '<sheet name="One" sheetId="1" r:id="rId1"/><sheet name="Two" sheetId="2" r:id="rId1"/>';
    const workbook = await zip.file("xl/workbook.xml")!.async("string");
    const id = /r:id="(\w+)"/.exec(workbook)![1]!;
    zip.file(
      "xl/workbook.xml",
      workbook.replace(/<sheets>.*<\/sheets>/s, `<sheets>${tabs.replaceAll("rId1", id)}</sheets>`),
    );
    expect(
      await refusalOf(await zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" })),
    ).toContain("more than 1,000,000 filled cells up to its tab Two");
  });

  test("a few kilobytes that unpack to more than the page can hold", async () => {
    const zip = await JSZip.loadAsync(
      await fileWith({ [sheet]: `<worksheet>${" ".repeat(20_000_000)}</worksheet>` }),
    );
    const workbook = await zip.file("xl/workbook.xml")!.async("string");
    const tabs = `<sheets>${/<sheet .*?\/>/.exec(workbook)![0].repeat(16)}</sheets>`;
    zip.file("xl/workbook.xml", workbook.replace(/<sheets>.*<\/sheets>/s, tabs));
    const bytes = await zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" });
    expect(bytes.byteLength).toBeLessThan(100_000);
    expect(await refusalOf(bytes)).toContain("is more than this page can open");
  }, 20_000);

  test("more rows than a tab of Excel's has", async () => {
    const bytes = await fileWith({
      [sheet]: (xml) => xml.replace("</sheetData>", `${'<row ht="3"/>'.repeat(1_048_576)}</sheetData>`),
    });
    expect(await refusalOf(bytes)).toContain("further than a tab of Google Sheets can");
  });

  const many = 100_000;
  test.each<readonly [string, Record<string, string>]>([
    ["comments without an end", { "xl/styles.xml": `<styleSheet>${"<!--".repeat(many)}</styleSheet>` }],
    ["rows without an end", { [sheet]: `<worksheet><sheetData>${"<row></x>".repeat(many)}</sheetData>` }],
    ["tags without an end", { [sheet]: `<worksheet><sheetData>${"<row </x".repeat(many)}></sheetData>` }],
    ["instructions without an end", { [sheet]: `<worksheet>${"<?row ".repeat(many)}</worksheet>` }],
    ["a quote without an end", { [sheet]: `<worksheet><sheetData><row a="${"' ".repeat(many)}` }],
    ["an end before its beginning", { [sheet]: "</sheetData><worksheet><sheetData></worksheet>" }],
  ])("%s, which is said within a second for each megabyte", async (_, rewritten) => {
    const bytes = await fileWith(rewritten);
    const start = performance.now();
    expect(await refusalOf(bytes)).toBe(
      "is not a spreadsheet file: save it as .xlsx or .csv in the program it came from",
    );
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test.each<readonly [string, string]>([
    ["elements in one another without an end", "<a>".repeat(100_000)],
    ["entities of its own", '<!DOCTYPE x [<!ENTITY a "aaaa">]><styleSheet/>'],
  ])("%s", async (_, styles) => {
    expect(await refusalOf(await fileWith({ "xl/styles.xml": styles }))).toBe(
      "is not a spreadsheet file: save it as .xlsx or .csv in the program it came from",
    );
  });

  test("a password, and something that is not such a file at all", async () => {
    expect(await refusalOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2).buffer)).toBe(
      "is protected with a password, or is an old .xls file: save it as .xlsx or .csv in the program it came from, without a password",
    );
    expect(await refusalOf(new TextEncoder().encode("customer,date").buffer)).toBe(
      "cannot be read as an .xlsx file: save it as .xlsx or .csv in the program it came from",
    );
  });
});
