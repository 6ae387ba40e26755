import { type Answer, answerFor, firstAssumptions } from "../../src/sidebar/answering";
import { type Reading, readWorkbook } from "../../src/sidebar/reading";
import type { Workbook } from "./workbook";

/** What google.script.run passes on, each call by way of JSON. */
export function connectSidebar(workbook: Workbook): void {
  const runner = (success: (json: string) => void, failure: (error: Error) => void) => ({
    withSuccessHandler: (next: typeof success) => runner(next, failure),
    withFailureHandler: (next: typeof failure) => runner(success, next),
    answer: (name: string, json: string) => {
      let answer: string;
      try {
        answer = workbook.call("answer", [name, json]) as string;
      } catch (error) {
        failure(error as Error);
        return;
      }
      success(answer);
    },
  });
  Object.assign(globalThis, {
    google: {
      script: {
        run: runner(
          () => {},
          () => {},
        ),
      },
    },
  });
}

/** What the sidebar reads when it opens on a tab. */
export async function readingOn(workbook: Workbook, tab: string): Promise<Reading> {
  workbook.services.SpreadsheetApp.getActive().getSheetByName(tab)!.activate();
  return (await readWorkbook({ isAsked: false }, () => {}))!;
}

/** What the sidebar says of the first table of a tab. */
export async function answerOn(workbook: Workbook, tab: string): Promise<Answer | undefined> {
  const { tables, saved } = await readingOn(workbook, tab);
  const table = tables.find((one) => one.tab === tab)!;
  return answerFor(table, tables, firstAssumptions(table, tables, saved), saved);
}
