// What the sidebar may ask: each function takes one argument as JSON and answers JSON, as the protocol says.
import { refusal } from "../core/refusal";
import { answerFrom, checkRows, fillCall, readTab, remapColumn, settle } from "./answers";
import { compute } from "./compute";
import { insert, selectedPlace, undoInsertion } from "./insert";
import type { CatalogueSection } from "./documentation";
import { prepareCopy } from "./frozen/share";
import type { Server } from "./protocol";
import { writeSetup } from "./setup";
import { rangeOf } from "./sheets";
import { listTabs } from "./survey";

function selectCells(reference: string): string {
  rangeOf(reference).activate();
  return reference;
}

/** What the build wrote of the functions' documentation, which only this tab of the sidebar needs. */
function catalogue(): readonly CatalogueSection[] {
  return JSON.parse(
    HtmlService.createHtmlOutputFromFile("Catalogue").getContent(),
  ) as readonly CatalogueSection[];
}

export { choose } from "./chosen";

const server: Server = {
  listTabs,
  readTab,
  settle,
  remapColumn,
  answerFrom,
  checkRows,
  fillCall,
  compute,
  saveSetup: writeSetup,
  selectedPlace,
  insert,
  undoInsertion,
  prepareCopy,
  selectCells,
  catalogue,
};

/** Answers one question of the sidebar. */
export function answer(name: unknown, json: unknown): string {
  const known = Object.prototype.hasOwnProperty.call(server, String(name));
  if (!known || typeof json !== "string") throw refusal("name must be a question that the sidebar asks");
  return JSON.stringify(server[name as keyof Server](JSON.parse(json) as never));
}
