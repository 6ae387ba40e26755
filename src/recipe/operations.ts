import type { DayNumber } from "../core/day";
import { type Period, firstDayOf, periodOf } from "../core/period";
import { refusal } from "../core/refusal";
import { type Cell, isBlank, isDate, isReadableDate } from "../sheet/cell";
import { dayFromIso } from "../sheet/date";
import type { Zone } from "../sheet/zone";

/** What a term is worth: one cell, or rows of cells. */
export type Value = Cell | readonly (readonly Cell[])[];

/** Something that a recipe does by Sheets' own functions: its text in a formula, and the same on values. */
interface Operation {
  readonly text: (...args: string[]) => string;
  readonly value: (args: readonly Value[], zone: Zone) => Value;
}

type Grid = readonly (readonly Cell[])[];

const gridOf = (value: Value): Grid => (Array.isArray(value) ? (value as Grid) : [[value as Cell]]);
const cellsOf = (value: Value): Cell[] => gridOf(value).flat();

/** Each cell of the first value with the cell in the same place of the second, which may be a single one. */
function pairwise(first: Value, second: Value, combine: (a: Cell, b: Cell) => Cell): Value {
  if (!Array.isArray(first)) return combine(first as Cell, second as Cell);
  const others = Array.isArray(second) ? (second as Grid) : undefined;
  return (first as Grid).map((row, r) =>
    row.map((cell, c) => combine(cell, others ? (others[r]?.[c] ?? "") : (second as Cell))),
  );
}

/** A blank first cell leaves the result blank, so that rows below the data stay empty. */
const unlessBlank = (cells: string, result: string) => `ARRAYFORMULA(IF(${cells}="", "", ${result}))`;

const arithmetic = (compute: (a: number, b: number) => number) => (a: Cell, b: Cell) => {
  if (a === "") return "";
  const result = compute(isDate(a) ? NaN : Number(a), isDate(b) ? NaN : Number(b));
  return Number.isFinite(result) ? result : "#VALUE!";
};

const amount = /^\D{0,6}\d[\d.,' ]*\D{0,6}$/;
const negative = /^ *[-(]|- *$/;
const writtenDate = /^\D*(\d+)\D+(\d+)\D+(\d{4}).*$/;

function latestDay(cells: readonly Cell[], zone: Zone): DayNumber {
  zone.prepare(cells.filter(isReadableDate));
  const days = cells.flatMap((cell) => {
    if (isReadableDate(cell)) return zone.dayOf(cell);
    return (typeof cell === "string" ? dayFromIso(cell) : undefined) ?? [];
  });
  if (days.length === 0) throw refusal("the data must hold dates, got none that can be read");
  return days.reduce((latest, day) => Math.max(latest, day));
}

/** What recipes use besides the custom functions; every one exists in Sheets and in the local workbook. */
export const operations: Readonly<Record<string, Operation>> = {
  COLUMN: {
    text: (table, number) => `CHOOSECOLS(${table}, ${number})`,
    value: ([table, number]) => gridOf(table!).map((row) => [row[(number as number) - 1] ?? ""]),
  },
  LAST_ROW: {
    text: (table, number) => `INDEX(${table}, ROWS(${table}), ${number})`,
    value: ([table, number]) => {
      const rows = gridOf(table!);
      return rows[rows.length - 1]![(number as number) - 1] ?? "";
    },
  },
  /** The rows of a table by periods up to a day; its header is not among them. */
  UP_TO: {
    text: (table, day) => `FILTER(${table}, CHOOSECOLS(${table}, 1)<=${day})`,
    value: ([table, day]) => {
      const rows = gridOf(table!).filter(([first]) => isDate(first) && isDate(day) && first <= day);
      if (rows.length === 0) throw refusal("the data must hold a whole month, got less");
      return rows;
    },
  },
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
  /** Amounts as amounts a month, where a column says which are a year's. */
  PER_MONTH: {
    text: (amounts, intervals) =>
      `ARRAYFORMULA(IF(REGEXMATCH(${intervals}&"", "^[AaJjYy]"), ${amounts}/12, ${amounts}))`,
    value: ([amounts, intervals]) =>
      pairwise(amounts!, intervals!, (amount, interval) =>
        /^[AaJjYy]/.test(String(interval)) ? arithmetic((x, y) => x / y)(amount, 12) : amount,
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
  /** Text such as 1.234,56 € as numbers, by the mark before its decimals; other text stays for our reader to refuse. */
  AMOUNTS: {
    text: (amounts, mark) => {
      const digits = `REGEXREPLACE(${amounts}&"", "[^\\d${mark.slice(1, -1)}]", "")`;
      const whole = `VALUE("0"&REGEXREPLACE(${digits}, "\\D.*", ""))`;
      const part = `REGEXREPLACE(${digits}, "^\\d*\\D?", "")`;
      const sign = `IF(REGEXMATCH(${amounts}&"", "${negative.source}"), -1, 1)`;
      const number = `${sign}*(${whole}+VALUE("0"&${part})/10^LEN(${part}))`;
      return `ARRAYFORMULA(IF(ISTEXT(${amounts})*REGEXMATCH(${amounts}&"", "${amount.source}"), ${number}, ${amounts}))`;
    },
    value: ([amounts, mark]) =>
      pairwise(amounts!, mark!, (cell, by) => {
        if (typeof cell !== "string" || !amount.test(cell)) return cell;
        const [whole, part = ""] = cell.replace(by === "," ? /[^\d,]/g : /[^\d.]/g, "").split(by as string);
        const size = Number(`0${whole}`) + Number(`0${part}`) / 10 ** part.length;
        return negative.test(cell) ? -size : size;
      }),
  },
  /** What another table says of each customer; blank where it says nothing. */
  LOOK_UP: {
    text: (customers, keys, values) => `ARRAYFORMULA(XLOOKUP(${customers}, ${keys}, ${values}, ""))`,
    value: ([customers, keys, values]) => {
      const known = cellsOf(values!);
      const found = new Map<string, Cell>();
      cellsOf(keys!).forEach((key, row) => {
        const text = String(key).toLowerCase();
        if (!found.has(text)) found.set(text, known[row] ?? "");
      });
      return pairwise(customers!, "", (cell) => found.get(String(cell).toLowerCase()) ?? "");
    },
  },
  /** Text such as 31/12/2026 as ISO text; "$3-$2-$1" where the day comes first, "$3-$1-$2" where the month does. */
  ISO_DATES: {
    text: (dates, order) =>
      `ARRAYFORMULA(IF(ISTEXT(${dates}), REGEXREPLACE(${dates}, "${writtenDate.source}", ${order}), ${dates}))`,
    value: ([dates, order]) =>
      pairwise(dates!, order!, (cell, by) =>
        typeof cell === "string" ? cell.replace(writtenDate, by as string) : cell,
      ),
  },
  /** ISO text as dates, for what needs more than our own functions do. */
  REAL_DATES: {
    text: (dates) => `ARRAYFORMULA(IFERROR(DATEVALUE(LEFT(${dates}, 10)), 0))`,
    value: ([dates]) => dates!,
  },
  MAX: {
    text: (...dates) => `MAX(${dates.join(", ")})`,
    value: (dates, zone) => zone.dateOf(latestDay(dates.flatMap(cellsOf), zone)),
  },
  /** The rows of a table of which nothing is known but its columns. */
  FILLED: {
    text: (table) => `FILTER(${table}, CHOOSECOLS(${table}, 1)<>"")`,
    value: ([table]) => gridOf(table!).filter(([first]) => first !== ""),
  },
  CELL: {
    text: (table, row, column) => `INDEX(${table}, ${row}, ${column})`,
    value: ([table, row, column]) => gridOf(table!)[(row as number) - 1]?.[(column as number) - 1] ?? "",
  },
  COLUMNS: {
    text: (table, ...columns) => `CHOOSECOLS(${table}, ${columns.join(", ")})`,
    value: ([table, ...columns]) =>
      gridOf(table!).map((row) => columns.map((column) => row[(column as number) - 1] ?? "")),
  },
  /** The header of a table and its first rows, as far as a column. */
  FIRST_ROWS: {
    text: (table, rows, columns) => `ARRAY_CONSTRAIN(${table}, 1+${rows}, ${columns})`,
    value: ([table, rows, columns]) =>
      gridOf(table!)
        .slice(0, 1 + (rows as number))
        .map((row) => row.slice(0, columns as number)),
  },
  /** The header of a table and its last rows. */
  LAST_ROWS: {
    text: (table, rows) =>
      `FILTER(${table}, (SEQUENCE(ROWS(${table}))=1)+(SEQUENCE(ROWS(${table}))>ROWS(${table})-${rows}))`,
    value: ([table, rows]) => {
      const [header, ...body] = gridOf(table!);
      return [header!, ...body.slice(-(rows as number))];
    },
  },
  LAST_VALUE: {
    text: (cells) => `LET(x, FILTER(${cells}, ${cells}<>""), INDEX(x, ROWS(x), 1))`,
    value: ([cells]) => {
      const filled = cellsOf(cells!).filter((cell) => cell !== "");
      return filled[filled.length - 1] ?? "";
    },
  },
  /** The rows with the largest numbers in a column, the largest first: so many of them, and some of the columns. */
  LARGEST: {
    text: (table, by, rows, ...columns) =>
      `LET(b, FILTER(${table}, ISNUMBER(CHOOSECOLS(${table}, ${by}))), ` +
      `ARRAY_CONSTRAIN(CHOOSECOLS(SORT(HSTACK(ARRAYFORMULA(-CHOOSECOLS(b, ${by})), b), 1, TRUE), ` +
      `${columns.map((column) => Number(column) + 1).join(", ")}), ${rows}, ${columns.length}))`,
    value: ([table, by, rows, ...columns]) => {
      const place = (by as number) - 1;
      return gridOf(table!)
        .filter((row) => typeof row[place] === "number")
        .sort((a, b) => (b[place] as number) - (a[place] as number))
        .slice(0, rows as number)
        .map((row) => columns.map((column) => row[(column as number) - 1] ?? ""));
    },
  },
  /** The header of a table and the rows with a number in a column. */
  WITH_NUMBER: {
    text: (table, column) =>
      `FILTER(${table}, (SEQUENCE(ROWS(${table}))=1)+ISNUMBER(CHOOSECOLS(${table}, ${column})))`,
    value: ([table, column]) =>
      gridOf(table!).filter((row, at) => at === 0 || typeof row[(column as number) - 1] === "number"),
  },
  /** The rows of a table whose column does not hold the text. The local workbook compares by an index that may be old. */
  WITHOUT: {
    text: (table, column, text) => `FILTER(${table}, 1-EXACT(CHOOSECOLS(${table}, ${column}), ${text}))`,
    value: ([table, column, text]) => gridOf(table!).filter((row) => row[(column as number) - 1] !== text),
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
  /** What a falling curve (times, then other columns) has come to at a time; blank after its last one. */
  FALLEN_TO: {
    text: (table, column, time) =>
      `LET(c, ${table}, IF(${time}>MAX(CHOOSECOLS(c, 1)), "", ` +
      `MIN(FILTER(CHOOSECOLS(c, ${column}), CHOOSECOLS(c, 1)<=${time}))))`,
    value: ([table, column, time]) => {
      const steps = gridOf(table!).filter(([at]) => typeof at === "number");
      const passed = steps.filter(([at]) => (at as number) <= (time as number));
      return passed.length === steps.length && steps[steps.length - 1]?.[0] !== time
        ? ""
        : Math.min(...passed.map((row) => row[(column as number) - 1] as number));
    },
  },
  /** Texts and numbers one after the other. */
  JOIN: {
    text: (...parts) => parts.join("&"),
    value: (parts) => parts.map((part) => String(part as Cell)).join(""),
  },
  IF_BLANK: {
    text: (cell, blank, otherwise) => `IF(${cell}="", ${blank}, ${otherwise})`,
    value: ([cell, blank, otherwise]) => (cell === "" ? blank! : otherwise!),
  },
  /** The last day of the last whole period, a month where none is named, that ends no later than the latest date. */
  LAST_WHOLE: {
    text: (period, ...dates) =>
      `LET(d, MAX(${dates.join(", ")}), SWITCH(${period}, "day", d, "week", d-MOD(WEEKDAY(d, 2), 7), ` +
      `"quarter", EOMONTH(d+1, -1-MOD(MONTH(d+1)-1, 3)), "year", DATE(YEAR(d+1), 1, 0), EOMONTH(d+1, -1)))`,
    value: ([period, ...dates], zone) => {
      const day = latestDay(dates.flatMap(cellsOf), zone);
      const unit = isBlank(period) ? "month" : (period as Period);
      return zone.dateOf(firstDayOf(periodOf(day + 1, unit), unit) - 1);
    },
  },
};
