import { times } from "../core/math/times";
import { refusal } from "../core/refusal";
import type { Setup } from "../answers/setup";
import { unitOfColumn } from "../recipe/columns";
import { type KeptTable, isDataTab } from "../recipe/kept";
import { quotedTab } from "../sheet/a1";
import { formulaText, termText } from "../recipe/text";
import { termValue } from "../recipe/value";
import { formatOfUnit } from "../report/formats";
import type { Cell } from "../sheet/cell";
import { type Known, nothingKnown, sourceOf } from "./compute";
import { settingCells, writeLines } from "./setup";
import { writeCells } from "./spreadsheet/inputs";
import { formulaNotation } from "./spreadsheet/notation";
import { setupTab } from "./spreadsheet/ownTabs";
import { isForeign, makeWay } from "./spreadsheet/ownArea";
import { ownTab } from "./spreadsheet/sheets";
import { cellTabs, keepingOpen, renameFirst } from "./spreadsheet/sheets";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a written setup has brought with it. */
export interface WrittenSetup {
  readonly isNewSetup: boolean;
  /** Tabs of clean data that were not there before. */
  readonly newData: readonly string[];
}

/** Rows that a tab of clean data has beyond those of now, so that results can grow. */
const spare = (rows: number) => Math.ceil(rows * 0.2) + 200;
/** Room for headers in two lines, in pixels. */
const [headerWidth, headerHeight] = [110, 36];
/** Rows that are written at a time. */
const block = 10_000;

const refersTo = (tab: string) => (formula: string) => formula.includes(`${quotedTab(tab)}!`);
const sheetOf = (tab: string) => SpreadsheetApp.getActive().getSheetByName(tab);

const isThere = ({ tab, column }: KeptTable): boolean =>
  sheetOf(tab)?.getRange(1, column).isBlank() === false;

/**
 * Writes the setup tab, and the tabs of clean data that formulas refer to or that are there already. Without formulas
 * it writes all that the setup has.
 */
export function writeSetup(setup: Setup, formulas?: readonly string[]): WrittenSetup {
  const cellOf = settingCells(setup);
  const texts = formulas && [...formulas, ...setup.lines.map(({ value }) => termText(value, cellOf))];
  const kept = setup.kept.filter((table) => !table.isOptional || isThere(table));
  const tabs = Array.from(new Set(kept.map(({ tab }) => tab))).filter(
    (tab) => sheetOf(tab) !== null || !texts || texts.some(refersTo(tab)),
  );
  const foreign = tabs.find(isForeign);
  if (foreign !== undefined) throw refusal(renameFirst(foreign));
  const newData = tabs.filter((tab) => sheetOf(tab) === null);
  // A formula that names a tab which is not there stays an error.
  return keepingOpen(() => {
    tabs.forEach(ownTab);
    const isNewSetup = writeLines(setup);
    pointToColumns(setup);
    const known = nothingKnown();
    for (const tab of tabs) {
      writeTables(
        ownTab(tab),
        kept.filter((one) => one.tab === tab),
        setup,
        known,
      );
    }
    return { isNewSetup, newData };
  });
}

function writeTables(sheet: Sheet, tables: readonly KeptTable[], setup: Setup, known: Known): void {
  const cellOf = settingCells(setup);
  const formulas = tables.map(({ call }) => formulaText({ steps: [], result: call }, cellOf));
  const corner = ({ column }: KeptTable) => sheet.getRange(1, column);
  const isAsItWas = tables.every(
    (table, index) => !table.isFixed && corner(table).getFormula() === formulas[index],
  );
  if (isAsItWas) return;
  const source = sourceOf(setup, known);
  const results = tables.map(({ call }) => termValue(call, source) as readonly (readonly Cell[])[]);
  const rows = Math.max(...results.map((result) => result.length));
  const columns = Math.max(...tables.map(({ column, titles }) => column + titles.length - 1));
  const area = { rows: rows + spare(rows), columns };
  makeWay(sheet, area);
  const written = formulaNotation(corner(tables[0]!), "setFormula");
  sheet.getRange(1, 1, 1, area.columns).setFontWeight("bold").setWrap(true);
  sheet.setColumnWidths(1, area.columns, headerWidth);
  sheet.setRowHeightsForced(1, 1, headerHeight);
  sheet.setFrozenRows(1);
  tables.forEach((table) => formatTable(sheet, table, area.rows));
  // Written last: a tab that has them is taken to be as it should.
  tables.forEach((table, index) => {
    if (table.isFixed) writeValues(corner(table), results[index]!);
    else corner(table).setFormula(written(formulas[index]!));
  });
}

function formatTable(sheet: Sheet, { call, titles, column }: KeptTable, rows: number): void {
  if (typeof call !== "object" || call === null || !("apply" in call)) return;
  titles.forEach((title, at) => {
    const unit = unitOfColumn(call, title);
    const format = unit === undefined || unit === "by row" ? "" : formatOfUnit(unit, "#,##0.00");
    if (format !== "") sheet.getRange(2, column + at, rows - 1, 1).setNumberFormat(format);
  });
}

/**
 * What stands in the first two rows of values until all are written: one of them might pass for a header, the other is
 * nothing that a formula can read, and its error says what to do.
 */
const unwritten = "not written yet: choose Data › Update CLV Data";

/** Writes values from the last rows up, so that a part of them is never taken for all. */
function writeValues(corner: GoogleAppsScript.Spreadsheet.Range, rows: readonly (readonly Cell[])[]): void {
  const blocks = Array.from(
    { length: Math.ceil(rows.length / block) },
    (_, index) => index * block,
  ).reverse();
  if (blocks.length > 1) {
    const width = rows[0]!.length;
    const row = times(width, () => unwritten);
    writeCells(corner.offset(1, 0, 2, width), [row, row], corner);
    SpreadsheetApp.flush();
  }
  for (const from of blocks) {
    const part = rows.slice(from, from + block);
    writeCells(corner.offset(from, 0, part.length, part[0]!.length), part, corner);
  }
}

const columnsReference = /'CLV Setup'!\$A\$\d+:\$C\$\d+/;

/** Tabs of clean data whose table is not among those of the setup still point to its lines, which may have moved. */
function pointToColumns(setup: Setup): void {
  const cellOf = settingCells(setup);
  const own = new Set(setup.kept.map(({ tab }) => tab));
  for (const sheet of cellTabs()) {
    const tab = sheet.getName();
    if (!isDataTab(tab) || own.has(tab) || isForeign(tab)) continue;
    const number = Number(/\d+$/.exec(tab)?.[0] ?? 1);
    if (!setup.lines.some(({ key }) => key === `${number}.table`)) continue;
    const [formulas] = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getFormulas();
    formulas!.forEach((formula, column) => {
      const moved = formula.replace(columnsReference, () => cellOf(`${number}.columns`));
      if (moved !== formula) sheet.getRange(1, column + 1).setFormula(moved);
    });
  }
}

/** Whether a formula refers to a tab, from another one than these. */
const isUsed = (tab: string, others: readonly string[]): boolean =>
  cellTabs().some((sheet) => {
    const name = sheet.getName();
    if (name === tab || others.includes(name)) return false;
    return sheet.getDataRange().getFormulas().flat().some(refersTo(tab));
  });

/** Deletes tabs that came with an insertion and that no formula refers to any longer; the setup tab first, which refers to the others. */
export function dropUnused(data: readonly string[], hasSetup: boolean): void {
  const drop = (tab: string, others: readonly string[] = []) => {
    const sheet = sheetOf(tab);
    if (sheet && !isUsed(tab, others)) SpreadsheetApp.getActive().deleteSheet(sheet);
  };
  if (hasSetup) drop(setupTab, data);
  data.forEach((tab) => drop(tab));
}
