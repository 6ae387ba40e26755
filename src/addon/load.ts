import { pageText } from "./page";
import type * as Server from "./server";

/**
 * What only the sidebar and the menu need. It is text on a page of its own, evaluated when they ask, so that
 * no formula cell pays for it: Apps Script loads every script file for each of them.
 */
let evaluated: typeof Server | undefined;
function server(): typeof Server {
  // The local workbook calls the script many times over, which Apps Script would begin anew.
  // oxlint-disable-next-line typescript/no-implied-eval -- the text is the build's own, from the add-on's own files
  evaluated ??= (new Function(pageText("Server").replace(/<\/?script>/g, "")) as () => typeof Server)();
  evaluated.beginExecution();
  return evaluated;
}

/** Answers one question of the sidebar: a name and JSON for JSON. */
export const answer = (name: unknown, json: unknown): string => server().answer(name, json);

/** Does what a menu item says, by its name. */
export const choose = (item: string): void => server().choose(item);
