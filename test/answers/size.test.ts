import { expect, test } from "@jest/globals";
import { sizeNote } from "../../src/answers/size";

type Given = Parameters<typeof sizeNote>[0];

const orders = (lastRow: number, rows: unknown = {}) =>
  sizeNote({ table: { tab: "Orders", firstRow: 2, lastRow }, rows } as Given);

test("a tab of more orders than formulas read in time leads to the warehouse", () => {
  expect(orders(400_001)).toEqual([
    expect.stringContaining("“Orders” has 400,000 rows: formulas over more than 200,000"),
  ]);
  expect(orders(400_001)[0]).toContain("CLV_SQL");
});

test("fewer orders, and as many rows of another kind, say nothing", () => {
  expect(orders(200_001)).toEqual([]);
  expect(sizeNote({ table: { tab: "Plans", firstRow: 2, lastRow: 400_001 } } as Given)).toEqual([]);
});
