import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { highestFirst } from "../../../src/core/math/highestFirst";
import { ranksOf } from "../../../src/core/math/ranks";

const few = fc.integer({ min: -3, max: 3 }).map((value) => value / 7);
const any = fc.double();
const anyValues = fc.oneof(fc.array(few), fc.array(any), fc.array(fc.oneof(few, any)));

test("the different values are ascending, NaN last, and each value is the one at its rank, −0 being 0", () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const { distinct, ranks } = ranksOf(values);
      expect(distinct).toEqual(Float64Array.from(new Set(values.map((value) => value + 0))).sort());
      expect(Array.from(ranks, (rank) => distinct[rank])).toEqual(values.map((value) => value + 0));
    }),
  );
});

test.each([
  ["days", (index: number) => 20_000 + ((index * 7919) % 65_537)],
  ["weeks of days", (index: number) => ((index * 7919) % 65_537) / 7],
  ["powers, which differ in their exponent alone", (index: number) => 2 ** ((index % 2001) - 1000)],
  ["neighbours, which differ in their last bits", (index: number) => 1 + (index % 60_000) * 2 ** -52],
])("so it is of 200,000 values that are %s", (_, valueAt) => {
  const values = Float64Array.from({ length: 200_000 }, (__, index) => valueAt(index));
  const { distinct, ranks } = ranksOf(values);
  expect(distinct.length).toBe(new Set(values).size);
  expect(distinct.every((value, rank) => rank === 0 || distinct[rank - 1]! < value)).toBe(true);
  expect(values.every((value, index) => distinct[ranks[index]!] === value)).toBe(true);
});

test("many that are no number are one value", () => {
  const { distinct, ranks } = ranksOf(new Float64Array(200_000).fill(NaN, 1));
  expect(distinct).toEqual(Float64Array.of(0, NaN));
  expect(ranks.every((rank, index) => rank === Math.min(index, 1))).toBe(true);
});

test("the highest come first, and those of equal figures stay in their order", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(few, fc.double({ noNaN: true }))), (values) => {
      const items = values.map((figure, place) => ({ figure, place }));
      const sorted = items.slice().sort((one, other) => {
        if (one.figure === other.figure) return one.place - other.place;
        return one.figure > other.figure ? -1 : 1;
      });
      expect(highestFirst(items, ({ figure }) => figure)).toEqual(sorted);
    }),
  );
});
