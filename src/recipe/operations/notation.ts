import type { Cell } from "../../sheet/cell";
import { type Operation, arithmetic, pairwise } from "./values";

const amount = /^\D{0,6}\d[\d.,' ]*\D{0,6}$/;
const negative = /^ *[-(]|- *$/;

/** What cells mean that are written in another way than our functions read. */
export const notationOperations: Readonly<Record<string, Operation>> = {
  /** Amounts as amounts a month, where a column says which are a year's. */
  PER_MONTH: {
    text: (amounts, intervals) =>
      `ARRAYFORMULA(IF(REGEXMATCH(${intervals}&"", "^[AaJjYy]"), ${amounts}/12, ${amounts}))`,
    value: ([amounts, intervals]) =>
      pairwise(amounts!, intervals!, (amount, interval) =>
        /^[AaJjYy]/.test(String(interval)) ? arithmetic((x, y) => x / y)(amount, 12) : amount,
      ),
  },
  /** Amounts of the rows whose status is among the texts; blank for the others. */
  TAKE_WHERE: {
    text: (amounts, statuses, ...among) =>
      `ARRAYFORMULA(IF(${among.map((status) => `(${statuses}=${status})`).join("+")}, ${amounts}, ""))`,
    value: ([amounts, statuses, ...among]) => {
      const wanted = among.map((status) => String(status as Cell).toLowerCase());
      return pairwise(amounts!, statuses!, (amount, status) =>
        wanted.includes(String(status).toLowerCase()) ? amount : "",
      );
    },
  },
  /**
   * Text such as 1.234,56 € as numbers, by the mark before its decimals, and 0,5 % as 0.005; other text stays for our
   * reader to refuse.
   */
  AMOUNTS: {
    text: (amounts, mark) => {
      const digits = `REGEXREPLACE(${amounts}&"", "[^\\d${mark.slice(1, -1)}]", "")`;
      const whole = `VALUE("0"&REGEXREPLACE(${digits}, "\\D.*", ""))`;
      const part = `REGEXREPLACE(${digits}, "^\\d*\\D?", "")`;
      const sign = `IF(REGEXMATCH(${amounts}&"", "${negative.source}"), -1, 1)`;
      const hundredths = `IF(REGEXMATCH(${amounts}&"", "%"), 100, 1)`;
      const number = `${sign}*(${whole}+VALUE("0"&${part})/10^LEN(${part}))/${hundredths}`;
      return `ARRAYFORMULA(IF(ISTEXT(${amounts})*REGEXMATCH(${amounts}&"", "${amount.source}"), ${number}, ${amounts}))`;
    },
    value: ([amounts, mark]) =>
      pairwise(amounts!, mark!, (cell, by) => {
        if (typeof cell !== "string" || !amount.test(cell)) return cell;
        const [whole, part = ""] = cell.replace(by === "," ? /[^\d,]/g : /[^\d.]/g, "").split(by as string);
        const number = Number(`0${whole}`) + Number(`0${part}`) / 10 ** part.length;
        const size = number / (cell.includes("%") ? 100 : 1);
        return negative.test(cell) ? -size : size;
      }),
  },
};
