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
