// Formulas that become values and come back, whatever Sheets is like.
import { afterEach, describe, expect, test } from "@jest/globals";
import {
  type Refusals,
  contents,
  cutShort,
  disposeAll,
  hostileWays,
  openShop,
  shield,
  wayNames,
} from "../../support/hostileWays";
import { busy } from "../../support/words";

afterEach(disposeAll);

const done = "5 CLV formulas are now values, kept on the tab CLV Formulas";

/** What is said instead where the formulas stay as they are. */
const refusals: Refusals = {
  "a tab is protected": `Sheets said: ${shield.slice(0, -1)}`,
  "a range is protected": `Sheets said: ${shield.slice(0, -1)}`,
  "a cell is still being computed": 'Nothing was changed: these cells show an error or "Loading..."',
  "somebody else is at work": busy,
};

/** Formulas of their own in built-in functions take the place of three. */
const replaced = "3 formulas now use only Sheets' own functions";
const keptAsTheyAre: Refusals = {
  "a tab is protected": `Sheets said: ${shield.slice(0, -1)}`,
  "somebody else is at work": busy,
};

describe.each(wayNames)("%s", (name) => {
  test("turning formulas into values shows the same or says why not, and restoring brings back every cell", () => {
    const book = openShop(hostileWays[name]);
    const before = contents(book);
    cutShort(name, book, () => book.choose("freezeFormulas"));
    const refused = refusals[name];
    expect(book.choose("freezeFormulas")).toContain(refused ?? done);
    const texts = (tabs: typeof before) => tabs.map(([tab, shown]) => [tab, shown]);
    const shown = contents(book, (tab) => tab !== "CLV Formulas");
    expect(refused === undefined ? texts(shown) : []).toEqual(refused === undefined ? texts(before) : []);
    book.choose("thawFormulas");
    expect(contents(book)).toEqual(before);
  });

  test("built-in formulas show the same, and restoring brings back every cell", () => {
    const book = openShop(hostileWays[name]);
    const before = contents(book);
    cutShort(name, book, () => book.choose("useNativeFormulas"));
    expect(book.choose("useNativeFormulas")).toContain(keptAsTheyAre[name] ?? replaced);
    book.choose("thawFormulas");
    expect(contents(book)).toEqual(before);
  });
});
