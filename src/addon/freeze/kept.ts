import { filledTemplate, placeholders, plainTab, splitReference, templateOf } from "../../formula/template";
import { refusal } from "../../core/refusal";
import { fingerprint } from "../../formula/fingerprint";
import { quotedTab } from "../../sheet/a1";
import { type Cell, isDate } from "../../sheet/cell";
import { type Input, writeCells } from "../spreadsheet/inputs";
import { times } from "../../core/math/times";
import type { Area } from "../spreadsheet/areas";
import { type FormulaCell, type Sheet } from "../spreadsheet/formulaTabs";
import { a1Of, cellName, notationOf } from "../spreadsheet/a1";
import { formulaNotation } from "../spreadsheet/notation";
import { keptTab } from "../spreadsheet/ownTabs";
import { isSomeoneElses, keepingOpen, makeRoom, ownTab } from "../spreadsheet/sheets";
import { writeHead } from "../spreadsheet/tabHead";

const headRows = 3;
const explanation =
  "Formulas of cells that were turned into values, without the leading =. Do not change this tab until Restore CLV formulas has brought them back: it follows when rows are inserted, tabs renamed or the spreadsheet copied.";
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
  /** Undefined where someone has changed what is kept of it. */
  readonly formula: string | undefined;
  readonly values: string;
  readonly hasDates: boolean;
}

/** In place of the = of a formula that is kept as a template: no spreadsheet can take such text for a formula. */
const equals = "⟦=⟧";

/** A person would see the values of these rows as the same; rows and columns inserted blank make no difference. */
export function valuesPrint(rows: readonly (readonly Cell[])[]): string {
  const isFilled = (cells: readonly Cell[]) => cells.some((cell) => cell !== "");
  const kept = (rows[0] ?? []).map((_, column) => isFilled(rows.map((cells) => cells[column]!)));
  const filled = rows.filter(isFilled).map((cells) => cells.filter((_, column) => kept[column]));
  return `print ${fingerprint(JSON.stringify(filled.map((cells) => cells.map(known))))}`;
}

/** Numbers to 15 digits and times to the second, as well as Sheets keeps them. */
const known = (cell: Cell) =>
  isDate(cell)
    ? [Math.round(cell.getTime() / 1000)]
    : typeof cell === "number"
      ? Number(cell.toPrecision(15))
      : cell;

const keptSheet = (): Sheet | null => SpreadsheetApp.getActive().getSheetByName(keptTab);

/** A cell that nothing else needs, to try things out. */
const spareCell = (sheet: Sheet) => sheet.getRange(1, header.length);

/** The tab that keeps the formulas, made where it is missing; a work that was stopped may have left it without its head. */
const preparedSheet = (): Sheet =>
  keepingOpen(() => {
    const sheet = ownTab(keptTab);
    if (sheet.getLastRow() >= headRows) return sheet;
    writeHead(sheet, keptTab, explanation);
    sheet.getRange(headRows, 1, 1, header.length).setFontWeight("bold");
    sheet.setFrozenRows(headRows);
    writeCells(sheet.getRange(headRows, 1, 1, header.length), [header]);
    return sheet;
  });

/** Rows of one width, blank cells at the end of the shorter ones. */
function evened(rows: readonly (readonly Input[])[]): Input[][] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 1);
  return rows.map((cells) => [...cells, ...times(width - cells.length, () => "")]);
}

const liveArea = (tab: string, area: Area): Input => ({
  formula: `=ROWS(${quotedTab(tab)}!${notationOf(area)})`,
});

const datesMark = "formatted";

/** What is read again of a formula: its template, the print of its values, whether its dates were given a format. */
const machineTexts = ({
  tab,
  formula,
  values,
  hasDates,
}: Pick<Keeping, "tab" | "formula" | "values" | "hasDates">): string[] => [
  equals + templateOf(formula, quotedTab(tab)).text.slice(1),
  values,
  hasDates ? datesMark : "",
];

function rowOf({ tab, formula, values, hasDates, area, ...place }: Keeping): Input[] {
  const template = templateOf(formula, quotedTab(tab));
  return [
    tab,
    a1Of(place),
    formula.slice(1),
    ...machineTexts({ tab, formula, values, hasDates }),
    { formula: `=${cellName(tab, place)}` },
    liveArea(tab, area),
    ...template.references.map((reference) => ({ formula: `=ROWS(${reference})` })),
  ];
}

/** The row of a kept formula, by its number from 0. */
const rowAt = (index: number) => headRows + 1 + index;

/** Writes formulas below those kept already, and makes sure that they can be read again; returns the number of the first. */
export function keep(keepings: readonly Keeping[]): number {
  const sheet = preparedSheet();
  const first = Math.max(sheet.getLastRow() - headRows, 0);
  const rows = evened(keepings.map(rowOf));
  makeRoom(sheet, rowAt(first) + rows.length - 1, rows[0]!.length);
  const range = sheet.getRange(rowAt(first), 1, rows.length, rows[0]!.length);
  writeCells(range, rows, spareCell(sheet));
  SpreadsheetApp.flush();
  const [values, formulas] = [range.getValues() as Cell[][], range.getFormulas()];
  const isKept = rows.every((row, index) =>
    row.every((cell, column) =>
      column < textColumns
        ? column < 3 || cell === values[index]![column]
        : (cell === "") === (formulas[index]![column] === ""),
    ),
  );
  if (isKept) return first;
  drop(rows.map((_, index) => first + index));
  throw refusal(
    "Nothing was changed: Sheets did not keep the formulas as they were written on the tab CLV Formulas. Please report it",
  );
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
    const [tab, a1, , kept, values, dates] = texts[index]!.map(String);
    const template = kept!.startsWith(equals) ? `=${kept!.slice(equals.length)}` : "";
    const [cell = "", area = "", ...references] = formulas
      .slice(textColumns)
      .map((live) => liveReference.exec(live)?.[1] ?? "");
    if (template === "" && cell === "") return [];
    const { tab: named } = splitReference(cell);
    const isComplete = template !== "" && placeholders(template).every((number) => references[number - 1]);
    return {
      index,
      tab: plainTab(named),
      name: `${quotedTab(tab!)}!${a1!.replace(/^'/, "")}`,
      cell: isWhole(cell) ? splitReference(cell).cells : undefined,
      area: isWhole(area) ? splitReference(area).cells : undefined,
      formula: isComplete ? filledTemplate(template, references, plainTab(named)) : undefined,
      values: values!,
      hasDates: dates === datesMark,
    };
  });
}

/** Removes the tab, where there is one. */
export function dropKeptTab(): void {
  const sheet = keptSheet();
  if (sheet) SpreadsheetApp.getActive().deleteSheet(sheet);
}

/** Takes away what is kept of a tab's formulas, which nobody needs any more, and the tab of those kept where nothing is on it. */
export function forgetTab(name: string): void {
  const all = keptFormulas();
  if (all.length > 0) drop(all.flatMap(({ index, tab }) => (tab === name ? index : [])));
  else if (!isSomeoneElses(keptTab)) dropKeptTab();
}

/** Takes rows away, by their numbers; where none is left the tab goes. Whatever stops this, no other row is touched. */
export function drop(indexes: readonly number[]): void {
  const sheet = keptSheet()!;
  const gone = Array.from(new Set(indexes)).sort((a, b) => b - a);
  if (gone.length === 0) return;
  if (gone.length >= sheet.getLastRow() - headRows) {
    dropKeptTab();
    return;
  }
  // From the last on, since those below move up.
  for (let at = 0; at < gone.length;) {
    let count = 1;
    while (gone[at + count] === gone[at]! - count) count++;
    sheet.deleteRows(rowAt(gone[at + count - 1]!), count);
    at += count;
  }
}

/** How this spreadsheet wants formulas written. */
export const keptNotation = (): ((formula: string) => string) =>
  formulaNotation(spareCell(keptSheet()!), "setFormula");

/** Corrects what is kept of the areas and values, once they are known. */
export function keepAreas(first: number, keepings: readonly Keeping[]): void {
  const rows = keepings.map(rowOf);
  const from = header.indexOf("Values");
  writeCells(
    keptSheet()!.getRange(rowAt(first), from + 1, rows.length, textColumns + 2 - from),
    rows.map((cells) => cells.slice(from, textColumns + 2)),
  );
}
