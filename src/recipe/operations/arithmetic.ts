import { type Operation, cellsOf } from "./values";

/** Sums, products and counts. */
export const arithmeticOperations: Readonly<Record<string, Operation>> = {
  PRODUCT: {
    text: (a, b) => `${a}*${b}`,
    value: ([a, b]) => Number(a) * Number(b),
  },
  QUOTIENT: {
    text: (a, b) => `${a}/${b}`,
    value: ([a, b]) => (Number(b) === 0 ? "#DIV/0!" : Number(a) / Number(b)),
  },
  PLUS: {
    text: (a, b) => `${a}+${b}`,
    value: ([a, b]) => Number(a) + Number(b),
  },
  /** What an amount is above 0. */
  RISE: {
    text: (amount) => `MAX(0, ${amount})`,
    value: ([amount]) => Math.max(0, Number(amount)),
  },
  /** What an amount is below 0. */
  FALL: {
    text: (amount) => `MAX(0, -(${amount}))`,
    value: ([amount]) => Math.max(0, -Number(amount)),
  },
  /** From where on a step between two amounts is drawn. */
  FOOT: {
    text: (before, after) => `MAX(0, MIN(${before}, ${after}))`,
    value: ([before, after]) => Math.max(0, Math.min(Number(before), Number(after))),
  },
  SUM: {
    text: (range) => `SUM(${range})`,
    value: ([range]) =>
      cellsOf(range!).reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0),
  },
  COUNT: {
    text: (range) => `COUNTA(${range})`,
    value: ([range]) => cellsOf(range!).filter((cell) => cell !== "").length,
  },
  /** How many cells hold a number. */
  NUMBERS: {
    text: (range) => `COUNT(${range})`,
    value: ([range]) => cellsOf(range!).filter((cell) => typeof cell === "number").length,
  },
  /** 1, 2, … below each other, so many. */
  NUMBERS_FROM_1: {
    text: (count) => `SEQUENCE(${count})`,
    value: ([count]) => Array.from({ length: count as number }, (_, row) => [row + 1]),
  },
};
