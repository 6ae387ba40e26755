/** A cell as a message names it, such as Orders!F2. */
type CellName = string;

/**
 * How a spreadsheet may be, or Sheets may behave, otherwise than here by default. Nobody can try Sheets itself in a
 * test, so each way that somebody has reported can be switched on.
 */
export interface Ways {
  /** Of the spreadsheet, such as de_DE. */
  locale: string;
  /** The calls that take a formula as a person of the locale types it, instead of with commas. */
  typed: ReadonlySet<"setValue" | "setFormula">;
  /** What becomes of an apostrophe before text: it goes, it stays, or it goes and does not keep the text from being read. */
  apostrophe: "goes" | "stays" | "does nothing";
  /** Tabs that hold a chart or connected data in place of cells. */
  objectTabs: ReadonlySet<string>;
  /** What Sheets says to a change of a tab; undefined where it takes it. */
  refuses: (tab: string) => string | undefined;
  /** What cells show that are not calculated yet. */
  unfinished: ReadonlyMap<CellName, string>;
  /** Whether somebody else holds the lock of the spreadsheet. */
  isLocked: boolean;
}

const takesAll = () => undefined;

export const usualWays = (): Ways => ({
  locale: "en_US",
  typed: new Set(),
  apostrophe: "goes",
  objectTabs: new Set(),
  refuses: takesAll,
  unfinished: new Map(),
  isLocked: false,
});

type Methods = Readonly<Record<string, unknown>>;

/** A service whose methods of these names do not work, and say so. */
function without<Service extends object>(
  service: Service,
  names: RegExp,
  message: () => string | undefined,
): Service {
  const guarded = Object.entries(service as Methods).map(([name, method]) => {
    if (typeof method !== "function" || !names.test(name)) return [name, method];
    return [
      name,
      (...given: unknown[]) => {
        const said = message();
        if (said !== undefined) throw new Error(said);
        return (method as (...values: unknown[]) => unknown)(...given);
      },
    ];
  });
  return Object.fromEntries(guarded) as Service;
}

/** The same with what Sheets says to changes of a tab. */
export const guarded = <Service extends object>(service: Service, ways: Ways, tab: string): Service =>
  ways.refuses === takesAll ? service : without(service, changes, () => ways.refuses(tab));

/** Methods that change what a tab holds or how it shows. */
const changes = /^(set|clear|merge|breakApart|insert|delete|remove|update|hide)/;

/** Methods that work on a tab without cells too. */
const ofAnyTab = /^(?!(getName|getType|getSheetId|activate|setName|internal|isSheetHidden|hideSheet)$)/;

/** A tab without cells. */
export const objectSheet = <Sheet extends object>(sheet: Sheet): Sheet =>
  without(sheet, ofAnyTab, () => "The action is not supported for the OBJECT sheet.");

/** Whether a locale writes 1,5 for one and a half, and so a semicolon between arguments. */
const hasDecimalComma = (locale: string) => /^(de|fr|es|it|pt|nl|pl|ru|tr|sv|da|fi|nb|cs)/.test(locale);

/**
 * A formula as it is kept, from how a person of the locale types it; undefined where Sheets would find an error in it.
 */
export function keptFormula(typed: string, locale: string): string | undefined {
  if (!hasDecimalComma(locale)) return typed;
  const pieces = typed.match(/"(?:[^"]|"")*"?|'(?:[^']|'')*'?|\d+[.,]\d+|[^]/g) ?? [];
  const brackets: string[] = [];
  const kept: string[] = [];
  for (const piece of pieces) {
    if (/^["']/.test(piece)) kept.push(piece);
    else if (/^\d+\.\d+$/.test(piece) || piece === ",") return undefined;
    else if (/^\d+,\d+$/.test(piece)) kept.push(piece.replace(",", "."));
    else {
      if (piece === "(" || piece === "{") brackets.push(piece);
      if (piece === ")" || piece === "}") brackets.pop();
      const isInBraces = brackets[brackets.length - 1] === "{";
      if (piece === "\\" && isInBraces) kept.push(",");
      else kept.push(piece === ";" && !isInBraces ? "," : piece);
    }
  }
  return kept.join("");
}
