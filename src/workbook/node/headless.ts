import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import vm from "node:vm";
import type { IStyleBase, IWorkbookData } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { ConditionalFormattingService } from "@univerjs/sheets-conditional-formatting";
import { functions } from "../../functions";
import { applyOnce } from "../engine/internals";
import type { Realm, RealmHost } from "../engine/realm";
import { emptySnapshot } from "../engine/snapshot";
import { screenlessLocale, screenlessPlugins } from "../engine/screenless";
import { createWorkbook, type Workbook } from "../engine/workbook";
import { ownTimeZone } from "../engine/zone";
import { errorMessage } from "../services/errorMessage";
import { type Host, silentHost } from "../services/host";
import type { Ways } from "../services/ways/ways";
import { letNodeEnd } from "./idleTimers";

export interface OpenOptions {
  /** The bundle: a path to Code.js, or its text where that is more than one line. */
  readonly code: string;
  readonly snapshot?: IWorkbookData;
  /** IANA name; the process's own when left out. */
  readonly timeZone?: string;
  /** What shows menus, sidebars and messages; nothing when left out. */
  readonly host?: Partial<Host>;
  readonly ways?: Partial<Ways>;
  readonly pages?: Readonly<Record<string, string>>;
  readonly synchronous?: boolean;
}

export interface HeadlessWorkbook extends Workbook {
  /** The message of a cell's error; undefined where it shows none. By A1 notation, with or without a sheet's name. */
  readonly errorMessage: (cell: string) => string | undefined;
  /** Resolves when an asynchronous calculation has written the results of all changes so far. */
  readonly calculated: () => Promise<void>;
}

/** Opens a workbook without a screen, with the bundle loaded: the engine of the local workbook, for tests. */
export function openWorkbook(options: OpenOptions): HeadlessWorkbook {
  const { code, snapshot, timeZone = ownTimeZone(), host, ways = {}, pages = {}, synchronous } = options;
  applyOnce(letNodeEnd);
  const workbook = createWorkbook({
    functions,
    timeZone,
    pages,
    ways,
    synchronous,
    plugins: screenlessPlugins,
    realmHost: createRealmHost(),
    code: code.includes("\n") ? code : readFileSync(code, "utf8"),
    snapshot: snapshot ?? emptySnapshot(randomUUID()),
    host: { ...silentHost, ...host },
    locale: screenlessLocale,
  });
  const range = (cell: string) => workbook.services.SpreadsheetApp.getActive().getRange(cell);
  return {
    ...workbook,
    errorMessage: (cell) => errorMessage(workbook.book, range(cell)),
    calculated: () => workbook.api.getFormula().onCalculationResultApplied(),
  };
}

function createRealmHost(): RealmHost {
  const realm = vm.createContext({ console }) as Realm & vm.Context;
  // A context's built-ins are not properties of its global object until asked for.
  vm.runInContext("this.Date = Date; this.Array = Array;", realm);
  return {
    realm,
    run: (code, globals) => {
      Object.assign(realm, globals);
      vm.runInContext(code, realm, { filename: "Code.js" });
    },
  };
}

/** What the conditional formats make of a cell of the active sheet. */
export function styleByRules({ book, injector }: Workbook, cell: string): IStyleBase {
  const sheet = book.workbook.getActiveSheet();
  const { startRow, startColumn } = sheet.getRange(cell).getRange();
  const formats = injector.get(ConditionalFormattingService);
  return formats.composeStyle(book.workbook.getId(), sheet.getSheetId(), startRow, startColumn)?.style ?? {};
}

/** What filling a formula down and across makes of it. */
export const filledFormula = (
  { injector }: Workbook,
  formula: string,
  down: number,
  across: number,
): string => injector.get(LexerTreeBuilder).moveFormulaRefOffset(formula, across, down);

export { chartConfig } from "../charts/chartConfig";
export { chartTable } from "../charts/chartTable";
export { createSnapshot, emptySnapshot } from "../engine/snapshot";
export { withCommas } from "../engine/separators";
export { csvFromSheet, sheetFromCsv } from "../files/csv";
export { decodeText } from "../files/csvRows";
export { fromExcel, toExcel } from "../files/excelFormula";
export { typedCell } from "../files/typed";
export { snapshotFromXlsx } from "../files/xlsxRead";
export { xlsxFromBook } from "../files/xlsxWrite";
export { sampleWorkbook } from "../sample/sampleWorkbook";
