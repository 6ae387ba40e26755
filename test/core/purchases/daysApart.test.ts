import { describe, expect, test } from "@jest/globals";
import { firstDayApart } from "../../../src/core/purchases/daysApart";

const every = (gap: number, count: number) => Array.from({ length: count }, (_, index) => index * gap);

describe("days that stand apart", () => {
  test("come after a gap longer than any three gaps before it together", () => {
    expect(firstDayApart([...every(7, 50), 343 + 22])).toBe(365);
    expect(firstDayApart([...every(7, 50), 343 + 21])).toBeUndefined();
  });

  test("are measured against the longest three gaps before, wherever these are", () => {
    const days = [0, 60, ...every(1, 20).map((day) => day + 61)];
    expect(firstDayApart([...days, 80 + 62])).toBeUndefined();
    expect(firstDayApart([...days, 80 + 63])).toBe(143);
  });

  test("need three gaps before them", () => {
    expect(firstDayApart([0, 1, 2, 900])).toBeUndefined();
    expect(firstDayApart([0, 1, 2, 3, 900])).toBe(900);
  });

  test("may be several, where they are few beside the others", () => {
    expect(firstDayApart([...every(1, 300), 700, 701, 702])).toBe(700);
    expect(firstDayApart([...every(1, 300), 700, 701, 702, 703])).toBeUndefined();
    expect(firstDayApart([...every(1, 300), 400, 900])).toBe(400);
  });

  test("are none where business went on after a pause", () => {
    expect(firstDayApart([...every(1, 40), ...every(1, 40).map((day) => day + 200)])).toBeUndefined();
  });

  test("do not depend on the order of the rows", () => {
    expect(firstDayApart([900, 2, 0, 3, 1])).toBe(900);
    expect(firstDayApart([])).toBeUndefined();
  });
});
