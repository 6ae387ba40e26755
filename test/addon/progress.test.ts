import { afterEach, describe, expect, test } from "@jest/globals";
import { type SharedWorkbook, openShared, orders } from "../support/sharing";

const open: SharedWorkbook[] = [];
afterEach(() => {
  for (const { workbook } of open.splice(0)) workbook.dispose();
});

/** A workbook, and what its corner says in turn: the text, and whether it goes by itself. */
function opened(tabs: Parameters<typeof openShared>[0]) {
  const book = openShared(tabs);
  open.push(book);
  const said: (readonly [text: string, goes: boolean])[] = [];
  Object.assign(book.workbook.book.host, {
    toast: (text: string, _: string, seconds: number) => said.push([text, seconds >= 0]),
  });
  return { book, said };
}

const pets = { A1: "Pet", B1: "Age", A2: "Rex", B2: 3, A3: "Mia", B3: 4, A4: "Tom", B4: 5 };

describe("a report from the menu", () => {
  test("says step by step what it does, and its last word goes by itself", () => {
    const { book, said } = opened({ Orders: orders });
    expect(book.choose("buildReport")).toMatch(/^Built on the tab CLV Report/);
    expect(said[0]).toEqual(["Reading “Orders”…", false]);
    expect(said.length).toBeGreaterThan(4);
    expect(said[said.length - 1]).toEqual(["Done.", true]);
  });

  test("that finds no data leaves nothing standing in the corner, and says what is needed and where to say it", () => {
    const { book, said } = opened({ Pets: pets });
    const message = book.choose("buildReport");
    expect(message).toMatch(/^No report was built: no table gives a value\.\nPets: /);
    expect(message).toMatch(/open CLV and correct its columns under Data$/);
    expect(said[said.length - 1]).toEqual(["Done.", true]);
  });

  test("in a workbook without a table sends nobody to look for one", () => {
    const { book } = opened({ Empty: { A1: "Hello" } });
    expect(book.choose("buildReport")).toMatch(/^No report was built: no tab has a table\. A report needs/);
    expect(book.choose("buildReport")).not.toContain("under Data");
  });
});

describe("what takes long says in the corner what it is at", () => {
  const results = { ...orders, F1: "=CLV_KPIS(A2:A, B2:B, C2:C)" };
  test("step by step, tab by tab, while formulas become values and come back", () => {
    const { book, said } = opened({ Orders: results, More: { A1: "=CLV(100, 36)" } });
    book.choose("freezeFormulas");
    expect(said.map(([text]) => text)).toEqual([
      "Looking for CLV formulas…",
      "Reading the results on “Orders” (1 of 2)…",
      "Reading the results on “More” (2 of 2)…",
      "Finding how far the results reach…",
      "Writing the values on “Orders” (1 of 2)…",
      "Writing the values on “More” (2 of 2)…",
      "Done.",
    ]);
    said.length = 0;
    book.choose("thawFormulas");
    expect(said.map(([text]) => text)).toEqual([
      "Reading the tab CLV Formulas…",
      "Restoring the formulas on “Orders” (1 of 2)…",
      "Restoring the formulas on “More” (2 of 2)…",
      "Done.",
    ]);
  });

  test("and does not stay there where it fails", () => {
    const { book, said } = opened({ Orders: results });
    Object.assign(book.workbook.services.SpreadsheetApp, {
      flush: () => {
        throw new Error("Service timed out");
      },
    });
    expect(book.choose("freezeFormulas")).toContain("Sheets said: Service timed out");
    expect(said[said.length - 1]).toEqual(["Stopped.", true]);
  });
});
