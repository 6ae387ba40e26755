// What the sidebar may ask: each function takes one argument as JSON and answers JSON, as the protocol says.
import { refusal } from "../core/refusal";
import {
  answerFrom,
  checkRows,
  fillCall,
  nextSteps,
  readTab,
  remapColumn,
  settle,
  todaysCustomers,
  unreadable,
} from "./answers";
import { compute } from "./compute";
import { insert, insertExample, selectedPlace, undoInsertion } from "./insert";
import { catalogue } from "./catalogue";
import type { Server } from "./protocol";
import { buildReport, planReport, reportPart, writeReport } from "./report/report";
import { writeSetup } from "./dataTabs";
import { copyAsAsked, sharingStep } from "./menuItems";
import { rangeOf } from "./spreadsheet/sheets";
import { insertCalls, planCalls } from "./calls";
import { insertWhatIf } from "./whatIf";
import { alone } from "./lock";
import { stoppedWords } from "./stopped";
import { noteTrip, tryCopy } from "./selfTest/bySidebar";
import { listTabs } from "./survey";

function selectCells(reference: string): string {
  rangeOf(reference).activate();
  return reference;
}

export { beginExecution } from "./execution";
export { choose } from "./menuItems";

const server: Server = {
  listTabs,
  readTab,
  settle,
  remapColumn,
  answerFrom,
  todaysCustomers,
  unreadable,
  nextSteps,
  checkRows,
  fillCall,
  compute,
  saveSetup: (setup) => writeSetup(setup, []).isNewSetup,
  selectedPlace,
  insert,
  insertWhatIf,
  planCalls,
  insertCalls,
  insertExample,
  undoInsertion,
  prepareCopy: copyAsAsked,
  sharingStep,
  selectCells,
  planReport,
  reportPart,
  writeReport,
  buildReport,
  echo: String,
  noteTrip,
  tryCopy,
  catalogue,
};

/** Questions that change the spreadsheet, and what is true where one stopped halfway. */
const changing: Partial<Record<keyof Server, readonly [title: string, after: string]>> = {
  saveSetup: ["Writing CLV Setup", "Try again: it starts over"],
  insert: ["Inserting", "What was begun was undone: try again"],
  insertWhatIf: ["Inserting", "What was begun was undone: try again"],
  insertCalls: ["Inserting", "What was begun was undone: try again"],
  insertExample: ["Inserting", "Try again"],
  undoInsertion: ["Undoing", "Undo again: it continues where it stopped"],
  sharingStep: ["This step", "Try again"],
  writeReport: ["Build report", "Build it again: it starts over, and nothing else was changed"],
  buildReport: ["Build report", "Build it again: it starts over, and nothing else was changed"],
  noteTrip: ["The check", "Try again"],
  tryCopy: ["The check", "Try again"],
};

/** Answers one question of the sidebar. */
export function answer(name: unknown, json: unknown): string {
  const known = Object.prototype.hasOwnProperty.call(server, String(name));
  if (!known || typeof json !== "string") throw refusal("name must be a question that the sidebar asks");
  const words = changing[name as keyof Server];
  const work = () => {
    const answered = server[name as keyof Server](JSON.parse(json) as never);
    // An insertion does so itself, while it can still be taken back.
    if (words && !/^insert(WhatIf|Calls)?$/.test(name as string)) SpreadsheetApp.flush();
    return JSON.stringify(answered);
  };
  try {
    return words ? alone(work) : work();
  } catch (error) {
    const kind = (error as Error).name;
    if (kind === "TypeError" || kind === "SyntaxError")
      throw refusal(`json must be what the sidebar sends with ${String(name)}: ${(error as Error).message}`);
    const [title, after] = words ?? ["This", "Nothing was changed: try again"];
    throw refusal(stoppedWords(title, error, after));
  }
}
