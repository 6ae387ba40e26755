// The formulas that the pages show, computed by the engine of the local workbook with the add-on as it is built.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type * as Engine from "../../src/workbook/node/headless";
import { exampleCells } from "../../test/support/exampleCells";
import { type Page, faultText } from "./pages";
import { type Example, type Tab, examplesOf, isSheet, isTab, tabOf } from "./sheetBlocks";

interface Computed {
  readonly value: unknown;
  readonly display: string;
  readonly error: string | undefined;
}

/** A workbook into which the formulas of pages are typed. */
interface Workbook {
  readonly addTab: (tab: Tab) => void;
  /** Puts the cells there to which the examples of the functions refer. */
  readonly addExampleCells: () => void;
  readonly compute: (formula: string) => Computed;
  readonly dispose: () => void;
}

/** Where formulas are typed: a tab of its own, so that they refer to those of the page by name. */
const scratch = "Formulas of the page";
/** Clear of the cells of the examples. */
const free = "AA1";

export function openExamples(): Workbook {
  // Found when it runs: it is built by then.
  const engine = createRequire(resolve("package.json"))(resolve("build/local/engine.cjs")) as typeof Engine;
  const book = engine.openWorkbook({ code: "build/out/Code.js", timeZone: "UTC" });
  const spreadsheet = book.services.SpreadsheetApp.getActive();
  const styles = book.book.workbook.getWorkbook().getStyles();
  const sheet = spreadsheet.getActiveSheet().setName(scratch);
  sheet.insertColumnsAfter(sheet.getMaxColumns(), 30);
  return {
    addTab: ({ name, text }) => {
      const draft = engine.sheetFromCsv(name, text, (style) => styles.setValue(style) ?? "");
      const before = spreadsheet.getSheetByName(name);
      if (before) spreadsheet.deleteSheet(before);
      book.book.workbook.insertSheet(name, { sheet: draft });
    },
    addExampleCells: () => {
      for (const [range, cells] of Object.entries(exampleCells)) {
        const start = sheet.getRange(range.split(":")[0]!);
        sheet.getRange(start.getRow(), start.getColumn(), cells.length, cells[0]!.length).setValues(cells);
      }
    },
    compute: (formula) => {
      const cell = sheet.getRange(free);
      cell.setFormula(formula);
      const computed = {
        value: cell.getValue(),
        display: cell.getDisplayValue(),
        error: book.errorMessage(`'${scratch}'!${free}`),
      };
      // Its format too: after a date the next number would be one.
      cell.clear();
      return computed;
    },
    dispose: () => book.dispose(),
  };
}

const numberText = /^[-−]?\d[\d,]*(\.\d+)?%?$/;

/** Whether a value is what a page says: the cell as displayed, its message, or the number rounded as it is written. */
export function isAsSaid({ value, display, error }: Computed, said: string): boolean {
  if (display === said || error === said) return true;
  if (typeof value !== "number" || !numberText.test(said)) return false;
  const decimals = /\.(\d+)/.exec(said)?.[1]!.length ?? 0;
  const unit = said.endsWith("%") ? 0.01 : 1;
  const written = Number(said.replace(/[,%]/g, "").replace("−", "-"));
  return Math.abs(value / unit - written) <= 0.5 * 10 ** -decimals * (1 + 1e-9);
}

function faultOf({ formula, result, line }: Example, { compute }: Workbook) {
  if (!formula.startsWith("=")) return { line, what: `${formula} is no formula: a line begins with =` };
  const computed = compute(formula);
  const { display, error } = computed;
  if (result === undefined)
    return error === undefined ? undefined : { line, what: `${formula} fails: ${error}` };
  if (isAsSaid(computed, result)) return undefined;
  return { line, what: `${formula} gives ${error ?? display}, not ${result}` };
}

/** Examples that give something else than their page says; each page that has some in a workbook of its own. */
export function wrongExamples(pages: readonly Page[]): string[] {
  const withSheets = pages.filter(({ blocks }) => blocks.some(isSheet));
  const ofFunctions = withSheets.filter(({ source }) => !source.hasLines);
  const others = withSheets.filter(({ source }) => source.hasLines);
  return [ofFunctions, ...others.map((page) => [page])].flatMap((group) => {
    if (group.length === 0) return [];
    const workbook = openExamples();
    if (group === ofFunctions) workbook.addExampleCells();
    const faults = group.flatMap((page) =>
      page.blocks.flatMap((block) => {
        if (isTab(block)) workbook.addTab(tabOf(block));
        if (!isSheet(block)) return [];
        return examplesOf(block).flatMap((one) => {
          const fault = faultOf(one, workbook);
          return fault ? [faultText(page.source, fault)] : [];
        });
      }),
    );
    workbook.dispose();
    return faults;
  });
}
