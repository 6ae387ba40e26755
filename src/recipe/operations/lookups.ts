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
  /** Names as another list calls them; those that it does not have stay. */
  RENAMED: {
    text: (names, known, meant) => `ARRAYFORMULA(IFNA(XLOOKUP(${names}, ${known}, ${meant}), ${names}))`,
    value: ([names, known, meant]) => {
      const called = cellsOf(meant!);
      const found = new Map(cellsOf(known!).map((name, row) => [String(name).toLowerCase(), called[row]!]));
      return gridOf(names!).map((row) => row.map((name) => found.get(String(name).toLowerCase()) ?? name));
    },
  },
  /** The row of a cell: a formula looks it up, since rows move; here it is told. */
  ROW_OF: {
    text: (cell) => `ROW(${cell})`,
    value: ([, row]) => row!,
  },
  /** The cell beside the latest day. */
  AT_LATEST: {
    text: (days, cells) => `XLOOKUP(MAX(${days}), ${days}, ${cells})`,
    value: ([days, cells]) => {
      const times = cellsOf(days!).map((day) => (isDate(day) ? day.getTime() : -Infinity));
      const latest = times.reduce((most, time) => Math.max(most, time), -Infinity);
      return cellsOf(cells!)[times.indexOf(latest)] as Value;
    },
  },
};
