import { randomUUID } from "node:crypto";
import type { KnownTable } from "../../src/addon/protocol";
import type { Answer, AnswerRequest } from "../../src/answers/answer";
import { readWorkbook } from "../../src/sidebar/reading";
import { ask } from "../../src/sidebar/server";
import { type DataTab, type Workbook, builtAddon, builtPages, openWorkbook, sampleData } from "./workbook";

/** What google.script.run passes on, each call by way of JSON. */
export function connectSidebar(workbook: Workbook): void {
  const runner = (success: (json: string) => void, failure: (error: Error) => void) => ({
    withSuccessHandler: (next: typeof success) => runner(next, failure),
    withFailureHandler: (next: typeof failure) => runner(success, next),
    answer: (name: string, json: string) => {
      let answer: string;
      try {
        answer = workbook.answer("answer", [name, json]) as string;
      } catch (error) {
        failure(error as Error);
        return;
      }
      success(answer);
    },
  });
  const run = runner(
    () => {},
    () => {},
  );
  Object.assign(globalThis, { google: { script: { run } } });
}

/** The tables that the sidebar finds when it opens on a tab. */
export async function tablesOn(workbook: Workbook, tab: string): Promise<readonly KnownTable[]> {
  workbook.services.SpreadsheetApp.getActive().getSheetByName(tab)!.activate();
  return (await readWorkbook({ isAsked: false }, () => {}))!.tables;
}

/** What the sidebar asks about the first table of a tab. */
export async function requestOn(workbook: Workbook, tab: string): Promise<AnswerRequest> {
  const tables = await tablesOn(workbook, tab);
  return { table: tables.find((one) => one.tab === tab)!, tables, changes: {} };
}

/** What the sidebar says of it. */
export const answerOn = async (workbook: Workbook, tab: string): Promise<Answer | null> =>
  ask("answerFrom", await requestOn(workbook, tab));

/** These tabs of the sample workbook's data, all where none is named, with a sidebar to ask. */
export const openSample = (...tabs: readonly DataTab[]): Workbook =>
  openWithSidebar(sampleData(randomUUID(), tabs.length > 0 ? tabs : undefined));

/** The same with a third of the orders, for what does not rest on how many there are. */
export const openShort = (...tabs: readonly DataTab[]): Workbook =>
  openWithSidebar(sampleData(randomUUID(), tabs, 900));

// Univer caches formulas by the workbook's id, so each has one of its own.
function openWithSidebar(snapshot: ReturnType<typeof sampleData>): Workbook {
  const workbook = openWorkbook({ code: builtAddon, pages: builtPages(), snapshot, timeZone: "UTC" });
  connectSidebar(workbook);
  return workbook;
}
