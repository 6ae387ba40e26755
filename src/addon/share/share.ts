import type { Cell } from "../../sheet/cell";
import type { CopyOptions } from "../protocol";
import {
  type PrivateParts,
  type Results,
  customerParts,
  frozenResults,
  recognisedCustomers,
} from "./customers";
import { type ClearedTab, type ShownTab, brokenCells, clearFormulas, shownTab, write } from "../freeze/shown";
import { type FormulaTab, type Sheet, formulaTabs, ownCalls } from "../spreadsheet/formulaTabs";
import { dataTab } from "../../report/live";
import { frozenWords, liveWords } from "../../report/tables/method";
import { understoodOf } from "./understood";
import { withoutCustomerRows } from "./customerRows";
import { type SmallGroup, smallGroups, withoutSmallGroups } from "./smallGroups";
import { scrubNames, scrubTab } from "./besideCells";
import { keptTab, ownTabs, reportTab, setupTab } from "../spreadsheet/ownTabs";
import { type Tell, eachWithProgress } from "../progress";
import { cellTabs, otherTabs } from "../spreadsheet/sheets";
import { alone } from "../lock";
import { refusal } from "../../core/refusal";
import { listed } from "../../sheet/fault";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** How the name of a spreadsheet ends that is to be shared, and that of one which holds everything still. */
const [toShare, notReady] = [" (to share)", " (not ready to share)"];

/** Whether the open spreadsheet is itself a copy that someone made to share. */
export const isCopyToShare = (): boolean => SpreadsheetApp.getActive().getName().endsWith(toShare);

/**
 * Makes a copy that holds values only, without customers' rows on request; a copy that someone made by hand is changed
 * itself. Returns the message for the person.
 */
export function prepareCopy({ withoutCustomers }: CopyOptions, tell: Tell): string {
  const spreadsheet = SpreadsheetApp.getActive();
  tell("Looking for CLV formulas");
  const found = formulaTabs(cellTabs());
  const customers = withoutCustomers ? recognisedCustomers(tell) : [];
  if (found.length === 0 && customers.length === 0)
    return "Nothing to do: this spreadsheet has no CLV formulas, so File › Make a copy loses nothing";
  const tabs = found.map(shownTab);
  const broken = tabs.flatMap(brokenCells);
  if (broken.length > 0)
    return `No copy was made: these cells show an error or "Loading...", which would stay in the copy. Correct them, or wait until they have loaded, and try again: ${listed(broken)}`;
  const held = withoutCustomers ? "values only" : "values in place of CLV formulas";
  const fill = (copy: Spreadsheet) => [
    ...lostFormulas(found),
    ...(withoutCustomers ? removeCustomers(copy, tabs, customers, tell) : freezeIn(copy, tabs, tell)),
  ];
  if (isCopyToShare())
    return alone(() => {
      try {
        return [`This spreadsheet now holds ${held}`, ...fill(spreadsheet)].join("\n");
      } catch (error) {
        throw refusal(halfChanged((error as Error).message));
      }
    });
  const [name, early] = [toShare, notReady].map((end) => spreadsheet.getName() + end) as [string, string];
  let copy: Spreadsheet | undefined;
  try {
    tell(`Copying the spreadsheet: “${early}” holds everything until this is done`);
    copy = spreadsheet.copy(early);
    const said = fill(copy);
    // What stops before this leaves a copy whose name says what it is.
    copy.rename(name);
    return [`The copy ${name} holds ${held}: ${copy.getUrl()}`, ...said].join("\n");
  } catch (error) {
    const { message } = error as Error;
    return [copy ? halfDone(early, copy, message) : noCopy(message), byHand, ...lostFormulas(found)].join(
      "\n",
    );
  }
}

const noCopy = (said: string) => `No copy was made. Sheets said: ${said}`;

const halfDone = (name: string, copy: Spreadsheet, said: string) =>
  `The copy ${name} was made, but could not be changed and still contains everything: do not share it; delete it (${copy.getUrl()}). Sheets said: ${said}`;

const halfChanged = (said: string) =>
  `This copy is only partly changed: do not share it; delete it and make another. Sheets said: ${said}`;

const byHand = `Instead, choose File › Make a copy, end the copy’s name with “${toShare.trim()}”, open it and choose Make a copy to share there: it changes that copy itself`;

/** Which formulas those without the add-on would see nothing of. */
function lostFormulas(tabs: readonly FormulaTab[]): string[] {
  if (tabs.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { cells } of tabs)
    for (const { formula } of cells)
      for (const name of ownCalls(formula)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const listed = Array.from(counts, ([name, count]) => `${name} (${count})`).sort();
  return [`Formulas that show nothing without the add-on: ${listed.join(", ")}`];
}

const inCopy = (copy: Spreadsheet, tabs: readonly ShownTab[], tell: Tell): ClearedTab[] => {
  tell("Finding how far the results reach");
  return clearFormulas(tabs.map((tab) => ({ ...tab, sheet: copy.getSheetByName(tab.name)! })));
};

function freezeIn(copy: Spreadsheet, tabs: readonly ShownTab[], tell: Tell): string[] {
  eachWithProgress(inCopy(copy, tabs, tell), tell, ({ name }) => `Writing the values on “${name}”`, write);
  return [];
}

/** Writes all tabs of the copy anew: values only, and of these none that tells of a single customer. */
function removeCustomers(
  copy: Spreadsheet,
  tabs: readonly ShownTab[],
  customers: readonly string[],
  tell: Tell,
): string[] {
  const cleared = inCopy(copy, tabs, tell);
  // What follows reads the open spreadsheet as it was shown, also where that is the copy.
  if (isCopyToShare()) cleared.forEach(write);
  tell("Looking for customer data");
  const all: readonly Results[] = [...cleared, ...frozenResults()];
  const [parts, groups] = [customerParts(all, customers), smallGroups(all)];
  const left: LeftOut = { ofCustomers: [], unknown: [], columns: [] };
  const shared = (sheet: Sheet) => {
    const name = sheet.getName();
    const results = all.filter((tab) => tab.name === name);
    const values = name === keptTab ? [] : sharedValues(sheet, results, parts, groups, left);
    if (!isFilled(values)) {
      if (parts.tabs.has(name) || name === keptTab) left.ofCustomers.push(name);
      else if (isFilled(sheet.getDataRange().getValues() as Cell[][])) left.unknown.push(name);
    }
    return { name, values };
  };
  const on = ({ name }: { name: string }) => `Leaving customers out of “${name}”`;
  const looking = (sheet: Sheet) => `Looking for customers on “${sheet.getName()}”`;
  // All is read before anything is written, since tabs show what others hold.
  eachWithProgress(eachWithProgress(cellTabs(), tell, looking, shared), tell, on, ({ name, values }) => {
    const target = copy.getSheetByName(name)!;
    if (isFilled(values)) {
      rewrite(target, name, values);
      scrubTab(target, parts.names);
    } else if (copy.getSheets().length > 1) copy.deleteSheet(target);
    else target.getDataRange().clearContent();
  });
  for (const sheet of otherTabs(copy)) {
    left.unknown.push(sheet.getName());
    copy.deleteSheet(sheet);
  }
  scrubNames(copy, parts.names);
  return leftOutWords(left);
}

const isFilled = (values: readonly (readonly Cell[])[]) =>
  values.some((row) => row.some((cell) => cell !== ""));

/** What a copy does without, by name. */
interface LeftOut {
  /** Tabs with rows of customers. */
  readonly ofCustomers: string[];
  /** Tabs of which nobody can tell what they hold. */
  readonly unknown: string[];
  /** Columns of which the same is true, on tabs that are kept. */
  readonly columns: string[];
}

function leftOutWords({ ofCustomers, unknown, columns }: LeftOut): string[] {
  return [
    ...(ofCustomers.length > 0 ? [`Left out, since they list customers: ${ofCustomers.join(", ")}`] : []),
    ...(unknown.length > 0
      ? [`Left out, since CLV does not recognise what they hold: ${unknown.join(", ")}`]
      : []),
    ...(columns.length > 0 ? [`Columns left out for the same reason: ${columns.join(", ")}`] : []),
    "Results by customer and notes are gone, names of customers replaced, groups under 5 customers blank. Still look through the copy before you share it: pictures, and words next to results, are unchanged",
  ];
}

/** What a tab of the copy may show: of a tab with customers' rows nothing but results over all of them. */
function sharedValues(
  sheet: Sheet,
  results: readonly Results[],
  parts: PrivateParts,
  groups: readonly SmallGroup[],
  left: LeftOut,
): Cell[][] {
  const name = sheet.getName();
  const values = sheet.getDataRange().getValues() as Cell[][];
  const asValue = (cell: Cell) => (typeof cell === "string" ? cell.replace(liveWords, frozenWords) : cell);
  const shared = knownValues(name, values, results, parts, left).map((row) => row.map(asValue));
  for (const { areas, cells } of results)
    areas.forEach((area, index) => {
      const { formula } = cells[index]!;
      const own = withoutSmallGroups(formula, values, area);
      for (let row = 0; row < area.rows; row++)
        for (let column = 0; column < area.columns; column++)
          shared[area.row - 1 + row]![area.column - 1 + column] = parts.isPrivate(formula)
            ? ""
            : own[row]![column]!;
    });
  const rows = withoutCustomerRows(shared, parts.names.isOne, groups, name === reportTab ? "row" : "table");
  // The add-on's own sentences name nobody.
  if (ownTabs.includes(name)) return rows;
  return rows.map((row) => row.map((cell) => (typeof cell === "string" ? parts.names.without(cell) : cell)));
}

/** The cells of a tab that may be shown whatever the formulas on it give. */
function knownValues(
  name: string,
  values: Cell[][],
  results: readonly Results[],
  { tabs }: PrivateParts,
  { columns }: LeftOut,
): Cell[][] {
  if (ownTabs.includes(name) && (name === dataTab || name === setupTab || !tabs.has(name))) return values;
  if (tabs.has(name)) return values.map((row) => row.map(() => ""));
  const understood = understoodOf(name, values, results);
  if (isFilled(understood.values)) columns.push(...understood.columns.map((column) => `${name} (${column})`));
  return understood.values;
}

function rewrite(sheet: Sheet, name: string, values: Cell[][]): void {
  const range = sheet.getRange(1, 1, values.length, values[0]!.length);
  const formats = range.getNumberFormats();
  sheet.getDataRange().clearContent();
  const all = { row: 1, column: 1, rows: values.length, columns: values[0]!.length };
  write({ sheet, name, values, formats, areas: [all], cells: [], formulas: [] });
}
