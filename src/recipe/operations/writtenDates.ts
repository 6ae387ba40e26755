import { type Cell, isDate } from "../../sheet/cell";
import { type Operation, pairwise } from "./values";

const wholeYear = /^\D*(\d+)\D+(\d+)\D+(\d{4}).*$/;
const yearFirst = /^(\d{4})[-./]?(\d\d?)[-./]?(\d\d?)\b.*$/;
const years = "\\s*(\\d\\d?)\\D(\\d\\d?)\\D";
const ofLastCentury = new RegExp(`^${years}([7-9]\\d)\\b.*$`);
const ofThisCentury = new RegExp(`^${years}(\\d\\d)\\b.*$`);

/** Beginnings of the months' names in seven languages, in 15 places for each month; juin and juillet need a letter more. */
const months = [
  "janenegen",
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

function withNamedMonth(text: string): string {
  const place = months.indexOf(beginning.exec(text.toLowerCase())?.[0] ?? "-");
  if (place < 0 || !dayAndYear.test(text)) return text;
  return inOrder(text.replace(dayAndYear, `$1/${Math.floor(place / 15) + 1}/$2`), "$3-$2-$1");
}

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
      const name = `REGEXEXTRACT(LOWER(${dates}), "${beginning.source}")`;
      const month = `ROUNDUP(FIND(${name}, "${months}")/15, 0)`;
      const numbers = `${number("$1/")}&${month}&${number("/$2")}`;
      return ofText(dates, `IFERROR(${inOrderText(numbers, '"$3-$2-$1"')}, ${dates})`);
    },
    value: ([dates]) =>
      pairwise(dates!, "", (cell) => (typeof cell === "string" ? withNamedMonth(cell) : cell)),
  },
  /** Numbers such as 20261231, and text such as 2026/12/31. */
  YEAR_FIRST: {
    text: (dates) => `ARRAYFORMULA(REGEXREPLACE(${dates}&"", "${yearFirst.source}", "$1-$2-$3"))`,
    value: ([dates]) =>
      pairwise(dates!, "", (cell): Cell =>
        isDate(cell) ? cell : String(cell).replace(yearFirst, "$1-$2-$3"),
      ),
  },
  /** ISO text as dates, for what needs more than our own functions do. */
  REAL_DATES: {
    text: (dates) => `ARRAYFORMULA(IFERROR(DATEVALUE(REGEXREPLACE(${dates}&"", "[T ]\\d+:.*", "")), 0))`,
    value: ([dates]) => dates!,
  },
};
