import type { Cell } from "../../sheet/cell";
import { type Operation, arithmetic, pairwise } from "./values";

const amount = /^\D{0,6}\d[\d.,' ]*\D{0,6}$/;
/**
 * A minus or a bracket anywhere before the digits, or a minus right behind them; a dash after a decimal mark, as in 39,- or
 * 39,--, stands for no decimals. The signs stand here as they are, since REGEXMATCH reads no escapes of theirs.
 */
const negative = /^\D*[-(−–]|\d ?[-−]\D*$/;
/** What stands around the digits, the full stop of "Fr." among it. */
const around = /^\D*([A-Za-z]\.|[^\d.,])|\D+$/g;

/** Words for how often something is due, in seven languages, and in how many months; the first that fits counts. */
const units: readonly (readonly [pattern: RegExp, months: readonly [number, number?]])[] = [
  [/semi|half|halb|semest|½/, [6]],
  [/quart|trimes|kwart|viertel|¼|^q/, [3]],
  [/bimest|bimens|bi-?month|zweimon|tweemaand/, [2]],
  [/week|woch|wöch|semaine|seman|hebdo|settim|^w/, [112, 487]],
  [/year|yr|annu|anual|anno|jahr|jähr|jaar|\bans?\b|\ba[nñ]os?\b|^[ajy]/, [12]],
  [/\bda[yi]|\btag|täglich|\bjour|giorn|\bd[ií]a|\bdag/, [16, 487]],
];
const howMany = /(\d+)/;

function monthsOf(interval: string): number {
  const [, [months, of = 1]] = units.find(([pattern]) => pattern.test(interval)) ?? [/^/, [1]];
  return Number(howMany.exec(interval)?.[1] ?? 1) * (months / of);
}

const dash = /^\s*(R?[$]|[€£¥])?\s*[-–—]\s*[€£$]?\s*$/;

/** What cells mean that are written in another way than our functions read. */
export const notationOperations: Readonly<Record<string, Operation>> = {
  /** Amounts as amounts a month, where a column says in words, or in months, how often each is due. */
  PER_MONTH: {
    text: (amounts, intervals) => {
      const words = `LOWER(${intervals}&"")`;
      const unit = units.reduceRight(
        (otherwise, [pattern, months]) =>
          `IF(REGEXMATCH(${words}, "${pattern.source}"), ${months.join("/")}, ${otherwise})`,
        "1",
      );
      const count = `IFERROR(VALUE(REGEXEXTRACT(${words}, "${howMany.source}")), 1)`;
      return `ARRAYFORMULA(IF(${amounts}="", "", ${amounts}/${count}/(${unit})))`;
    },
    value: ([amounts, intervals]) =>
      pairwise(amounts!, intervals!, (amount, interval) =>
        arithmetic((x, months) => x / months)(amount, monthsOf(String(interval).toLowerCase())),
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
  /** Amounts with a minus in the rows whose text beside is among the texts. */
  NEGATIVE_WHERE: {
    text: (amounts, texts, ...among) =>
      `ARRAYFORMULA(IF((${among.map((text) => `(${texts}=${text})`).join("+")})*ISNUMBER(${amounts}), -${amounts}, ${amounts}))`,
    value: ([amounts, texts, ...among]) => {
      const wanted = among.map((text) => String(text as Cell).toLowerCase());
      return pairwise(amounts!, texts!, (amount, text) =>
        typeof amount === "number" && wanted.includes(String(text).toLowerCase()) ? -amount : amount,
      );
    },
  },
  /**
   * Text such as 1.234,56 € as numbers, by the mark before its decimals, 0,5 % as 0.005, and a dash as nothing; other
   * text stays for our reader to refuse.
   */
  AMOUNTS: {
    text: (amounts, mark) => {
      const whole = `VALUE("0"&REGEXREPLACE(digits, "\\D.*", ""))`;
      const sign = `IF(REGEXMATCH(wording, "${negative.source}"), -1, 1)`;
      const number = `${sign}*(${whole}+VALUE("0"&decimals)/10^LEN(decimals))/IF(REGEXMATCH(wording, "%"), 100, 1)`;
      return (
        `LET(held, ${amounts}, wording, ARRAYFORMULA(held&""), ` +
        `digits, ARRAYFORMULA(REGEXREPLACE(REGEXREPLACE(wording, "${around.source}", ""), "[^\\d${mark.slice(1, -1)}]", "")), ` +
        `decimals, ARRAYFORMULA(REGEXREPLACE(digits, "^\\d*\\D?", "")), ` +
        `ARRAYFORMULA(IF(REGEXMATCH(wording, "${dash.source}"), "", ` +
        `IF(ISTEXT(held)*REGEXMATCH(wording, "${amount.source}"), ${number}, held))))`
      );
    },
    value: ([amounts, mark]) =>
      pairwise(amounts!, mark!, (cell, by) => {
        if (typeof cell !== "string") return cell;
        if (dash.test(cell)) return "";
        if (!amount.test(cell)) return cell;
        const [whole, part = ""] = cell
          .replace(around, "")
          .replace(by === "," ? /[^\d,]/g : /[^\d.]/g, "")
          .split(by as string);
        const number = Number(`0${whole}`) + Number(`0${part}`) / 10 ** part.length;
        const size = number / (cell.includes("%") ? 100 : 1);
        return negative.test(cell) ? -size : size;
      }),
  },
};
