import {
  type Template,
  filledTemplate,
  placeholders,
  plainTab,
  splitReference,
  templateOf,
} from "../../formula/template";
import { fingerprint } from "../../formula/fingerprint";
import { quotedTab } from "../../recipe/tabName";
import { type Cell, isDate } from "../../sheet/cell";
import { literal } from "../spreadsheet/cells";
import { times } from "../../core/math/times";
import type { Area } from "../spreadsheet/areas";
import { type FormulaCell, type Sheet } from "../spreadsheet/formulaTabs";
import { a1Of, cellName, notationOf } from "../spreadsheet/a1";
import { keptTab } from "../spreadsheet/ownTabs";
import { isSomeoneElses, makeRoom } from "../spreadsheet/sheets";

const headRows = 3;
const explanation =
  "The formulas of cells that were turned into values. Leave this tab as it is until Restore CLV formulas has brought them back: it follows when rows are inserted, tabs renamed or the spreadsheet copied.";
const header = [
  "Tab",
  "Cell",
  "Formula",
  "Template",
  "Values",
  "Dates",
  "Cell of the values",
  "Area of the values",
  "References",
];
/** Text columns before those with live formulas. */
const textColumns = 6;

/** What stands for the values where the cell holds the formula in Sheets' own functions instead. */
export const nativeMark = "native";

/** A formula to keep: where it stands, and what its cells hold in its place. */
export interface Keeping extends FormulaCell {
  readonly tab: string;
  readonly area: Area;
  readonly values: string;
  /** Whether freezing gave dates a format that their cells had not. */
  readonly hasDates: boolean;
}

/** A kept formula as it is now. */
export interface KeptFormula {
  /** Its row among those kept, from 0. */
  readonly index: number;
  readonly tab: string;
  /** The cell's name when it was frozen. */
  readonly name: string;
  /** Undefined where its cell is gone. */
  readonly cell: string | undefined;
  /** Undefined where its area is gone. */
  readonly area: string | undefined;
  /** Undefined where somebody has changed what is kept of it. */
  readonly formula: string | undefined;
  readonly values: string;
  readonly hasDates: boolean;
}

/** A person would see the values of these rows as the same; rows and columns inserted blank make no difference. */
export function valuesPrint(rows: readonly (readonly Cell[])[]): string {
  const isFilled = (cells: readonly Cell[]) => cells.some((cell) => cell !== "");
  const kept = (rows[0] ?? []).map((_, column) => isFilled(rows.map((cells) => cells[column]!)));
  const filled = rows.filter(isFilled).map((cells) => cells.filter((_, column) => kept[column]));
  return fingerprint(JSON.stringify(filled.map((cells) => cells.map(known))));
}

/** Numbers to 15 digits, as many as Sheets keeps. */
const known = (cell: Cell) =>
  isDate(cell) ? [cell.getTime()] : typeof cell === "number" ? Number(cell.toPrecision(15)) : cell;

export const keptSheet = (): Sheet | null => SpreadsheetApp.getActive().getSheetByName(keptTab);

function newSheet(): Sheet {
  const spreadsheet = SpreadsheetApp.getActive();
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(keptTab, spreadsheet.getSheets().length);
  sheet.getRange(1, 1, 2).setValues([[keptTab], [explanation]]);
  sheet.getRange(1, 1).setFontSize(14).setFontWeight("bold");
  sheet.getRange(headRows, 1, 1, header.length).setValues([header]).setFontWeight("bold");
  sheet.setFrozenRows(headRows);
  active.activate();
  return sheet;
}

/** Rows of one width, blank cells at the end of the shorter ones. */
function evened(rows: readonly (readonly string[])[]): string[][] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 1);
  return rows.map((cells) => [...cells, ...times(width - cells.length, () => "")]);
}

const liveArea = (tab: string, area: Area) => `=ROWS(${quotedTab(tab)}!${notationOf(area)})`;

const datesMark = "formatted";

function rowOf({ tab, formula, values, hasDates, area, ...place }: Keeping): string[] {
  const template: Template = templateOf(formula, quotedTab(tab));
  return [
    ...[tab, a1Of(place), formula, template.text, values, hasDates ? datesMark : ""].map(literal),
    `=${cellName(tab, place)}`,
    liveArea(tab, area),
    ...template.references.map((reference) => `=ROWS(${reference})`),
  ];
}

/** Writes formulas below those kept already; returns the row of the first. */
export function keep(keepings: readonly Keeping[]): number {
  const sheet = keptSheet() ?? newSheet();
  const first = Math.max(sheet.getLastRow(), headRows) + 1;
  const rows = evened(keepings.map(rowOf));
  makeRoom(sheet, first + rows.length - 1, rows[0]!.length);
  sheet.getRange(first, 1, rows.length, rows[0]!.length).setValues(rows);
  return first;
}

const liveReference = /^=(?:ROWS\()?(.*?)\)?$/;
const isWhole = (reference: string) => !reference.includes("#") && reference.includes("!");

/** The formulas kept, with their references as they are now. */
export function keptFormulas(): KeptFormula[] {
  const sheet = isSomeoneElses(keptTab) ? null : keptSheet();
  const count = (sheet?.getLastRow() ?? 0) - headRows;
  if (!sheet || count < 1) return [];
  const range = sheet.getRange(headRows + 1, 1, count, sheet.getLastColumn());
  const texts = range.getValues() as Cell[][];
  return range.getFormulas().flatMap((formulas, index) => {
    const [tab, a1, , template, values, dates] = texts[index]!.map(String);
    const [cell = "", area = "", ...references] = formulas
      .slice(textColumns)
      .map((live) => liveReference.exec(live)?.[1] ?? "");
    if (template === "" && cell === "") return [];
    const { tab: named } = splitReference(cell);
    const isComplete = placeholders(template!).every((number) => references[number - 1]);
    return {
      index,
      tab: plainTab(named),
      name: `${quotedTab(tab!)}!${a1!}`,
      cell: isWhole(cell) ? splitReference(cell).cells : undefined,
      area: isWhole(area) ? splitReference(area).cells : undefined,
      formula: isComplete ? filledTemplate(template!, references, plainTab(named)) : undefined,
      values: values!,
      hasDates: dates === datesMark,
    };
  });
}

/** Leaves only these rows, by their numbers; where there are none the tab goes. */
export function keepOnly(indexes: readonly number[]): void {
  const sheet = keptSheet()!;
  if (indexes.length === 0) {
    SpreadsheetApp.getActive().deleteSheet(sheet);
    return;
  }
  const range = sheet.getRange(headRows + 1, 1, sheet.getLastRow() - headRows, sheet.getLastColumn());
  const [values, formulas] = [range.getValues() as Cell[][], range.getFormulas()];
  range.clearContent();
  const rows = indexes.map((index) =>
    formulas[index]!.map((live, column) => live || literal(String(values[index]![column]!))),
  );
  range.offset(0, 0, rows.length).setValues(rows);
}

/** Corrects what is kept of the areas and values, once they are known. */
export function keepAreas(first: number, keepings: readonly Keeping[]): void {
  const rows = keepings.map(rowOf);
  const from = header.indexOf("Values");
  keptSheet()!
    .getRange(first, from + 1, rows.length, textColumns + 2 - from)
    .setValues(rows.map((cells) => cells.slice(from, textColumns + 2)));
}
