import { isBlank, isDate } from "../../sheet/cell";
import { type Period, daysPer } from "../../core/period";
import { type Operation, cellsOf } from "./values";

/** As ROUND does it, by the digits that a number is written with: 1.45 is 1.5, though it is kept as a little less. */
export const roundedTo = (value: number, digits: number) =>
  (Math.sign(value) * Math.round(Number((Math.abs(value) * 10 ** digits).toPrecision(15)))) / 10 ** digits;

/** Figures compared with targets as they are shown: what reads 3.0 has reached 3. */
export const targetOperations: Readonly<Record<string, Operation>> = {
  IF_NUMBER: {
    text: (cell, number, otherwise) => `IF(ISNUMBER(${cell}), ${number}, ${otherwise})`,
    value: ([cell, number, otherwise]) => (typeof cell === "number" ? number! : otherwise!),
  },
  /** One of two for a figure that, with so many decimals, is a number or more. */
  IF_LEAST: {
    text: (figure, least, digits, reached, otherwise) =>
      `IF(ROUND(${figure}, ${digits})>=${least}, ${reached}, ${otherwise})`,
    value: ([figure, least, digits, reached, otherwise]) =>
      roundedTo(Number(figure), digits as number) >= Number(least) ? reached! : otherwise!,
  },
  /** One of two for a figure that, with so many decimals, is a number or less. */
  IF_MOST: {
    text: (figure, most, digits, kept, otherwise) =>
      `IF(ROUND(${figure}, ${digits})<=${most}, ${kept}, ${otherwise})`,
    value: ([figure, most, digits, kept, otherwise]) =>
      roundedTo(Number(figure), digits as number) <= Number(most) ? kept! : otherwise!,
  },
  /** A number in a sentence with the decimals that it has, two at most. */
  IN_FEW_DIGITS: {
    text: (value) => `ROUND(${value}, 2)`,
    value: ([value], { locale }) =>
      Number(value).toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: false }),
  },
  PERIODS_A_YEAR: {
    text: (period) => `SWITCH(${period}, "day", 365, "week", 52, "quarter", 4, "year", 1, 12)`,
    value: ([period]) => {
      const days = daysPer[isBlank(period) ? "month" : (period as Period)];
      return Math.round(daysPer.year / days);
    },
  },
  /** The product of the rates of so many latest periods, which are days; blank where one of them has none. */
  PRODUCT_OF_LATEST: {
    text: (rates, periods, count) => {
      const isLatest = `${periods}>=LARGE(${periods}, ${count})`;
      const isTold = `SUM((${isLatest})*ISNUMBER(${rates}))=${count}`;
      const product = `PRODUCT(IF(${isLatest}, ${rates}, 1))`;
      return `ARRAYFORMULA(IF(COUNT(${periods})<${count}, "", IF(${isTold}, ${product}, "")))`;
    },
    value: ([rates, periods, count]) => {
      const known = cellsOf(periods!).filter((cell) => isDate(cell) || typeof cell === "number").length;
      const wanted = count as number;
      const latest = cellsOf(rates!)
        .slice(Math.max(0, known - wanted), known)
        .filter((cell) => typeof cell === "number");
      return latest.length < wanted ? "" : latest.reduce((product, rate) => product * rate, 1);
    },
  },
};
