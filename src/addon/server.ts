// What the sidebar may ask: each function takes one argument as JSON and answers JSON, as the protocol says.
import { refusal } from "../core/refusal";
import { answerFrom, checkRows, fillCall, readTab, remapColumn, settle, todaysCustomers } from "./answers";
import { compute } from "./compute";
import { insert, insertExample, selectedPlace, undoInsertion } from "./insert";
import { catalogue } from "./catalogue";
import { prepareCopy } from "./share/share";
import type { Server } from "./protocol";
import { buildReport, planReport, reportPart, writeReport } from "./report/report";
import { writeSetup } from "./dataTabs";
import { sharingStep } from "./menuItems";
import { withProgress } from "./progress";
import { rangeOf } from "./spreadsheet/sheets";
import { listTabs } from "./survey";

function selectCells(reference: string): string {
  rangeOf(reference).activate();
  return reference;
}

export { choose } from "./menuItems";

const server: Server = {
  listTabs,
  readTab,
  settle,
  remapColumn,
  answerFrom,
  todaysCustomers,
  checkRows,
  fillCall,
  compute,
  saveSetup: (setup) => writeSetup(setup, []).isNewSetup,
  selectedPlace,
  insert,
  insertExample,
  undoInsertion,
  prepareCopy: (options) => withProgress("CLV", (tell) => prepareCopy(options, tell)),
  sharingStep,
  selectCells,
  planReport,
  reportPart,
  writeReport,
  buildReport,
  catalogue,
};

/** Answers one question of the sidebar. */
export function answer(name: unknown, json: unknown): string {
  const known = Object.prototype.hasOwnProperty.call(server, String(name));
  if (!known || typeof json !== "string") throw refusal("name must be a question that the sidebar asks");
  try {
    return JSON.stringify(server[name as keyof Server](JSON.parse(json) as never));
  } catch (error) {
    const kind = (error as Error).name;
    if (kind !== "TypeError" && kind !== "SyntaxError") throw error;
    throw refusal(`json must be what the sidebar sends with ${String(name)}: ${(error as Error).message}`);
  }
}
