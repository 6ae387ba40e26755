import { describe, expect, test } from "@jest/globals";
import type { MenuEntry } from "../../src/workbook/services/host";
import { loadedScript } from "../support/appsScript";
import { builtAddon, openWorkbook } from "../support/workbook";

const shown: MenuEntry[] = [];
const workbook = openWorkbook({
  code: builtAddon,
  host: { showMenu: (_, entries) => void shown.push(...entries) },
});
workbook.call("onOpen", []);
workbook.dispose();

const itemsOf = (entries: readonly MenuEntry[]): { caption: string; functionName: string }[] =>
  entries.flatMap((entry) => ("entries" in entry ? itemsOf(entry.entries) : [entry]));

describe("the menu", () => {
  test("has fewer than seven entries, and so has each menu in it", () => {
    const menus = shown.flatMap((entry) => ("entries" in entry ? [entry.entries] : []));
    expect([shown, ...menus].map(({ length }) => length).filter((length) => length >= 7)).toEqual([]);
  });

  test("says what each item does, beginning with a verb", () => {
    expect(itemsOf(shown).map(({ caption }) => caption)).toEqual([
      "Open CLV",
      "Build report",
      "Use CLV functions in this spreadsheet",
      "Update CLV Data",
      "Add to CLV History",
      "Turn CLV formulas into values",
      "Turn CLV formulas of this tab into values",
      "Restore CLV formulas",
      "Replace with built-in formulas on this tab",
      "Replace with built-in formulas in the selected cells",
      "Make a copy to share",
      "Check CLV in this spreadsheet",
    ]);
  });

  test.each(itemsOf(shown))("the script has the function of $caption", ({ functionName }) => {
    expect(typeof loadedScript().context[functionName]).toBe("function");
  });
});
