import { describe, expect, test } from "@jest/globals";
import {
  createSnapshot,
  csvFromSheet,
  decodeText,
  openProbe,
  sheetFromCsv,
  typedCell,
  type Workbook,
} from "../support/workbook";

describe("text in a .csv file becomes", () => {
  const [NUMBER, TEXT] = [2, 1];

  test.each([
    ["12", 12, NUMBER],
    ["-3.50", -3.5, NUMBER],
    ["1e3", 1000, NUMBER],
    ["0", 0, NUMBER],
    ["007", "007", TEXT],
    ["1,234.50", "1,234.50", TEXT],
    ["€12", "€12", TEXT],
    ["12345678901234567890", "12345678901234567890", TEXT],
    ["03/04/2026", "03/04/2026", TEXT],
    ["2026-02-30", "2026-02-30", TEXT],
    ["=1+1", "=1+1", TEXT],
    [" 12", " 12", TEXT],
  ])("%s: a number or text", (text, v, t) => {
    expect(typedCell(text)).toEqual({ v, t });
  });

  test.each([
    ["2026-06-30", 46203, "yyyy-mm-dd"],
    ["2026-06-30 06:00", 46203.25, "yyyy-mm-dd hh:mm"],
    ["2026-06-30T18:00:00", 46203.75, "yyyy-mm-dd hh:mm:ss"],
    ["1900-01-01", 2, "yyyy-mm-dd"],
  ])("%s: a date", (text, v, pattern) => {
    expect(typedCell(text)).toEqual({ v, t: NUMBER, pattern });
  });
});

function open(text: string): Workbook {
  const styles: Record<string, object> = {};
  const sheet = sheetFromCsv("Data", text, (style) => {
    const id = `s${Object.keys(styles).length}`;
    styles[id] = style;
    return id;
  });
  return openProbe({
    snapshot: createSnapshot(`csv-${Math.random()}`, "Book", [sheet], styles),
    timeZone: "Europe/Berlin",
  });
}

const sheetOf = (book: Workbook) => book.services.SpreadsheetApp.getActiveSheet();

describe("a .csv file", () => {
  test.each([
    ["commas", 'id,day,amount\n007,2026-03-29,12.5\n"a, b",2026-10-25 02:30:00,-1\n'],
    ["semicolons", 'id;day;amount\n007;2026-03-29;12.5\n"a, b";2026-10-25 02:30:00;-1\n'],
    [
      "tabs and a byte order mark",
      "\uFEFFid\tday\tamount\r\n007\t2026-03-29\t12.5\r\na, b\t2026-10-25 02:30:00\t-1\r\n\r\n",
    ],
  ])("with %s is read", (_, text) => {
    expect(sheetOf(open(text)).getDataRange().getDisplayValues()).toEqual([
      ["id", "day", "amount"],
      ["007", "2026-03-29", "12.5"],
      ["a, b", "2026-10-25 02:30:00", "-1"],
    ]);
  });

  test("with semicolons, titles above and decimal commas is not cut at the commas", () => {
    const rows = Array.from({ length: 12 }, (_, row) => `Januar 2024;Suche;1.705,${row + 10};58,95`);
    const text = ["Bericht", "1. Januar - 31. Dezember", "Monat;Art;Kosten;Anteil", ...rows].join("\n");
    expect(sheetOf(open(text)).getRange("A3:D4").getDisplayValues()).toEqual([
      ["Monat", "Art", "Kosten", "Anteil"],
      ["Januar 2024", "Suche", "1.705,10", "58,95"],
    ]);
  });

  test("with as many decimal commas as semicolons is cut at the semicolons", () => {
    const rows = Array.from({ length: 5 }, () => "Elbe GmbH;1.250,00;950,00;2.200,00");
    const text = ["Honorare", "", "Mandant;01/2024;02/2024;Summe", ...rows].join("\n");
    expect(sheetOf(open(text)).getRange("A3:B4").getDisplayValues()).toEqual([
      ["Mandant", "01/2024"],
      ["Elbe GmbH", "1.250,00"],
    ]);
  });

  test("with a semicolon in a text is still split at the semicolons", () => {
    const rows = [
      "1;Paula;38,96;2x Calabresa; 1x Frango",
      "2;Ana;89,64;3x Calabresa",
      "3;Ana;9,64;1x Frango; 2x Suco",
    ];
    expect(
      sheetOf(open(["Pedido;Cliente;Total;Itens", ...rows].join("\n")))
        .getRange("A3:C3")
        .getDisplayValues(),
    ).toEqual([["2", "Ana", "89,64"]]);
  });

  test("with decimal commas keeps 1.234 as text, which would be read as one and a bit", () => {
    const [commas, points] = ["a;b\n1.234;12,50\n21;3,00", "a;b\n1.234;12.50\n21;3.00"];
    expect(sheetOf(open(commas)).getRange("A2:A3").getValues()).toEqual([["1.234"], [21]]);
    expect(sheetOf(open(points)).getRange("A2:A3").getValues()).toEqual([[1.234], [21]]);
  });

  test.each([
    ["", '"day,who,""amount, net"""\n"2026-01-05,Ann,12.5"\n"2026-01-06,""Bo, Cy"",7"\n'],
    [
      " and delimiters behind it",
      '"day;who;amount, net";;\r\n"2026-01-05;Ann;12.5";;\r\n"2026-01-06;Bo, Cy;7";;',
    ],
  ])("in which each row is one field in quotes%s is cut within them", (_, text) => {
    expect(sheetOf(open(text)).getDataRange().getDisplayValues()).toEqual([
      ["day", "who", "amount, net"],
      ["2026-01-05", "Ann", "12.5"],
      ["2026-01-06", "Bo, Cy", "7"],
    ]);
  });

  test.each([
    ["a column of names with commas", '"Name"\n"Meier, Ann"\n"Beck, Bo"'],
    ["sentences with more or fewer commas", '"One, two"\n"One, two, three"'],
    ["words", '"One"\n"Two"'],
  ])("of quoted fields that hold %s keeps them whole", (_, text) => {
    expect(sheetOf(open(text)).getRange("A2").getValue()).toBe(JSON.parse(text.split("\n")[1]!));
    expect(sheetOf(open(text)).getLastColumn()).toBe(1);
  });

  test("holds the same values after it was saved and opened again", () => {
    const text =
      'id,day,when,amount,text\r\n007,2026-03-29,2026-10-25 02:30:00,0.1,"say ""yes"", twice"\r\n,,,-5,\'=1+1';
    const saved = csvFromSheet(sheetOf(open(text)));
    expect(saved).toBe(text);
    expect(sheetOf(open(saved)).getDataRange().getValues()).toEqual(
      sheetOf(open(text)).getDataRange().getValues(),
    );
  });

  test("saves text that other programs take for a formula with an apostrophe before it, which is none of its text here", () => {
    const names = ["=HYPERLINK(A1)", "+1+1", "-2+3", "@SUM(A1)", "=", "-", "+49", "-12,50 €", "'quoted'"];
    const sheet = sheetOf(open(["who;n", ...names.map((name) => `${name};1`)].join("\n")));
    expect(sheet.getDataRange().getFormulas().flat().join("")).toBe("");
    const saved = csvFromSheet(sheet);
    expect(saved.split(/,[1n](?:\r\n|$)/).slice(1, -1)).toEqual([
      "'=HYPERLINK(A1)",
      "'+1+1",
      "'-2+3",
      "'@SUM(A1)",
      "=",
      "-",
      "+49",
      '"-12,50 €"',
      "'quoted'",
    ]);
    expect(sheetOf(open(saved)).getDataRange().getDisplayValues()).toEqual(
      sheet.getDataRange().getDisplayValues(),
    );
  });

  test("holds names that mean something to JavaScript like any other", () => {
    const names = ["constructor", "__proto__", "toString", "hasOwnProperty"];
    const sheet = sheetOf(open(["who,paid", ...names.map((name) => `${name},1`)].join("\n")));
    expect(sheet.getRange("A2:A5").getDisplayValues().flat()).toEqual(names);
    expect(sheet.getRange("A2:A5").getValues().flat()).toEqual(names);
  });

  test("of 60,000 rows and 8 columns has a grid of its size with rows to spare", () => {
    const text = Array.from({ length: 60_000 }, (_, i) => `c${i},2026-01-01,${i},a,b,c,d,e`).join("\n");
    const sheet = sheetFromCsv("Large", text, () => "s");
    expect([sheet.rowCount, sheet.columnCount]).toEqual([60_100, 26]);
    expect(sheet.cellData![59_999]![2]).toEqual({ v: 59_999, t: 2 });
  });

  test("in the Western encoding of Windows is read as such", () => {
    expect(decodeText(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]))).toBe("Müller");
    expect(decodeText(new TextEncoder().encode("Müller"))).toBe("Müller");
  });
});
