import { savedTables } from "../answers/setup";
import { plainTab, splitReference } from "../formula/template";
import { readTab, settle } from "./answers";
import type { KnownTable } from "./protocol";
import { savedSetup } from "./setup";

/** The tabs that the setup refers to, in its order. */
function mappedTabs(): string[] {
  const names = savedTables(savedSetup()).flatMap(({ cells }) => {
    const name = plainTab(splitReference(cells).tab);
    return name === "" || !SpreadsheetApp.getActive().getSheetByName(name) ? [] : [name];
  });
  return Array.from(new Set(names));
}

/** The tables that the setup was made from, the one answered from first. */
export function mappedTables(): KnownTable[] {
  const tabs = mappedTabs();
  if (tabs.length === 0) return [];
  return settle({ tables: tabs.flatMap(readTab), active: tabs[0]! }).filter(({ isUsable }) => isUsable);
}
