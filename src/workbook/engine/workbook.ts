// oxlint-disable-next-line import/no-unassigned-import -- adds methods to classes
import "./facade";
import {
  ICommandService,
  type ILanguagePack,
  type Injector,
  type IWorkbookData,
  LocaleType,
  LogLevel,
} from "@univerjs/core";
import { type PluginCtor, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel, type IFunctionInfo } from "@univerjs/engine-formula";
import { InsertSheetMutation, SetRangeValuesMutation } from "@univerjs/sheets";
import type { CustomFunction } from "../../sheet/customFunction";
import { createChartStore } from "../charts/chartStore";
import type { Book } from "../services/book";
import type { Host } from "../services/host";
import { type Ways, usualWays } from "../services/ways/ways";
import { createServices, type Services } from "../services/services";
import { followSpilledValues } from "./conditionalValues";
import { functionEntries } from "./customFunctions";
import type { FunctionEntry } from "./functionEntry";
import { describe } from "./descriptions";
import { calculateAll, createFlush } from "./flush";
import { applyPatches } from "./patches";
import { createPendingResults } from "./pendingResults";
import { type Call, loadBundle, type RealmHost } from "./realm";
import { withCommas } from "./separators";
import { EMPTY } from "./snapshot";
import { moveRulesWithCells } from "./ruleShift";
import { createZone } from "./zone";

/** A plugin of Univer's with its settings. */
export type PluginEntry = [PluginCtor, object?];

/** What the formula plugins must know before the first workbook is opened, or its formulas load as #NAME?. */
export interface FormulaSettings {
  readonly function: FunctionEntry[];
  readonly description: IFunctionInfo[];
}

/** What a workbook is made of. */
export interface WorkbookParts {
  readonly snapshot: IWorkbookData;
  /** The text of Code.js, and a place to run it. */
  readonly code: string;
  readonly realmHost: RealmHost;
  /** HTML files of the add-on by name without ending. */
  readonly pages: Readonly<Record<string, string>>;
  /** Documented functions, for autocomplete; the bundle may have others, which a cell can call too. */
  readonly functions: readonly CustomFunction[];
  /** IANA name of the spreadsheet's time zone. */
  readonly timeZone: string;
  readonly host: Host;
  /** What is otherwise than usual. */
  readonly ways?: Partial<Ways>;
  readonly plugins: (formulas: FormulaSettings) => readonly PluginEntry[];
  readonly locale: ILanguagePack;
  /** False leaves Univer's own asynchronous calculation in place, to compare the two. */
  readonly synchronous?: boolean;
}

/** An open workbook. */
export interface Workbook {
  readonly book: Book;
  readonly api: FUniver;
  readonly injector: Injector;
  readonly services: Services;
  /** Calls a top-level function of the bundle, as a menu item does. */
  readonly call: Call;
  /** The same as google.script.run does, from a page. */
  readonly answer: Call;
  readonly dispose: () => void;
}

/**
 * Opens a workbook with the add-on loaded.
 * @throws Error where the installed Univer lacks something the patches rely on, or the bundle fails to load.
 */
export function createWorkbook(parts: WorkbookParts): Workbook {
  const { synchronous = true } = parts;
  applyPatches({ synchronous });
  const { realm } = parts.realmHost;
  const zone = createZone(parts.timeZone);
  let book: Book | undefined;
  const services = createServices(() => book ?? fail());
  const names = loadBundle(parts.realmHost, parts.code, services);
  const callCell: Call = (name, args) => (realm[name] as (...given: unknown[]) => unknown)(...args);
  const ways = { ...usualWays(), ...parts.ways };
  const pending = createPendingResults(ways, {
    changes: () => book?.flush(),
    all: () => calculateAll(injector),
  });

  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: parts.locale },
    logLevel: LogLevel.WARN,
  });
  const formulas = {
    function: functionEntries(names, callCell, { realm, zone, ways, pending }),
    description: describe(parts.functions),
  };
  for (const [plugin, settings] of parts.plugins(formulas)) univer.registerPlugin(plugin, settings);
  const api = FUniver.newAPI(univer);
  // oxlint-disable-next-line no-underscore-dangle -- the only way to the services
  const injector = univer.__getInjector();
  translateSeparators(injector.get(ICommandService));
  widenNewSheets(injector.get(ICommandService));
  const data = injector.get(FormulaDataModel);
  const charts = createChartStore(injector);
  const workbook = api.createWorkbook(parts.snapshot);
  followSpilledValues(injector, data);
  moveRulesWithCells(injector);
  const flush = synchronous ? createFlush(injector) : () => {};
  const { host, pages } = parts;
  const { settle } = pending;
  book = { workbook, formulas: data, charts, realm, zone, host, ways, pages, flush, settle };
  calculateAll(injector);

  const call: Call = (name, args) => {
    if (!names.includes(name)) throw new Error(`Script function not found: ${name}`);
    return pending.run(() => {
      const result = callCell(name, args);
      flush();
      return result;
    });
  };
  const answer: Call = (name, args) => {
    if (ways.accounts === "several") throw new Error(wrongAccount);
    return call(name, args);
  };
  return { book, api, injector, services, call, answer, dispose: () => univer.dispose() };
}

/** What google.script.run says that asks as an account without access. */
const wrongAccount =
  "ScriptError: We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";

function fail(): never {
  throw new Error("Exception: a service was called while the script was loading");
}

/** However a formula gets into a cell (typed, pasted, set by the add-on), `;` between its arguments becomes a comma. */
function translateSeparators(commands: ICommandService): void {
  commands.beforeCommandExecuted((command) => {
    if (command.id !== SetRangeValuesMutation.id) return;
    const { cellValue } = command.params as {
      cellValue?: Record<string, Record<string, { f?: unknown } | null>>;
    };
    for (const row of Object.values(cellValue ?? {})) {
      for (const cell of Object.values(row ?? {}))
        if (typeof cell?.f === "string") cell.f = withCommas(cell.f);
    }
  });
}

/** A new sheet has columns to Z, as in Sheets; Univer's has to T. */
function widenNewSheets(commands: ICommandService): void {
  commands.beforeCommandExecuted((command) => {
    if (command.id !== InsertSheetMutation.id) return;
    const { sheet } = command.params as { sheet: { columnCount: number } };
    sheet.columnCount = Math.max(sheet.columnCount, EMPTY.columnCount);
  });
}
