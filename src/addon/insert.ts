import { recordOf } from "../recipe/columns";
import type { Recipe } from "../recipe/term";
import { formulaText } from "../recipe/text";
import { inLocalNotation } from "../formula/local";
import { isErrorValue } from "../sheet/cell";
import { refusal } from "../core/refusal";
import { runsOf } from "../core/runs";
import { catalogue } from "./catalogue";
import { writeCells } from "./spreadsheet/inputs";
import { sourceOf } from "./compute";
import { formatOfUnit } from "../report/formats";
import type { Insertion, InsertionRequest, Place, Undo } from "./protocol";
import { checkRecipe } from "./recipes";
import { columnWidths } from "./columnWidths";
import { type WrittenSetup, dropUnused, writeSetup } from "./dataTabs";
import { draw } from "./picture";
import { checkedKeys, settingCells } from "./setup";
import { isOwnTab } from "./spreadsheet/ownTabs";
import { addTab, makeRoom, openTab } from "./spreadsheet/sheets";
import { type TypedResult, typedResult } from "./typedResult";

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Pixels of a header of two lines. */
export const headerHeight = 40;

const activeCell = () => openTab().getActiveCell();

export function selectedPlace(): Place {
  const cell = activeCell();
  const tab = cell.getSheet().getName();
  return { tab, isOwnTab: isOwnTab(tab), cell: cell.getA1Notation(), isEmpty: cell.isBlank() };
}

/** A name that no tab has yet. */
export function freeName(wanted: string): string {
  const taken = SpreadsheetApp.getActive()
    .getSheets()
    .map((sheet) => sheet.getName());
  let name = wanted;
  for (let number = 2; taken.includes(name); number++) name = `${wanted} ${number}`;
  return name;
}

/**
 * Writes a formula with commas, as Apps Script should take it in every locale, or as a person of the locale types it
 * where that is an error. What is an error either way is the function's own.
 */
export function setFormula(cell: Range, formula: string): void {
  const isError = (text: string) => {
    cell.setFormula(text);
    SpreadsheetApp.flush();
    return isErrorValue(cell.getDisplayValue());
  };
  const local = inLocalNotation(formula);
  if (isError(formula) && local !== formula && isError(local)) cell.setFormula(formula);
}

/** The cells of the area that hold something, or null. */
function occupied(area: Range): string | null {
  const cells = area.getValues();
  for (let row = 0; row < cells.length; row++) {
    const column = cells[row]!.findIndex((cell) => cell !== "");
    if (column >= 0) return area.offset(row, column, 1, 1).getA1Notation();
  }
  return null;
}

/** Gives the cells of a result the number formats of their units, and a table its header. */
export function formatResult(corner: Range, { cells, hasHeader, units }: TypedResult, money: string): void {
  if (hasHeader) {
    const header = corner
      .offset(0, 0, 1, cells[0]!.length)
      .setFontWeight("bold")
      .setWrap(true)
      .setVerticalAlignment("middle");
    // Aligned with what it names: text on the left, everything else on the right.
    const isText = (column: number) => units.every((row) => row[column] === "text");
    if (units.length > 0)
      header.setHorizontalAlignments([units[0]!.map((_, column) => (isText(column) ? "left" : "right"))]);
  }
  (units[0] ?? []).forEach((_, column) => {
    for (const { from, count, value: unit } of runsOf(units.map((row) => row[column]!))) {
      const format = formatOfUnit(unit, money);
      if (format !== "") corner.offset(from + Number(hasHeader), column, count, 1).setNumberFormat(format);
    }
  });
}

/** Width of the columns of words next to a figure on a tab of its own, in pixels. */
const [labelWidth, valueWidth] = [290, 120];

/** Writes below a figure on a tab of its own what it is, and the table that it is from. */
function writeAbout(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  { lines, table }: NonNullable<InsertionRequest["about"]>,
  { setup, moneyFormat }: InsertionRequest,
): void {
  sheet.setColumnWidth(1, labelWidth).setColumnWidth(2, valueWidth);
  lines.forEach((line, index) => {
    writeCells(sheet.getRange(index + 2, 1, 1, 2), [line]);
    sheet.getRange(index + 2, 1).setFontColor("#5f6368");
  });
  if (!table) return;
  checkRecipe(table, checkedKeys(setup));
  const below = sheet.getRange(lines.length + 3, 1);
  const result = typedResult(table, sourceOf(setup));
  makeRoom(sheet, below.getRow() + result.cells.length - 1, result.cells[0]!.length);
  setFormula(below, formulaText(table, settingCells(setup)));
  formatResult(below, result, moneyFormat);
  sheet.setRowHeightsForced(below.getRow(), 1, headerHeight);
}

/** Makes a tab with one table pleasant to read: its header stays in sight, columns are as wide as they need, a picture. */
function furnish(sheet: Sheet, { result: call }: Recipe, { cells }: TypedResult, money: string): void {
  sheet.setFrozenRows(1);
  sheet.setRowHeightsForced(1, 1, headerHeight);
  columnWidths(cells).forEach((width, index) => sheet.setColumnWidth(index + 1, width));
  const record =
    typeof call === "object" && call !== null && "apply" in call ? recordOf(call.apply) : undefined;
  if (record?.picture)
    draw({ sheet, cells, fixedColumns: record.columns?.length ?? 0, money }, record.picture);
}

/** What an insertion has begun: the tab that it made, or the cell that it writes to. */
export interface Begun {
  tab?: Sheet;
  cell: Range | undefined;
}

/** Where Sheets refuses halfway, what an insertion has begun is taken back. */
export function wholly(work: (begun: Begun) => Insertion): Insertion {
  const names = () =>
    new Set(
      SpreadsheetApp.getActive()
        .getSheets()
        .map((sheet) => sheet.getName()),
    );
  const before = names();
  const begun: Begun = { cell: undefined };
  try {
    const insertion = work(begun);
    SpreadsheetApp.flush();
    return insertion;
  } catch (error) {
    const came = () => Array.from(names()).filter((name) => isOwnTab(name) && !before.has(name));
    try {
      if (begun.tab) SpreadsheetApp.getActive().deleteSheet(begun.tab);
      else if (begun.cell && begun.cell.getFormula() !== "") begun.cell.clearContent();
      for (const name of came())
        SpreadsheetApp.getActive().deleteSheet(SpreadsheetApp.getActive().getSheetByName(name)!);
    } catch {
      throw refusal(
        `Inserting stopped. Sheets said: ${(error as Error).message}\nRemoving what was begun failed too: delete the new tabs that you do not want. Nothing else was changed`,
      );
    }
    throw error;
  }
}

/** Inserts a recipe as a live formula where all its cells are empty, and the assumptions that it refers to. */
export const insert = (request: InsertionRequest): Insertion =>
  wholly((begun) => insertWhole(request, begun));

function insertWhole(request: InsertionRequest, begun: Begun): Insertion {
  const { setup, recipe, newTab, label } = request;
  checkRecipe(recipe, checkedKeys(setup));
  const result = typedResult(recipe, sourceOf(setup));
  const rows = result.cells;
  const target = activeCell();
  if (newTab === null) {
    const sheet = target.getSheet();
    makeRoom(sheet, target.getRow() + rows.length - 1, target.getColumn() + rows[0]!.length - 1);
    const taken = occupied(target.offset(0, 0, rows.length, rows[0]!.length));
    if (taken !== null) {
      return {
        at: null,
        message: `${taken} is not empty: select ${rows.length * rows[0]!.length === 1 ? "an empty cell" : `a cell with room for ${rows.length} rows and ${rows[0]!.length} columns`}, or insert on a new tab`,
      };
    }
  }
  const formula = formulaText(recipe, settingCells(setup));
  const formulas = [
    formula,
    ...(request.about?.table ? [formulaText(request.about.table, settingCells(setup))] : []),
  ];
  begun.cell = newTab === null ? target : undefined;
  const made = writeSetup(setup, formulas);
  if (newTab !== null) begun.tab = addTab(freeName(newTab));
  const sheet = begun.tab ?? target.getSheet();
  const isTable = rows.length > 1 || rows[0]!.length > 1;
  if (newTab !== null && !isTable) writeCells(sheet.getRange(1, 1), [[label]]).setFontWeight("bold");
  const cell = newTab === null ? target : sheet.getRange(1, isTable ? 1 : 2);
  makeRoom(sheet, cell.getRow() + rows.length - 1, cell.getColumn() + rows[0]!.length - 1);
  setFormula(cell, formula);
  if (request.format === "") formatResult(cell, result, request.moneyFormat);
  else cell.setNumberFormat(request.format);
  if (newTab !== null && result.hasHeader) furnish(sheet, recipe, result, request.moneyFormat);
  if (newTab !== null && request.about) writeAbout(sheet, request.about, request);
  return insertedAt(cell, newTab !== null, made);
}

/** What was inserted where, with the tabs that came with it. */
export function insertedAt(cell: Range, isNewTab: boolean, { isNewSetup, newData }: WrittenSetup): Insertion {
  cell.activate();
  const at = {
    tab: cell.getSheet().getName(),
    cell: cell.getA1Notation(),
    formula: cell.getFormula(),
    isNewTab,
    isNewSetup,
    newData,
  };
  const came = [
    ...(isNewSetup ? ["CLV Setup with its assumptions"] : []),
    ...newData.map((tab) => `${tab} with the data that it uses`),
  ];
  const also = came.length > 0 ? `. New tab${came.length > 1 ? "s" : ""}: ${came.join(", ")}` : "";
  return { at, message: `Inserted in ${at.cell} of ${at.tab}${also}` };
}

/** Inserts the example of a function, with cells of its own, in the selected cell. */
export function insertExample(name: string): Insertion {
  const entry = catalogue()
    .flatMap(({ entries }) => entries)
    .find((one) => one.name === name);
  if (!entry) throw refusal(`name must be a function of this add-on, got ${JSON.stringify(name)}`);
  const cell = activeCell();
  if (!cell.isBlank())
    return { at: null, message: `${cell.getA1Notation()} is not empty: select an empty cell` };
  setFormula(cell, entry.formula);
  return insertedAt(cell, false, { isNewSetup: false, newData: [] });
}

/** Takes an insertion back, unless the cell has been changed since; what was stopped halfway goes on. */
export function undoInsertion({ tab, cell, formula, isNewTab, isNewSetup, newData }: Undo): string {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
  const range = sheet?.getRange(cell);
  const held = range?.getFormula() ?? "";
  const isGone = isNewTab ? !sheet : range?.isBlank() === true;
  if (!isGone && (held !== formula || !/\bCLV/.test(formula)))
    return `${cell} of ${tab} has changed since: nothing was undone`;
  if (isNewTab && sheet) SpreadsheetApp.getActive().deleteSheet(sheet);
  else if (!isGone) range!.clearContent();
  dropUnused(newData, isNewSetup);
  return `Undone: ${isNewTab ? `the tab ${tab} is removed` : `${cell} of ${tab} is empty again`}`;
}
