import { nativeFormula } from "../spreadsheet/nativeFormula";
import type { Cell } from "../../sheet/cell";
import { type Area, boundsOf, placed, single, valuesIn } from "../spreadsheet/areas";
import { clear, rangeOf, writeFormulas } from "../spreadsheet/blocks";
import {
  type KeptFormula,
  drop,
  dropKeptTab,
  keptFormulas,
  keptNotation,
  nativeMark,
  valuesPrint,
} from "./kept";
import { type Tell, eachWithProgress, inSilence } from "../progress";
import { isSomeoneElses, renameFirst } from "../spreadsheet/sheets";
import { type Sheet } from "../spreadsheet/formulaTabs";
import { changeFormats, frozenDate } from "./dateFormats";
import { areaIn, notationOf } from "../spreadsheet/a1";
import { keptTab } from "../spreadsheet/ownTabs";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** A formula that can go back, and whether it is there already; or why it can't. */
type Outcome =
  | {
      readonly kept: KeptFormula;
      readonly area: Area;
      readonly formula: string;
      readonly isThere: boolean;
    }
  | { readonly kept: KeptFormula; readonly reason: string };

const nothingKept = "There is nothing to restore: the tab CLV Formulas keeps no formula";

/** Brings the kept formulas back; returns the message for the person. */
export const thaw = (tell: Tell): string => thawKept(() => true, tell);

/** The same for the formulas of one tab. */
export function thawTab(sheet: Sheet): string {
  const name = sheet.getName();
  return thawKept(({ tab }) => tab === name, inSilence);
}

function thawKept(isWanted: (kept: KeptFormula) => boolean, tell: Tell): string {
  if (isSomeoneElses(keptTab)) return renameFirst(keptTab);
  tell("Reading the tab CLV Formulas");
  const all = keptFormulas();
  const kept = all.filter(isWanted);
  if (kept.length === 0) {
    // What stopped before anything was kept has left the tab.
    if (all.length === 0) dropKeptTab();
    return nothingKept;
  }
  const written = keptNotation();
  const outcomes = eachWithProgress(
    Array.from(new Set(kept.map(({ tab }) => tab))),
    tell,
    (tab) => `Restoring the formulas on “${tab}”`,
    (tab) =>
      putBack(
        SpreadsheetApp.getActive().getSheetByName(tab),
        kept.filter((one) => one.tab === tab),
        written,
      ),
  ).flat();
  // What was stopped may have been kept twice.
  const back = new Set(outcomes.flatMap((one) => ("reason" in one ? [] : placeOf(one.kept))));
  const left = outcomes.flatMap((one) => ("reason" in one && !back.has(placeOf(one.kept)) ? [one] : []));
  const stay = new Set(left.map((one) => one.kept.index));
  drop(kept.flatMap(({ index }) => (stay.has(index) ? [] : index)));
  return report(
    back.size,
    left.map(({ kept: { name }, reason }) => `${name}: ${reason}`),
  );
}

const placeOf = ({ tab, cell, formula }: KeptFormula) => JSON.stringify([tab, cell, formula]);

/** Puts those formulas of a tab back whose cells are still as freezing left them. */
function putBack(
  sheet: Sheet | null,
  kept: readonly KeptFormula[],
  written: (formula: string) => string,
): Outcome[] {
  if (!sheet) return kept.map((one) => ({ kept: one, reason: "its cell has been deleted" }));
  /** What areas of the tab hold, at their places. */
  const read = <Value>(areas: readonly Area[], of: (range: Range) => Value[][]): Value[][] => {
    if (areas.length === 0) return [];
    const bounds = boundsOf(areas);
    return placed(bounds, of(rangeOf(sheet, bounds)));
  };
  const formulasIn = (areas: readonly Area[]) => read(areas, (range) => range.getFormulas());
  const own = kept.flatMap(({ cell, area }) => [cell, area].flatMap((one) => (one ? areaIn(one) : [])));
  const values = read(own, (range) => range.getValues() as Cell[][]);
  const formulas = formulasIn(own);
  const outcomes = kept.map((one) => outcome(one, values, formulas));
  const back = outcomes.flatMap((one) => ("area" in one ? [one] : []));
  const missing = back.filter(({ isThere }) => !isThere);
  const dated = back.filter((one) => one.kept.hasDates);
  const formats = read(
    dated.map(({ area }) => area),
    (range) => range.getNumberFormats(),
  );
  // Cleared before their formats change: without it a date would read as a number, and look changed.
  clear(
    sheet,
    missing.map(({ area }) => area),
  );
  for (const { area } of dated) {
    const shown = valuesIn(formats, area);
    // A column inserted among the dates has their format too.
    const isMeant = (row: number, column: number) => shown[row]?.[column] === frozenDate;
    changeFormats(sheet, area, formats, isMeant, (format) => (format === frozenDate ? "General" : format));
  }
  writeFormulas(
    sheet,
    missing.map(({ area, formula }) => ({ row: area.row, column: area.column, formula: written(formula) })),
  );
  SpreadsheetApp.flush();
  const now = formulasIn(missing.map(({ area }) => area));
  return outcomes.map((one) => {
    if ("reason" in one || one.isThere) return one;
    const held = now[one.area.row - 1]?.[one.area.column - 1] ?? "";
    return isSameFormula(held, one.formula) ? one : { kept: one.kept, reason: "Sheets did not accept it" };
  });
}

function outcome(kept: KeptFormula, values: readonly Cell[][], formulas: readonly string[][]): Outcome {
  if (kept.cell === undefined || kept.area === undefined)
    return { kept, reason: "its cell has been deleted" };
  if (kept.formula === undefined) return { kept, reason: "its row on the tab CLV Formulas has been changed" };
  const [cell, area] = [single(areaIn(kept.cell)), areaIn(kept.area)];
  const back = { kept, area, formula: kept.formula, isThere: false };
  // Where something stopped halfway, the formula may be there already, or nothing at all.
  const held = formulas[area.row - 1]?.[area.column - 1] ?? "";
  if (isSameFormula(held, kept.formula)) return { ...back, isThere: true };
  const isEvery = (is: (cell: Cell) => boolean, cells: readonly (readonly Cell[])[]) =>
    valuesIn(cells, area).every((row) => row.every(is));
  const hasNoFormula = isEvery((text) => text === "", formulas);
  if (hasNoFormula && isEvery((value) => value === "", values)) return back;
  if (kept.values === nativeMark)
    return isSameFormula(held, nativeFormula(kept.formula) ?? "")
      ? back
      : { kept, reason: "its built-in formula has been changed" };
  const isAsFrozen =
    hasNoFormula &&
    notationOf({ ...area, rows: 1, columns: 1 }) === notationOf(cell) &&
    valuesPrint(valuesIn(values, area)) === kept.values;
  return isAsFrozen ? back : { kept, reason: "its values have been changed since" };
}

/** Sheets may set spaces and capitals its own way. */
const isSameFormula = (a: string, b: string) =>
  a.replace(/\s/g, "").toUpperCase() === b.replace(/\s/g, "").toUpperCase();

function formulasAre(number: number): string {
  if (number === 0) return "No CLV formula is";
  return number === 1 ? "1 CLV formula is" : `${number} CLV formulas are`;
}

function report(back: number, left: readonly string[]): string {
  if (left.length === 0)
    return `${formulasAre(back)} back. The tab CLV Formulas is no longer needed and has been removed`;
  const shown = left.slice(0, 5);
  const more = left.length > 5 ? [`and ${left.length - 5} more`] : [];
  return [
    `${formulasAre(back)} back. ${left.length} could not be brought back and ${left.length === 1 ? "stays" : "stay"} on the tab CLV Formulas:`,
    ...shown,
    ...more,
    "Undo the change and restore again, or copy the formula from that tab to where you want it and type = before it",
  ].join("\n");
}
