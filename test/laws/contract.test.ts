import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { type Contract, breaches, contract, contractFile } from "../../build/contract";
import { functions } from "../../src/functions";

// Formulas in people's workbooks hold the places of arguments and the numbers of columns, and charts their places:
// `npm run contract` takes over what has changed, and refuses what would break them unless told.
const kept = JSON.parse(readFileSync(contractFile, "utf8")) as Contract;

test.each(functions.map(({ name }) => name))("%s takes and gives what its contract says", (name) => {
  expect(JSON.parse(JSON.stringify(contract()[name]))).toEqual(kept[name]);
});

test("the contract is of these functions and no others, in their order", () => {
  expect(Object.keys(kept)).toEqual(functions.map(({ name }) => name));
});

describe("a change breaks formulas in use", () => {
  const revenue = {
    name: "revenue",
    isOptional: false,
    unit: "money a period",
    shape: "column",
    accepts: "a number of 0 or more",
  } as const;
  const margin = {
    name: "gross_margin",
    isOptional: true,
    whenLeftOut: "100%",
    unit: "share",
    accepts: "a rate between 0 and 1",
  } as const;
  const before: Contract = { F: { arguments: [revenue, margin], result: ["Period: period", "CLV: money"] } };
  const changed = (terms: Partial<Contract[string]>) => breaches(before, { F: { ...before.F!, ...terms } });

  test.each([
    ["a function that is gone", breaches(before, {}), "F is gone"],
    ["an argument that is gone", changed({ arguments: [revenue] }), "F: argument 2, gross_margin, is gone"],
    [
      "another order of arguments",
      changed({ arguments: [margin, revenue] }),
      "F: argument 1, revenue, is now gross_margin",
    ],
    [
      "an argument that must now be given",
      changed({ arguments: [revenue, { ...margin, isOptional: false }] }),
      "F: argument 2, gross_margin, can no longer be left out",
    ],
    [
      "another meaning of leaving it out",
      changed({ arguments: [revenue, { ...margin, whenLeftOut: "80%" }] }),
      "F: argument 2, gross_margin, left out was 100%, is 80%",
    ],
    [
      "another unit of an argument",
      changed({ arguments: [{ ...revenue, unit: "money" }, margin] }),
      "F: argument 1, revenue, counted money a period, counts money",
    ],
    [
      "another shape of an argument",
      changed({ arguments: [{ ...revenue, shape: "cell" }, margin] }),
      "F: argument 1, revenue, was a column, is a cell",
    ],
    [
      "other values of an argument",
      changed({ arguments: [{ ...revenue, accepts: "a number above 0" }, margin] }),
      "F: argument 1, revenue, took a number of 0 or more, takes a number above 0",
    ],
    [
      "a new argument that must be given",
      changed({ arguments: [revenue, margin, { ...revenue, name: "cac" }] }),
      "F: the new argument cac cannot be left out",
    ],
    ["a column that is gone", changed({ result: ["Period: period"] }), "F: column 2 was CLV: money, is gone"],
    [
      "a column in between",
      changed({ result: ["Period: period", "Low: money", "CLV: money"] }),
      "F: column 2 was CLV: money, is Low: money",
    ],
    [
      "another unit of a column",
      changed({ result: ["Period: period", "CLV: ratio"] }),
      "F: column 2 was CLV: money, is CLV: ratio",
    ],
    [
      "a value in place of a table",
      changed({ result: "money" }),
      "F: the result was Period: period,CLV: money, is money",
    ],
  ])("by %s", (_, lines, line) => {
    expect(lines).toContain(line);
  });

  test("but not by a new function, a new last column, or a new argument that may be left out", () => {
    const after: Contract = {
      F: {
        arguments: [revenue, margin, { ...margin, name: "cac" }],
        result: ["Period: period", "CLV: money", "Low: money"],
      },
      G: { arguments: [], result: "money" },
    };
    expect(breaches(before, after)).toEqual([]);
  });
});
