import { type Cell, isDate } from "../../sheet/cell";
import { type Operation, type Value, cellsOf, gridOf } from "./values";

/** What stands beside what is sought. */
export const lookupOperations: Readonly<Record<string, Operation>> = {
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
      return gridOf(customers!).map((row) => row.map((cell) => found.get(String(cell).toLowerCase()) ?? ""));
    },
  },
  /** The same by the last row of each customer. */
  LOOK_UP_LAST: {
    text: (customers, keys, values) => `ARRAYFORMULA(XLOOKUP(${customers}, ${keys}, ${values}, "", 0, -1))`,
    value: ([customers, keys, values]) => {
      const known = cellsOf(values!);
      const found = new Map(
        cellsOf(keys!).map((key, row) => [String(key).toLowerCase(), known[row] ?? ""] as const),
      );
      return gridOf(customers!).map((row) =>
        row.map((cell) => (cell === "" ? "" : (found.get(String(cell).toLowerCase()) ?? ""))),
      );
    },
  },
  /** Names as another list calls them; those that it does not have stay. */
  RENAMED: {
    text: (names, known, meant) => `ARRAYFORMULA(IFNA(XLOOKUP(${names}, ${known}, ${meant}), ${names}))`,
    value: ([names, known, meant]) => {
      const called = cellsOf(meant!);
      const found = new Map(cellsOf(known!).map((name, row) => [String(name).toLowerCase(), called[row]!]));
      return gridOf(names!).map((row) => row.map((name) => found.get(String(name).toLowerCase()) ?? name));
    },
  },
  /** Of each name whether it has left, "yes" or "no": it is known, and not among those who stay; blank where it is not known. */
  HAVE_LEFT: {
    text: (names, known, staying) =>
      `ARRAYFORMULA(IF(${names}="", "", IF(ISNUMBER(XMATCH(${names}, ${staying})), "no", IF(ISNUMBER(XMATCH(${names}, ${known})), "yes", ""))))`,
    value: ([names, known, staying]) => {
      const [all, those] = [known, staying].map(
        (list) => new Set(cellsOf(list!).map((name) => String(name).toLowerCase())),
      );
      return gridOf(names!).map((row) =>
        row.map((name) => {
          const plain = String(name).toLowerCase();
          if (plain === "") return "";
          return those!.has(plain) ? "no" : all!.has(plain) ? "yes" : "";
        }),
      );
    },
  },
  /** The names beside which nothing stands, or 0, FALSE or one of some words. */
  NOT_MARKED: {
    text: (names, marks, ...words) =>
      `FILTER(${names}, (${names}<>"")*((${marks}="")+(${marks}=0)+(${marks}=FALSE)${words.map((word) => `+(${marks}=${word})`).join("")}>0))`,
    value: ([names, marks, ...words]) => {
      const beside = cellsOf(marks!);
      const plain = (cell: Value | undefined) => String(cell ?? "").toLowerCase();
      const blank = ["", "0", "false", ...words.map(plain)];
      const rows = gridOf(names!).filter(
        ([name], at) => name !== "" && !isDate(beside[at]) && blank.includes(plain(beside[at])),
      );
      return rows.length > 0 ? rows : "#N/A";
    },
  },
  /** The row of a cell: a formula looks it up, since rows move; here it is told. */
  ROW_OF: {
    text: (cell) => `ROW(${cell})`,
    value: ([, row]) => row!,
  },
  /** The cell next to the latest day. */
  AT_LATEST: {
    text: (days, cells) => `XLOOKUP(MAX(${days}), ${days}, ${cells})`,
    value: ([days, cells]) => {
      const times = cellsOf(days!).map((day) => (isDate(day) ? day.getTime() : -Infinity));
      const latest = times.reduce((most, time) => Math.max(most, time), -Infinity);
      return cellsOf(cells!)[times.indexOf(latest)] as Value;
    },
  },
};
