import { readTabs, settle } from "../answers";
import type { Tell } from "../progress";
import type { KnownTable } from "../protocol";
import { listTabs } from "../survey";
import { buildReport } from "./report";

/** Builds the report from the first table that gives a value, by what the setup tab keeps; returns the message for the person. */
export function buildReportFromMenu(tell: Tell): string {
  const { names, active } = listTabs();
  const found = readTabs(names, tell);
  const tables = settle({ tables: found.tables, active });
  const table = tables.find(({ isUsable }) => isUsable);
  const said = table
    ? buildReport({ table, tables, changes: {}, mode: "live" }, tell).message
    : withoutData(tables);
  return [said, ...found.unread].join("\n");
}

const needed =
  "A report needs a table with a header row: orders (customer, date, amount), subscriptions (customer, start, end, amount per month) or monthly figures (revenue, customers, customers lost)";

/** What is in the way, and what to do. */
function withoutData(tables: readonly KnownTable[]): string {
  if (tables.length === 0) return `No report was built: no tab has a table. ${needed}`;
  const lacks = tables.map(({ tab, notes }) => `${tab}: ${notes[0] ?? "this alone gives no value"}`);
  return [
    "No report was built: no table gives a value.",
    ...Array.from(new Set(lacks)).slice(0, 5),
    `${needed}. If a tab has one, open CLV and correct its columns under Data`,
  ].join("\n");
}
