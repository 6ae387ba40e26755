import { type Operation, arithmetic, cellsOf, pairwise } from "./values";

/** A blank first cell leaves the result blank, so that rows below the data stay empty. */
const unlessBlank = (cells: string, result: string) => `ARRAYFORMULA(IF(${cells}="", "", ${result}))`;

/** Sums, products and means. */
export const arithmeticOperations: Readonly<Record<string, Operation>> = {
  PRODUCT: {
    text: (a, b) => unlessBlank(a, `${a}*${b}`),
    value: ([a, b]) =>
      pairwise(
        a!,
        b!,
        arithmetic((x, y) => x * y),
      ),
  },
  QUOTIENT: {
    text: (a, b) => unlessBlank(a, `${a}/${b}`),
    value: ([a, b]) =>
      pairwise(
        a!,
        b!,
        arithmetic((x, y) => x / y),
      ),
  },
  DIFFERENCE: {
    text: (a, b) => unlessBlank(a, `${a}-${b}`),
    value: ([a, b]) =>
      pairwise(
        a!,
        b!,
        arithmetic((x, y) => x - y),
      ),
  },
  SUM: {
    text: (...args) => `SUM(${args.join(", ")})`,
    value: (args) =>
      args.flatMap(cellsOf).reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0),
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
  /** So many numbers from a first one on, evenly apart, below each other. */
  NUMBERS_FROM: {
    text: (count, first, apart) => `ARRAYFORMULA(${first}+${apart}*SEQUENCE(${count}, 1, 0))`,
    value: ([count, first, apart]) =>
      Array.from({ length: count as number }, (_, row) => [Number(first) + Number(apart) * row]),
  },
  /** What comes at once, and as much again for each later time. */
  FIRST_AND_LATER: {
    text: (each, times) => `ARRAYFORMULA(${each}*(1+${times}))`,
    value: ([each, times]) => pairwise(times!, each!, (count, one) => Number(one) * (1 + Number(count))),
  },
  /** The sum of so many first numbers; blank where there are not so many. */
  SUM_OF_FIRST: {
    text: (numbers, count) =>
      `IF(COUNT(${numbers})<${count}, "", SUM(ARRAY_CONSTRAIN(${numbers}, ${count}, 1)))`,
    value: ([numbers, count]) => {
      const known = cellsOf(numbers!).filter((cell) => typeof cell === "number");
      if (known.length < (count as number)) return "";
      return known.slice(0, count as number).reduce((sum, one) => sum + one, 0);
    },
  },
  /** Totals of groups for each member of those groups that have a total. */
  MEAN_PER: {
    text: (totals, sizes) => `IFERROR(SUM(${totals})/SUMPRODUCT(ISNUMBER(${totals})*${sizes}), "")`,
    value: ([totals, sizes]) => {
      const members = cellsOf(sizes!);
      let [sum, count] = [0, 0];
      cellsOf(totals!).forEach((total, row) => {
        const size = members[row];
        if (typeof total !== "number" || typeof size !== "number") return;
        sum += total;
        count += size;
      });
      return count > 0 ? sum / count : "";
    },
  },
  /** Mean of the shares that there are, weighted by the size of each one's group. */
  WEIGHTED_MEAN: {
    text: (shares, sizes) => `IFERROR(SUMPRODUCT(${shares}, ${sizes})/SUMIF(${shares}, ">=0", ${sizes}), "")`,
    value: ([shares, sizes]) => {
      const weights = cellsOf(sizes!);
      let [sum, weight] = [0, 0];
      cellsOf(shares!).forEach((share, row) => {
        const size = weights[row];
        if (typeof share !== "number" || typeof size !== "number") return;
        sum += share * size;
        weight += size;
      });
      return weight > 0 ? sum / weight : "";
    },
  },
};
