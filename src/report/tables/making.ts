import { recordOf } from "../../recipe/columns";
import { type Call, type Term, apply } from "../../recipe/term";
import type { ColumnDoc, Unit } from "../../sheet/unit";
import type { DataTable } from "../dataTable";
import { wholeOf } from "../live";

/** Which rows and columns of a table to take, as CLV_TAKE is told. */
interface Take {
  readonly rows?: number;
  readonly by?: string;
  readonly where?: string;
  /** By their titles, or so many from the left. */
  readonly columns?: readonly string[] | number;
  /** What the first cell of a row has to be among. */
  readonly among?: Term | undefined;
}

const takeOf = (table: Term, { rows, by, where, columns, among }: Take): Call =>
  apply(
    "CLV_TAKE",
    table,
    rows ?? null,
    by ?? null,
    where ?? null,
    typeof columns === "object" ? columns.join(", ") : (columns ?? null),
    among ?? null,
  );

function taken(all: readonly ColumnDoc[], columns: Take["columns"]): readonly ColumnDoc[] {
  if (columns === undefined) return all;
  if (typeof columns === "number") return all.slice(0, columns);
  return columns.map((title) => all.find(({ name }) => name === title)!);
}

/** The columns of a call's result; of those that the data decide, named by numbers from 0, so many. */
function columnsOf({ apply: name, to }: Call, others: number): ColumnDoc[] {
  const { columns = [], otherColumns } = recordOf(name)!;
  const decided = Array.from({ length: others }, (_, age) => ({
    name: age,
    unit: otherColumns!(to, String(age))!,
  }));
  return [...columns, ...decided];
}

type Rest = Pick<DataTable, "most">;

/** Makes tables, each next to those made before, with a column between them. */
export function tablesSideBySide() {
  let next = 1;
  const place = (table: Omit<DataTable, "column">): DataTable => {
    const column = next;
    next += table.columns.length + 1;
    return { ...table, column };
  };
  return {
    /** The result of a function. */
    result: (key: string, title: string, call: Call, rest: Rest = {}) =>
      place({ key, title, columns: columnsOf(call, 0), result: call, ...rest }),
    /** Some rows and columns of a function's result. */
    part: (key: string, title: string, call: Call, take: Take, rest: Rest = {}) => {
      const others = typeof take.columns === "number" ? take.columns : 0;
      const columns = taken(columnsOf(call, others), take.columns);
      return place({ key, title, columns, result: takeOf(call, take), ...rest });
    },
    /** Some rows of another table. */
    rowsOf: (key: string, title: string, table: DataTable, take: Omit<Take, "columns">) =>
      place({ key, title, columns: table.columns, result: takeOf(wholeOf(table), take) }),
    /** Cells below titles. */
    cells: (
      key: string,
      title: string,
      columns: readonly ColumnDoc[],
      cells: DataTable["cells"],
      skipsBlanks = false,
    ) => place({ key, title, columns, cells, skipsBlanks }),
    /** One cell below its title. */
    single: (key: string, title: string, term: Term, unit: Unit = "text") =>
      place({ key, title, columns: [{ name: title, unit }], cells: [[term]] }),
    /** Words below each other. */
    words: (key: string, title: string, terms: readonly Term[]) =>
      place({ key, title, columns: [{ name: title, unit: "text" }], cells: terms.map((term) => [term]) }),
  };
}

export type Make = ReturnType<typeof tablesSideBySide>;
