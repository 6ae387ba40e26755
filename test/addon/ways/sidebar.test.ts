// What the sidebar reads, says, inserts and takes back, whatever Sheets is like.
import { afterAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../../src/sidebar/server";
import { readWorkbook } from "../../../src/sidebar/reading";
import {
  type Refusals,
  type WayName,
  contents,
  cutShort,
  disposeAll,
  hostileWays,
  openShop,
  shield,
  usualShop,
  wayNames,
} from "../../support/hostileWays";
import type { SharedWorkbook } from "../../support/sharing";
import { connectSidebar } from "../../support/sidebarOf";
import { busy } from "../../support/words";

afterAll(disposeAll);

/** What it finds and answers. */
async function answered() {
  const { tables, names, unread } = (await readWorkbook({ isAsked: false }, () => {}))!;
  const answer = (await ask("answerFrom", { table: tables[0]!, tables, changes: {} }))!;
  return { names: names.filter((tab) => tab !== "Chart"), unread, answer };
}

/** A result in a cell and one on a new tab: what they show, once the script has ended. */
async function inserted(book: SharedWorkbook, { answer }: Awaited<ReturnType<typeof answered>>) {
  const { setup, tables } = answer;
  const { recipe } = tables.find(({ title }) => title === "CLV Periods")!;
  const done = [];
  for (const newTab of [null, "Result"]) {
    book.sheet("Orders").getRange("S3").activate();
    const about = { setup, recipe, newTab, label: "CLV", format: "", moneyFormat: "0.00" };
    done.push((await ask("insert", about)).at!);
  }
  const held = JSON.parse(JSON.stringify(contents(book)).replace("Cargando...", "3600")) as unknown;
  // The later one first: the assumptions came with the other.
  for (const at of done.reverse()) await ask("undoInsertion", at);
  return held;
}

const known = new Map<string, Promise<readonly [unknown, unknown]>>();
async function usual(name: WayName) {
  const book = usualShop(name);
  const { locale } = book.workbook.book.ways;
  const work = async () => {
    connectSidebar(book.workbook);
    const said = await answered();
    return [said, await inserted(book, said)] as const;
  };
  if (!known.has(locale)) known.set(locale, work());
  return known.get(locale)!;
}

/** What is said where the sidebar does not even begin. */
const unread: Refusals = {
  "several accounts are signed in":
    "Error code PERMISSION_DENIED. If you are signed in with several Google accounts in this browser",
};
/** What is said instead of inserting into a cell of the data's tab. */
const refusals: Refusals = {
  "a tab is protected": `Sheets said: ${shield.slice(0, -1)}`,
  "somebody else is at work": busy,
};

describe.each(wayNames)("%s", (name) => {
  test("the sidebar says, inserts and takes back the same; or says why not and leaves all as it was", async () => {
    const expected = await usual(name);
    const book = openShop(hostileWays[name]);
    const before = contents(book);
    connectSidebar(book.workbook);
    cutShort(name, book, () => {
      for (;;) book.workbook.answer("answer", ["readTab", '"Orders"']);
    });
    const said = unread[name] ?? refusals[name];
    const work = answered().then(async (own) => [own, await inserted(book, own)]);
    const words = said ?? "nothing";
    const outcome = await work.catch(({ message }: Error) => (message.includes(words) ? words : message));
    expect(outcome).toEqual(said ?? expected);
    expect(contents(book)).toEqual(before);
  });
});
