import type { KnownTable } from "../addon/protocol";
import type { FoundTable } from "../recognition/types";
import { ask } from "./server";

/** What the sidebar knows of the workbook. */
export interface Workbook {
  /** As Intl knows it, such as de-DE. */
  readonly locale: string;
  /** The tab that was open. */
  readonly active: string;
  /** The tabs that were read. */
  readonly names: readonly string[];
  readonly tables: readonly KnownTable[];
  /** The tabs that could not be read, each with what Sheets said. */
  readonly unread: readonly string[];
}

/** A stop that a person may ask for while something long goes on. */
export interface Stop {
  isAsked: boolean;
}

/** Reads tab after tab, and says which; undefined where it was stopped. */
export async function readWorkbook(
  stop: Stop,
  progress: (tab: string, done: number, of: number) => void,
): Promise<Workbook | undefined> {
  const { locale, active, names } = await ask("listTabs", null);
  const tables: FoundTable[] = [];
  const unread: string[] = [];
  for (const [index, name] of names.entries()) {
    if (stop.isAsked) return undefined;
    progress(name, index, names.length);
    try {
      tables.push(...(await ask("readTab", name)));
    } catch (error) {
      unread.push(`“${name}” could not be read: ${(error as Error).message}`);
    }
  }
  const settled = await ask("settle", { tables, active });
  return stop.isAsked
    ? undefined
    : { locale: locale.replace("_", "-"), active, names, tables: settled, unread };
}
