import type { Cell } from "../sheet/cell";
import { quotedTab } from "../sheet/a1";
import { termText } from "../recipe/text";
import type { Term } from "../recipe/term";
import { type Input, writeCells } from "./spreadsheet/inputs";
import { heldCell, sentRows } from "./spreadsheet/cells";
import {
  type SavedSetting,
  type Setup,
  type SetupLine,
  assumedTables,
  columnLines,
  isAssumption,
  isChannel,
  isSignal,
  linesOfChannels,
  linesOfSignals,
  keyOf,
  linesOfAssumptions,
} from "../answers/setup";

import { refusal } from "../core/refusal";
import { checkTerm } from "./recipes";
import { addTab, isSomeoneElses, renameFirst } from "./spreadsheet/sheets";
import { quiet } from "./spreadsheet/tabHead";
import { spreadsheetZone } from "./spreadsheet/zone";
import { isDataTab } from "../recipe/kept";
import { setupTab } from "./spreadsheet/ownTabs";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Above the lines: title, explanation, a blank row. */
const headRows = 3;
const explanation =
  "The assumptions of the CLV formulas in this spreadsheet. Change a cell with a blue frame and every result follows.";
/** What a person may change; the other cells follow the data. */
const input = { background: "#e8f0fe", frame: "#7baaf7" } as const;
const heading = "#f1f3f4";

/** Marks cells that a person may change. */
export const frameInput = (cells: GoogleAppsScript.Spreadsheet.Range) =>
  cells
    .setBackground(input.background)
    .setBorder(true, true, true, true, null, true, input.frame, SpreadsheetApp.BorderStyle.SOLID);

export const setupSheet = () => SpreadsheetApp.getActive().getSheetByName(setupTab);

/**
 * Blocks of lines that formulas refer to: what the columns of a table mean, of its channels the names and what they are
 * called next to the customers, and of its signals what more of each says.
 */
export const blocks = {
  columns: { from: "A", to: "C", of: columnLines },
  "channels.names": { from: "A", to: "A", of: linesOfChannels },
  "channels.meant": { from: "B", to: "B", of: linesOfChannels },
  "signals.weights": { from: "B", to: "B", of: linesOfSignals },
} as const;

/** The key of such a block, as 1.columns is of table 1. */
export const blockKey = /^(\d+)\.(columns|channels\.(?:names|meant)|signals\.weights)$/;

/** Cells of the lines by key, as formulas refer to them, or of a block of lines. */
export function settingCells({ lines, number: own }: Setup): (key: string) => string {
  const rows = new Map(lines.map(({ key }, index) => [key, headRows + 1 + index]));
  return (key) => {
    const [, number, part] = blockKey.exec(key) ?? [];
    if (!number || !part) return `${quotedTab(setupTab)}!$B$${(rows.get(key) ?? rows.get(keyOf(key, own)))!}`;
    const { from, to, of } = blocks[part as keyof typeof blocks];
    const [first, count] = of(lines, Number(number));
    const row = headRows + 1 + first;
    return `${quotedTab(setupTab)}!$${from}$${row}:$${to}$${row + count - 1}`;
  };
}

/** The keys of the lines, once their terms are known to be the sidebar's; `found` gathers tabs that are known to exist. */
export function checkedKeys({ lines, kept }: Setup, found = new Set<string>()): string[] {
  const isLine = ({ key, label, format }: SetupLine) =>
    [key, label, format].every((text) => typeof text === "string");
  if (!Array.isArray(lines) || !lines.every(isLine) || !kept.every(({ tab }) => isDataTab(tab)))
    throw refusal("setup must be lines that the sidebar makes");
  const keys = lines.flatMap(({ key }) => [key, key.replace(/@\d+$/, "")]);
  const tables = keys.flatMap((key) =>
    key.endsWith(".table") ? Object.keys(blocks).map((part) => key.replace("table", part)) : [],
  );
  const all = [...keys, ...tables];
  for (const { value, note } of lines) [value, note].forEach((term) => checkTerm(term, all, found));
  for (const { call } of kept) checkTerm(call, all, found);
  return all;
}

/** What the setup tab holds, line by line. */
export function savedSetup(): SavedSetting[] {
  const sheet = setupSheet();
  const count = (sheet?.getLastRow() ?? 0) - headRows;
  if (!sheet || count < 1) return [];
  const range = sheet.getRange(headRows + 1, 1, count, 4);
  const formulas = range.getFormulas();
  return sentRows(range.getValues() as Cell[][], spreadsheetZone()).map(([label, value, note, key], row) => ({
    key: String(key as Cell),
    label: String(label as Cell),
    value: value!,
    note: note!,
    formula: formulas[row]![1]!,
  }));
}

/** Room for the assumptions of a table that has none yet, below those of others: formulas move on with their cells. */
function makeRoomForAssumptions(sheet: Sheet, number: number): void {
  const saved = savedSetup();
  const others = assumedTables(saved);
  if (others.length === 0 || others.includes(number)) return;
  const before = others.filter((other) => other < number).length * linesOfAssumptions;
  // A work that was stopped may have made the room already.
  const there = saved.slice(before, before + linesOfAssumptions);
  if (there.every(({ key, label }) => key === "" && label === "")) return;
  sheet.insertRowsAfter(headRows + before, linesOfAssumptions);
}

/** How many lines there are: they end with the last key. */
const linesThere = (): number =>
  savedSetup().reduce((last, { key }, index) => (key === "" ? last : index + 1), 0);

/** Moves down what someone wrote below the lines, where they become more and it is in their way. */
function makeRoomForLines(sheet: Sheet, old: number, count: number): void {
  const more = count - old;
  if (old > 0 && more > 0 && !sheet.getRange(headRows + old + 1, 1, more, 4).isBlank())
    sheet.insertRowsAfter(headRows + old, more);
}

/** Writes the lines to the setup tab, made where it is missing; true where it was. */
export function writeLines(setup: Setup): boolean {
  checkedKeys(setup);
  const { lines } = setup;
  if (isSomeoneElses(setupTab)) throw refusal(renameFirst(setupTab));
  const existing = setupSheet();
  const sheet = existing ?? addTab(setupTab);
  const cellOf = settingCells(setup);
  makeRoomForAssumptions(sheet, setup.number);
  const zone = spreadsheetZone();
  const saved = new Map(
    savedSetup().map(({ key, value, formula }) => [key, formula ? { formula } : heldCell(value, zone)]),
  );
  const written = (term: Term): Input => {
    if (term === null) return "";
    return typeof term === "object" ? { formula: `=${termText(term, cellOf)}` } : term;
  };
  const kept = (key: string): Input => saved.get(key) ?? "";
  const isKept = ({ key, value }: SetupLine) =>
    typeof value === "object" && value !== null && "setting" in value && value.setting === key;
  const old = linesThere();
  makeRoomForLines(sheet, old, lines.length);
  if (sheet.getLastRow() === 0) formatTab(sheet);
  writeCells(sheet.getRange(1, 1, 2), [[setupTab], [explanation]]);
  const body = sheet.getRange(headRows + 1, 1, lines.length, 4);
  writeCells(
    body,
    lines.map((line) => [
      line.label,
      isKept(line) ? kept(line.key) : written(line.value),
      written(line.note),
      line.key,
    ]),
    // The blank row above the lines, of which none may be lost.
    sheet.getRange(headRows, 1),
  );
  // Cleared last: what people have set is in the new lines by now.
  if (old > lines.length)
    sheet.getRange(headRows + 1 + lines.length, 1, old - lines.length, 4).clearContent();
  sheet
    .getRange(headRows + 1, 2, lines.length)
    .setNumberFormats(lines.map(({ format }) => [format || "General"]))
    .setHorizontalAlignment("right");
  formatLines(sheet, lines);
  return !existing;
}

/** Formats a new tab. */
function formatTab(sheet: Sheet): void {
  sheet.getRange(1, 1).setFontSize(14).setFontWeight("bold");
  sheet.getRange(2, 1).setFontColor(quiet);
  [240, 130, 680].forEach((width, column) => sheet.setColumnWidth(column + 1, width));
  // By which the add-on finds its lines again.
  sheet.hideColumns(4);
  sheet.setFrozenRows(headRows - 1);
}

/** Headings stand out, cells to change are framed, and what explains them is quiet. */
function formatLines(sheet: Sheet, lines: readonly SetupLine[]): void {
  const row = (index: number, column: number, columns: number) =>
    sheet.getRange(headRows + 1 + index, column, 1, columns);
  sheet
    .getRange(headRows + 1, 1, lines.length, 3)
    .setBackground(null)
    .setFontWeight("normal")
    .setVerticalAlignment("middle");
  sheet
    .getRange(headRows + 1, 3, lines.length)
    .setWrap(true)
    .setFontColor(quiet);
  lines.forEach(({ key }, index) => {
    if (key === "") row(index, 1, 3).setFontWeight("bold").setBackground(heading);
  });
  const isInput = ({ key }: SetupLine) => isAssumption(key) || isChannel(key) || isSignal(key);
  // Those below each other together, since each call costs.
  for (let first = 0; first < lines.length; first++) {
    let count = 0;
    while (lines[first + count] && isInput(lines[first + count]!)) count++;
    if (count > 0) frameInput(sheet.getRange(headRows + 1 + first, 2, count));
    first += count;
  }
}
