import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { openSample } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const names = () =>
  spreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());

beforeEach(() => {
  workbook = openSample("Monthly");
});

afterEach(() => workbook.dispose());

/** What becomes of a question: "answered", or the message of the refusal. */
function refusedOrNot(name: string, json: string): string {
  try {
    workbook.call("answer", [name, json]);
    return "answered";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("the add-on refuses what the sidebar would not send", () => {
  const recipe = (result: unknown) =>
    ({ setup: { number: 1, lines: [], kept: [] }, recipes: [{ steps: [], result }] }) as never;

  test.each([
    [
      "a function that is not its own",
      { apply: "IMPORTXML", to: ["http://example.org"] },
      'a recipe must be one of the sidebar\'s, got {"apply":"IMPORTXML","to":["http://example.org"]}',
    ],
    [
      "a step that is more than a word",
      { step: "IMPORTXML(1)" },
      'a recipe must be one of the sidebar\'s, got {"step":"IMPORTXML(1)"}',
    ],
    [
      "a setting that is not among the lines",
      { setting: "margin" },
      'a recipe must be one of the sidebar\'s, got {"setting":"margin"}',
    ],
    [
      "text in place of a reference",
      { range: "Orders!A1)+IMPORTXML(1" },
      'reference must be one such as Orders!B2:B, got "Orders!A1)+IMPORTXML(1"',
    ],
    [
      "a tab that is not there",
      { range: "Nowhere!A1" },
      'tab must be one of this spreadsheet, with cells, got "Nowhere"',
    ],
  ])("%s", async (_, term, message) => {
    await expect(ask("compute", recipe(term))).rejects.toThrow(message);
  });

  test("a question that it does not ask", () => {
    expect(() => workbook.call("answer", ["constructor", "null"])).toThrow(
      "name must be a question that the sidebar asks",
    );
  });

  test("arguments that do not fit the question, whichever it is", () => {
    const questions = ["settle", "remapColumn", "answerFrom", "fillCall", "compute", "saveSetup", "insert"];
    const others = ["undoInsertion", "prepareCopy", "planReport", "reportPart", "writeReport", "buildReport"];
    const before = names();
    for (const name of [...questions, ...others])
      for (const json of ["null", "1", '"x"', '{"table":null}', "[[1]]", "{"])
        expect(refusedOrNot(name, json)).toMatch(/^(answered|\S+ must be )/);
    expect(names()).toEqual(before);
  });

  test("text on the setup tab that would be a formula stays text", async () => {
    const line = { key: "=1+1", label: "=IMPORTXML(1)", value: "=2+2", note: "@x", format: "" };
    await ask("saveSetup", { number: 1, lines: [line], kept: [] });
    const cells = spreadsheet().getRange("'CLV Setup'!A4:D4");
    expect(cells.getFormulas()).toEqual([["", "", "", ""]]);
    expect(cells.getValues()).toEqual([["=IMPORTXML(1)", "=2+2", "@x", "=1+1"]]);
  });
});
