import { readFileSync } from "node:fs";
import { type Context, createContext, runInContext } from "node:vm";
import { localTimeIn } from "./zones";

export const codePath = "build/out/Code.js";

export const builtCode = () => readFileSync(codePath, "utf8");

/** What V8 offers a bare context and Apps Script does not. */
const missingInAppsScript = [
  "console",
  "WebAssembly",
  "SharedArrayBuffer",
  "Atomics",
  "Intl",
  "structuredClone",
];

/**
 * A context with nothing but what Apps Script has for a custom function: the language, and the two services that the
 * code may ask for the time zone. `calls` counts the conversions.
 */
export function appsScriptContext(timeZone = "UTC"): {
  readonly context: Context;
  readonly calls: () => number;
} {
  let calls = 0;
  const formatters = new Map<string, (date: Date) => string>();
  const context: Context = createContext(
    Object.assign(Object.create(null) as object, {
      Utilities: {
        formatDate: (date: Date, zone: string, pattern: string) => {
          if (pattern !== "yyyy-MM-dd HH:mm:ss") throw new Error(`unexpected pattern ${pattern}`);
          calls++;
          if (!formatters.has(zone)) formatters.set(zone, localTimeIn(zone));
          return formatters.get(zone)!(new Date(date.getTime()));
        },
      },
      SpreadsheetApp: { getActive: () => ({ getSpreadsheetTimeZone: () => timeZone }) },
    }),
  );
  runInContext(missingInAppsScript.map((name) => `delete globalThis.${name};`).join(""), context);
  return { context, calls: () => calls };
}

/** A context in which the built script has been loaded. */
export function loadedScript(timeZone?: string) {
  const { context, calls } = appsScriptContext(timeZone);
  runInContext(builtCode(), context, { filename: codePath });
  return { context, calls };
}
