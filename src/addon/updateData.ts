import { isDataTab } from "../recipe/kept";
import { answerAnew } from "./answers";
import { writeSetup } from "./dataTabs";
import type { Tell } from "./progress";
import { mappedTables } from "./mappedTables";

/** Reads the tables anew whose clean rows stand as values on tabs of clean data. */
export function updateData(tell: Tell): string {
  const hasTab = SpreadsheetApp.getActive()
    .getSheets()
    .some((sheet) => isDataTab(sheet.getName()));
  const tables = hasTab ? mappedTables() : [];
  const updated = tables.flatMap((table) => {
    tell(`Reading “${table.tab}” again`);
    const request = { table, tables, changes: {} };
    const setup = answerAnew(request)?.setup;
    const fixed = setup?.kept.filter(({ isFixed, isOptional }) => isFixed && !isOptional) ?? [];
    if (!setup || fixed.length === 0) return [];
    writeSetup(setup, []);
    return fixed.map(({ tab }) => tab);
  });
  return updated.length > 0
    ? `Updated from the data: ${Array.from(new Set(updated)).join(", ")}`
    : "Nothing to update: CLV Data follows your data automatically";
}
