import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type * as Engine from "../../src/workbook/node/headless";

// The engine is built before the tests: Node does not load Univer's packages as published.
const enginePath = resolve("build/local/engine.cjs");
const requireBuilt = createRequire(enginePath);
const engine = requireBuilt(enginePath) as typeof Engine;

/** The engine loaded once more, in which nothing has been opened: it changes Univer with the first workbook, for good. */
export function engineAnew(): typeof Engine {
  delete requireBuilt.cache[enginePath];
  return requireBuilt(enginePath) as typeof Engine;
}

export const { createSnapshot, csvFromSheet, openWorkbook, sampleWorkbook, sheetFromCsv, snapshotFromXlsx } =
  engine;
export const { chartConfig, chartTable, filledFormula, styleByRules } = engine;
export const { decodeText, fromExcel, toExcel, typedCell, withCommas, xlsxFromBook } = engine;

let pages: Readonly<Record<string, string>> | undefined;
/** Its pages, as Apps Script keeps them: by name without ending. */
export const builtPages = () =>
  (pages ??= Object.fromEntries(
    readdirSync("build/out")
      .filter((file) => file.endsWith(".html"))
      .map((file) => [file.slice(0, -".html".length), readFileSync(`build/out/${file}`, "utf8")]),
  ));

/** The sample's tabs with the data of a business. */
const dataTabs = [
  "Orders",
  "Subscriptions",
  "Subscribers",
  "Customers by month",
  "Monthly",
  "Acquisition spend",
  "Touches",
  "Usage",
] as const;
export type DataTab = (typeof dataTabs)[number];

/**
 * These tabs of the sample alone, without the reports on them, and so many rows of them at most: what is not there need
 * not be read.
 */
export function sampleData(
  id: string,
  tabs: readonly DataTab[] = dataTabs,
  mostRows = Infinity,
): ReturnType<typeof sampleWorkbook> {
  const snapshot = sampleWorkbook(id);
  const short = (sheet: (typeof snapshot.sheets)[string]) => ({
    ...sheet,
    cellData: Object.fromEntries(
      Object.entries(sheet.cellData ?? {}).filter(([row]) => Number(row) < mostRows),
    ),
  });
  const kept = snapshot.sheetOrder.filter((sheet) =>
    (tabs as readonly string[]).includes(snapshot.sheets[sheet]!.name!),
  );
  return {
    ...snapshot,
    sheetOrder: kept,
    sheets: Object.fromEntries(kept.map((sheet) => [sheet, short(snapshot.sheets[sheet]!)])),
  };
}

export type Workbook = Engine.HeadlessWorkbook;

/** Where the built add-on lies. */
export const builtAddon = "build/out/Code.js";

/** Functions that say what they were given and give back what they are asked for. */
export const probes = `
function SEEN() { return JSON.stringify(Array.prototype.map.call(arguments, seen_)); }
function seen_(value) {
  if (value === undefined) return "undefined";
  if (value instanceof Date) return "Date " + value.toISOString();
  return value instanceof Array ? value.map(seen_) : value;
}
function GRID(rows, columns) {
  return Array.from({ length: rows }, function (_, r) {
    return Array.from({ length: columns }, function (_, c) { return 10 * r + c; });
  });
}
function FAIL(value) { throw new Error("FAIL: value must be even, got " + value); }
function GIVE(kind) { return { null: null, undefined: undefined, nan: NaN, row: [1, 2], flag: true, text: "x" }[kind]; }
function DAY(iso) { return new Date(iso); }
`;

export interface Probe extends Workbook {
  /** Sets cells from their A1 notation to their input. */
  readonly set: (cells: Readonly<Record<string, unknown>>) => void;
  /** Puts a formula into a cell of its own and returns the cell's value. */
  readonly value: (formula: string) => unknown;
  /** What SEEN was given, for arguments written as in a formula. */
  readonly seen: (args: string) => unknown;
}

/** An empty workbook with the probes loaded; formulas under test go to column Z. */
export function openProbe(options: Partial<Engine.OpenOptions> = {}, open = openWorkbook): Probe {
  const workbook = open({ code: probes, ...options });
  const sheet = workbook.services.SpreadsheetApp.getActiveSheet();
  let row = 0;
  const value = (formula: string) => sheet.getRange(`Z${++row}`).setFormula(formula).getValue();
  return {
    ...workbook,
    set: (cells) => {
      for (const [cell, input] of Object.entries(cells)) sheet.getRange(cell).setValue(input);
    },
    value,
    seen: (args) => JSON.parse(String(value(`=SEEN(${args})`))) as unknown,
  };
}
