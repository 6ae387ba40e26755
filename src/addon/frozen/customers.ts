import { plainTab, splitReference } from "../../formula/template";
import { tokens } from "../../formula/tokens";
import { functions } from "../../functions";
import { quotedTab } from "../../recipe/tabName";
import type { Cell } from "../../sheet/cell";
import { valuesIn } from "./areas";
import { type Names, namesOf } from "./names";
import type { ClearedTab } from "./shown";
import { ownCalls } from "./tabs";

/** What tells of single customers. */
export interface PrivateParts {
  /** Tabs with rows of customers. */
  readonly tabs: ReadonlySet<string>;
  readonly names: Names;
  /** Whether a formula's result has rows of customers. */
  readonly isPrivate: (formula: string) => boolean;
}

const byCustomer = ["CLV_CUSTOMERS", "CLV_PREDICT", "CLV_RFM", "CLV_UNPIVOT"];

const takesRows = new Set(
  functions
    .filter(({ args }) => args.some(({ name }) => ["customer", "cube", "start"].includes(name)))
    .map(({ name }) => name),
);

const isPrivate = (formula: string) => ownCalls(formula).some((name) => byCustomer.includes(name));

/** The ranges of a formula that takes rows of customers, each with its tab; the first one may hold their names. */
function rangesOf(formula: string, tab: string): string[] {
  if (!ownCalls(formula).some((name) => takesRows.has(name))) return [];
  return tokens(formula).flatMap(({ kind, text }) => {
    if (kind !== "reference" || !text.includes(":")) return [];
    return text.includes("!") ? text : `${quotedTab(tab)}!${text}`;
  });
}

/** Finds what tells of single customers from the formulas over them. */
export function customerParts(tabs: readonly ClearedTab[]): PrivateParts {
  const ranges = tabs.flatMap(({ name, cells }) => cells.map(({ formula }) => rangesOf(formula, name)));
  const firsts = new Set(ranges.flatMap(([first]) => first ?? []));
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
