import { cellsOf, columnOf } from "../../answers/columns";
import { plainTab, splitReference } from "../../formula/template";
import { tokens } from "../../formula/tokens";
import { functions } from "../../functions";
import { quotedTab } from "../../sheet/a1";
import type { Cell } from "../../sheet/cell";
import { readTab } from "../answers";
import { type Tell, eachWithProgress } from "../progress";
import { listTabs } from "../survey";
import { valuesIn } from "../spreadsheet/areas";
import { keptFormulas } from "../freeze/kept";
import { type Names, namesOf } from "./names";
import type { ClearedTab } from "../freeze/shown";
import { ownCalls } from "../spreadsheet/formulaTabs";
import { areaIn } from "../spreadsheet/a1";

/** What tells of single customers. */
export interface PrivateParts {
  /** Tabs with rows of customers. */
  readonly tabs: ReadonlySet<string>;
  readonly names: Names;
  /** Whether a formula's result has rows of customers. */
  readonly isPrivate: (formula: string) => boolean;
}

/** Functions with a row for each customer. */
const byCustomer = functions
  .filter(({ columns }) => columns?.some(({ name }) => name === "Customer"))
  .map(({ name }) => name);

/** Clean rows have customers, but for figures and spend, whose columns are named in the formula itself. */
const readsCustomers = (formula: string) =>
  ownCalls(formula).includes("CLV_ROWS") && (/customer/i.test(formula) || !/"[^"]*:[^"]*"/.test(formula));

const takesRows = new Set(
  functions
    .filter(({ args }) => args.some(({ name }) => ["customer", "cube", "start"].includes(name)))
    .map(({ name }) => name),
);

const isPrivate = (formula: string) =>
  readsCustomers(formula) || ownCalls(formula).some((name) => byCustomer.includes(name));

/** The ranges of a formula that takes rows of customers, each with its tab; the first one may hold their names. */
function rangesOf(formula: string, tab: string): string[] {
  if (!readsCustomers(formula) && !ownCalls(formula).some((name) => takesRows.has(name))) return [];
  return tokens(formula).flatMap(({ kind, text }) => {
    if (kind !== "reference" || !text.includes(":")) return [];
    return text.includes("!") ? text : `${quotedTab(tab)}!${text}`;
  });
}

/** Results on a tab: which formulas gave them, and where they stand. */
export type Results = Pick<ClearedTab, "name" | "cells" | "areas" | "values">;

/** The results that freezing has made values, tab by tab. */
export function frozenResults(): Results[] {
  const kept = keptFormulas().filter(({ cell, area, formula }) => cell && area && formula !== undefined);
  return Array.from(new Set(kept.map(({ tab }) => tab))).flatMap((name) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    if (!sheet) return [];
    const own = kept.filter(({ tab }) => tab === name);
    return {
      name,
      cells: own.map(({ cell, formula }) => ({ ...areaIn(cell!), formula: formula! })),
      areas: own.map(({ area }) => areaIn(area!)),
      values: sheet.getDataRange().getValues() as Cell[][],
    };
  });
}

/** The cells with customers of all tables that are recognised, whether or not a formula reads them. */
export const recognisedCustomers = (tell: Tell): string[] =>
  eachWithProgress(listTabs().names, tell, (name) => `Reading “${name}”`, readTab)
    .flat()
    .flatMap((table) => {
      const customer = columnOf(table, "customer");
      return table.shape && customer ? [cellsOf(table, customer.column)] : [];
    });

/** Finds what tells of single customers from the formulas over them, and from the cells that hold their names. */
export function customerParts(tabs: readonly Results[], recognised: readonly string[]): PrivateParts {
  const ranges = [
    ...tabs.flatMap(({ name, cells }) => cells.map(({ formula }) => rangesOf(formula, name))),
    ...recognised.map((cells) => [cells]),
  ];
  // The first column of a whole table may hold anything; its names are those of the result.
  const ofColumns = tabs.flatMap(({ name, cells }) =>
    cells.flatMap(({ formula }) => (readsCustomers(formula) ? [] : [rangesOf(formula, name)])),
  );
  const firsts = new Set([...ofColumns.flatMap(([first]) => first ?? []), ...recognised]);
  const named = Array.from(firsts).flatMap((reference) =>
    (SpreadsheetApp.getActive().getRange(reference).getValues() as Cell[][]).map(([cell]) => cell!),
  );
  const listed = tabs.flatMap(({ cells, areas, values }) =>
    areas.flatMap((area, index) =>
      isPrivate(cells[index]!.formula)
        ? valuesIn(values, area)
            .slice(1)
            .map(([cell]) => cell!)
        : [],
    ),
  );
  return {
    tabs: new Set(ranges.flatMap((all) => all.map((text) => plainTab(splitReference(text).tab)))),
    names: namesOf([...named, ...listed]),
    isPrivate,
  };
}
