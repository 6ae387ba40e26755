import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { corpusTables, knownFailures } from "../corpus/tables";
import { answerOn, connectSidebar } from "../support/sidebarOf";
import { builtAddon, builtPages, createSnapshot, openWorkbook, sheetFromCsv } from "../support/workbook";

/** The day on which the values of the corpus are right. */
const clock = `Date = new Proxy(Date, {
  construct: (given, args) => (args.length > 0 ? new given(...args) : new given("2026-11-28T12:00:00Z")),
});
`;
const code = clock + readFileSync(builtAddon, "utf8");
const pages = builtPages();

/** What the sidebar says that a customer is worth where a table is a workbook's only one, and the figures next to it. */
async function valuesOf(file: string): Promise<readonly unknown[]> {
  const styles: Record<string, object> = {};
  const sheet = sheetFromCsv("Export", readFileSync(`test/corpus/${file}`, "utf8"), (style) => {
    const id = `s${Object.keys(styles).length}`;
    styles[id] = style;
    return id;
  });
  const snapshot = createSnapshot(randomUUID(), "Book", [sheet], styles);
  const workbook = openWorkbook({ code, pages, snapshot, timeZone: "UTC" });
  try {
    connectSidebar(workbook);
    const answer = await answerOn(workbook, "Export");
    if (!answer) return [];
    const beside = answer.headline.beside
      .flat()
      .map((part) => (typeof part === "string" ? part : part.value));
    return [answer.value.figure.cells[0]?.[0], ...beside.filter((part) => typeof part === "number")];
  } finally {
    workbook.dispose();
  }
}

const known = knownFailures().value;
const valued = corpusTables().filter(({ entry }) => entry.value !== undefined);
const isNear = (right: number, by: number) => (value: unknown) =>
  typeof value === "number" && Math.abs(value - right) < by;

test.each(valued.map(({ name, entry }) => [name, entry] as const))(
  "a customer of %s is worth what others work out, unless that is a known failure",
  async (name, { value: right, horizon }) => {
    const [value, ...beside] = await valuesOf(name);
    const isRight =
      [value, ...beside].some(isNear(right!, 0.005)) &&
      (horizon === undefined || isNear(horizon, 0.05)(value));
    expect({ value, beside, isRight }).toEqual({ value, beside, isRight: !(name in known) });
  },
);
