import { type Cell, isDate } from "../../sheet/cell";
import { type Operation, pairwise } from "./values";

const wholeYear = /^\D*(\d+)\D+(\d+)\D+(\d{4}).*$/;
const yearFirst = /^(\d{4})[-./]?(\d\d?)[-./]?(\d\d?)\b.*$/;
/** 26-12-31 as 2026-12-31, and 98-12-31 as 1998-12-31. */
const ofTwoDigits: readonly (readonly [RegExp, string])[] = [
  [/^([7-9]\d)([-./]\d\d?[-./]\d\d?)\b.*$/, "19$1$2"],
  [/^(\d\d)([-./]\d\d?[-./]\d\d?)\b.*$/, "20$1$2"],
];
const years = "\\s*(\\d\\d?)\\D(\\d\\d?)\\D";
const ofLastCentury = new RegExp(`^${years}([7-9]\\d)\\b.*$`);
const ofThisCentury = new RegExp(`^${years}(\\d\\d)\\b.*$`);

/** Beginnings of the months' names in seven languages, in 15 places for each month; juin and juillet need a letter more. */
const months = [
  "janjänenegen",
  "febfevfév",
  "marmärmrtmrzmaa",
  "apravrabr",
  "maymaimagmei",
  "junjuingiu",
  "juljuillug",
  "augaouaoûago",
  "sepset",
  "octoktoutott",
  "nov",
  "decdécdezdic",
]
  .map((beginnings) => beginnings.padEnd(15))
  .join("")
  .trimEnd();
const beginning = /jui[nl]|[a-zà-ž]{3}/;
const dayAndYear = /^\D*(\d+)\D+(\d+).*$/;

/** Numbers in an order such as $3-$2-$1 as ISO text, years of two digits from 70 on in the last century. */
const inOrder = (text: string, order: string) =>
  text.replace(wholeYear, order).replace(ofLastCentury, `19${order}`).replace(ofThisCentury, `20${order}`);

function inOrderText(text: string, order: string): string {
  const said = order.slice(1);
  const whole = `REGEXREPLACE(${text}, "${wholeYear.source}", "${said})`;
  const last = `REGEXREPLACE(${whole}, "${ofLastCentury.source}", "19${said})`;
  return `REGEXREPLACE(${last}, "${ofThisCentury.source}", "20${said})`;
}

/** The month named in a text, from 1; undefined where none is. */
function monthIn(text: string): number | undefined {
  const place = months.indexOf(beginning.exec(text.toLowerCase())?.[0] ?? "-");
  return place < 0 ? undefined : Math.floor(place / 15) + 1;
}

const monthInText = (text: string) =>
  `ROUNDUP(FIND(REGEXEXTRACT(LOWER(${text}), "${beginning.source}"), "${months}")/15, 0)`;

function withNamedMonth(text: string): string {
  const month = monthIn(text);
  if (month === undefined || !dayAndYear.test(text)) return text;
  return inOrder(text.replace(dayAndYear, `$1/${month}/$2`), "$3-$2-$1");
}

/** A part of a text, which is the first group of a pattern; undefined where there is none. */
const partOf = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];

/** The first day of what a text names, from its year and month; the text itself where one of them is missing. */
const firstDay = (text: string, year: string | undefined, month: number | undefined) =>
  year === undefined || month === undefined || !Number.isFinite(month) ? text : `${year}-${month}-1`;

/**
 * Cells but for real dates, whose numbers are below 100,000; year and month are taken from the words of each. Names in
 * LET differ from operation to operation, since the local workbook cannot have one within another of the same name.
 */
const ofPeriods = (cells: string, year: string, month: string): string =>
  `LET(given, ${cells}, words, ARRAYFORMULA(given&""), ` +
  `ARRAYFORMULA(IF(ISNUMBER(given)*(given>9999)*(given<100000), given, ` +
  `IFERROR(${year}&"-"&${month}&"-1", given))))`;

const fourDigits = /(\d{4})/;
const lastTwo = /(\d\d)$/;
const ofYear = /^[-/. ]*(\d\d?)[-/. ]*$/;
const ofQuarter = /[QT]([1-4])/;
const extracted = (text: string, pattern: RegExp) => `REGEXEXTRACT(${text}, "${pattern.source}")`;

const periodsAs =
  (change: (text: string) => string): Operation["value"] =>
  ([cells]) =>
    pairwise(cells!, "", (cell): Cell => (isDate(cell) || cell === "" ? cell : change(String(cell))));

const ofText = (dates: string, changed: string) => `ARRAYFORMULA(IF(ISTEXT(${dates}), ${changed}, ${dates}))`;

/** Dates in notations that our functions don't read, as ISO text; other text stays for our reader to refuse. */
export const writtenDatesOperations: Readonly<Record<string, Operation>> = {
  /** Text such as 31/12/2026 or 31.12.26: "$3-$2-$1" where the day comes first, "$3-$1-$2" where the month does. */
  ISO_DATES: {
    text: (dates, order) => ofText(dates, inOrderText(dates, order)),
    value: ([dates, order]) =>
      pairwise(dates!, order!, (cell, by) => (typeof cell === "string" ? inOrder(cell, by as string) : cell)),
  },
  /** Text such as 31 Dec 2026, Dec 31, 2026 or 31-déc.-26. */
  NAMED_DATES: {
    text: (dates) => {
      const number = (which: string) => `REGEXREPLACE(${dates}, "${dayAndYear.source}", "${which}")`;
      const numbers = `${number("$1/")}&${monthInText(dates)}&${number("/$2")}`;
      return ofText(dates, `IFERROR(${inOrderText(numbers, '"$3-$2-$1"')}, ${dates})`);
    },
    value: ([dates]) =>
      pairwise(dates!, "", (cell) => (typeof cell === "string" ? withNamedMonth(cell) : cell)),
  },
  /** Numbers such as 20261231, and text such as 2026/12/31 or 26-12-31. */
  YEAR_FIRST: {
    text: (dates) => {
      const whole = ofTwoDigits.reduce(
        (text, [from, to]) => `REGEXREPLACE(${text}, "${from.source}", "${to}")`,
        `${dates}&""`,
      );
      const changed = `REGEXREPLACE(${whole}, "${yearFirst.source}", "$1-$2-$3")`;
      // Real dates have numbers below 100,000.
      return `ARRAYFORMULA(IF(ISNUMBER(${dates})*(${dates}<100000), ${dates}, ${changed}))`;
    },
    value: ([dates]) =>
      pairwise(dates!, "", (cell): Cell =>
        isDate(cell)
          ? cell
          : ofTwoDigits
              .reduce((text, [from, to]) => text.replace(from, to), String(cell))
              .replace(yearFirst, "$1-$2-$3"),
      ),
  },
  /** Text such as Jan 2026, janv.-26, 01/2026 or 2026-01, and numbers such as 202601, as their first days. */
  MONTHS: {
    text: (cells) =>
      ofPeriods(
        cells,
        `IFERROR(${extracted("words", fourDigits)}, "20"&${extracted("words", lastTwo)})`,
        `IFERROR(${monthInText("words")}, VALUE(${extracted(`REGEXREPLACE(words, "${fourDigits.source}", "")`, ofYear)}))`,
      ),
    value: periodsAs((text) => {
      const two = partOf(text, lastTwo);
      const rest = text.replace(fourDigits, "");
      const year = partOf(text, fourDigits) ?? (two && `20${two}`);
      return firstDay(text, year, monthIn(text) ?? Number(partOf(rest, ofYear)));
    }),
  },
  /** Months in words without a year, from a month of a year on, as their first days. */
  BARE_MONTHS: {
    text: (cells, year, first) =>
      `LET(bare, ${cells}, nth, ARRAYFORMULA(IFERROR(${monthInText('bare&""')}, 0)), ` +
      `ARRAYFORMULA(IF(nth=0, bare, (${year}+(nth<${first}))&"-"&nth&"-1")))`,
    value: ([cells, year, first]) =>
      pairwise(cells!, "", (cell): Cell => {
        const month = typeof cell === "string" ? monthIn(cell) : undefined;
        return month === undefined ? cell : `${Number(year) + Number(month < Number(first))}-${month}-1`;
      }),
  },
  /** Text such as Q1 2026 or 2026-T1 as its first day. */
  QUARTERS: {
    text: (cells) =>
      ofPeriods(cells, extracted("words", fourDigits), `(3*${extracted("UPPER(words)", ofQuarter)}-2)`),
    value: periodsAs((text) =>
      firstDay(text, partOf(text, fourDigits), 3 * Number(partOf(text.toUpperCase(), ofQuarter)) - 2),
    ),
  },
  /** Numbers and text such as 2026 or FY2026 as the first day. */
  YEARS: {
    text: (cells) => ofPeriods(cells, extracted("words", fourDigits), "1"),
    value: periodsAs((text) => firstDay(text, partOf(text, fourDigits), 1)),
  },
  /** ISO text as dates, for what needs more than our own functions do. */
  REAL_DATES: {
    text: (dates) =>
      `LET(dated, ${dates}, ARRAYFORMULA(IF(ISNUMBER(dated), dated, ` +
      `IFERROR(DATEVALUE(REGEXREPLACE(dated&"", "[T ]\\d+:.*", "")), 0))))`,
    value: ([dates]) => dates!,
  },
};
