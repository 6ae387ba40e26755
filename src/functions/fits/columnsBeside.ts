// A table function of rows with any number of columns next to them under a header row of their own.
import { refusal } from "../../core/refusal";
import { type Argument, type Series, type Unread, seriesOf } from "../../sheet/argument";
import { type Cell, isBlank, isDate, isErrorValue } from "../../sheet/cell";
import type { ArgumentDoc, CustomFunction } from "../../sheet/customFunction";
import { type Fault, quoted, refuseFaults, shown } from "../../sheet/fault";
import { named } from "../../sheet/named";
import { type Range, cellOf, isRange, toRange, usedSize } from "../../sheet/range";
import { readCell } from "../../sheet/readCell";
import type { Reader } from "../../sheet/reader";
import type { ResultTable } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import type { Zone } from "../../sheet/zone";

/** A number, TRUE, FALSE or text, in a column of which the header says what it means. */
export type Value = number | boolean | string;

export interface BesideColumn {
  readonly heading: string;
  readonly cells: Series<Value>;
}

/** Columns next to the rows, or one row of values for all; undefined where nothing is given. */
export type Beside =
  | { readonly columns: readonly BesideColumn[] }
  | { readonly row: readonly Cell[]; readonly zone: Zone }
  | undefined;

const valueReader: Reader<Value> = {
  expected: "numbers or text",
  read: (cell) => {
    if (isDate(cell) || (typeof cell === "number" && !Number.isFinite(cell))) return undefined;
    if (typeof cell !== "string") return cell;
    return isErrorValue(cell) ? undefined : cell.trim();
  },
  advice: (cell) =>
    isDate(cell) ? "a date is not a group of customers: use its year, or the days since" : undefined,
};

const anyReader: Reader<Cell> = { expected: "", read: (cell) => cell };

/** The same columns with their values, where every cell has one. */
function readColumns(
  columns: readonly { readonly heading: string; readonly cells: Series<Cell> }[],
  name: string,
  zone: Zone,
): BesideColumn[] {
  const faults: Fault[] = [];
  const read = columns.map(({ heading, cells }): BesideColumn => {
    const values = cells.values.map((cell, index) =>
      cell === undefined
        ? undefined
        : (readCell({ name, reader: valueReader }, cell, cells.place(index), zone, faults) as
            | Value
            | undefined),
    );
    return { heading, cells: { ...cells, values } };
  });
  refuseFaults(faults, zone);
  return read;
}

/** The columns of the range below its header row, with a cell in it where the rows have one. */
function columnsIn(name: string, range: Range, rows: Range, zone: Zone) {
  const { columns } = usedSize(range);
  // The header stands above the first row, or next to a header of the rows.
  const [own, beside] = [range.length, rows.length];
  const isAbove = own === beside + 1 || (own !== beside && usedSize(range).rows === usedSize(rows).rows + 1);
  const cells = isAbove ? range.slice(1) : range;
  const found: { heading: string; cells: Cell[][] }[] = [];
  for (let at = 0; at < columns; at++) {
    if (range.every((row) => isBlank(row[at]))) continue;
    const title = range[0]![at]!;
    if (typeof title !== "string" || isBlank(title))
      throw refusal(
        `${name} must have a header row with a name above each column, got ${shown(title, zone)} in row 1, column ${at + 1}`,
      );
    const heading = title.trim();
    if (found.some((one) => one.heading === heading))
      throw refusal(`${name} must have a different name above each column, got ${quoted(heading)} twice`);
    found.push({ heading, cells: cells.map((row) => [row[at]!]) });
  }
  if (found.length === 0)
    throw refusal(`${name} must be a range with a header row, one column per covariate, got blank cells`);
  return { found, isAbove };
}

/** What a table function of these arguments is made of. */
type Spec<A extends readonly Argument[]> = Parameters<typeof tableFunction<A, ResultTable>>[0];

type WithColumns<A extends readonly Argument[]> = Omit<Spec<A>, "run"> & {
  /** The argument of the columns, and which one of the function's it is. */
  readonly beside: ArgumentDoc;
  readonly at: number;
  readonly run: (beside: Beside, ...values: Parameters<Spec<A>["run"]>) => ResultTable;
};

/** The first of the other arguments is a column of the rows. */
export function tableWithColumns<const A extends readonly Argument[]>(spec: WithColumns<A>): CustomFunction {
  const { beside, at, run, ...record } = spec;
  const { name } = beside;
  type Values = Parameters<Spec<A>["run"]>;

  function read(given: readonly unknown[], zone: Zone): { record: CustomFunction; given: unknown[] } {
    const others = record.args.map((_, index) => given[index < at ? index : index + 1]);
    const make = (args: readonly unknown[], own: (values: readonly unknown[]) => ResultTable) =>
      tableFunction({
        ...record,
        args,
        run: (...values: unknown[]) => own(values),
      } as unknown as Spec<A>);
    const once = (value: Beside) => ({
      record: make(record.args, (values) => run(value, ...(values as Values))),
      given: others,
    });
    const wanted = given[at];
    const isOne = !isRange(wanted);
    if (isOne && isBlank(cellOf(wanted))) return once(undefined);
    const range: Range = isOne ? [[cellOf(wanted) as Cell]] : toRange(wanted);
    if (range.length === 1) return once({ row: range[0]!, zone });
    const first: Range = isRange(others[0]) ? toRange(others[0]) : [[cellOf(others[0]) as Cell]];
    // The rows may lie, as one row of cells.
    const rows = first.length === 1 ? first[0]!.map((cell) => [cell]) : first;
    const { found, isAbove } = columnsIn(name, range, rows, zone);
    const asArgument = seriesOf({ name, text: "" }, anyReader);
    // The rows of the range next to the cells, so that messages name them.
    const used = usedSize(rows).rows;
    const numbers = rows.map((_, row) => [row < used ? row + (isAbove ? 2 : 1) : ""]);
    const asRead = (values: readonly unknown[]): BesideColumn[] => {
      const [places, ...columns] = values.slice(record.args.length) as Series<Cell>[];
      if (!isAbove && columns[0]!.heading === undefined)
        throw refusal(
          `${name} must have its header row next to that of the rows, or just above them, got ${quoted(found[0]!.heading)} next to the first of them`,
        );
      const place = (index: number) => `row ${String(places!.values[index])}`;
      return readColumns(
        found.map(({ heading }, k) => ({ heading, cells: { ...columns[k]!, place } })),
        name,
        zone,
      );
    };
    return {
      record: make([...record.args, asArgument, ...found.map(() => asArgument)], (values) =>
        run({ columns: asRead(values) }, ...(values.slice(0, record.args.length) as Values)),
      ),
      given: [...others, numbers, ...found.map(({ cells }) => cells)],
    };
  }
  const reading = (given: readonly unknown[], zone: Zone) => named(record.name, () => read(given, zone));
  const args = record.args as readonly ArgumentDoc[];
  return {
    ...(record as unknown as Omit<CustomFunction, "args" | "run">),
    args: [...args.slice(0, at), { ...beside, kind: "whole" } as ArgumentDoc, ...args.slice(at)],
    run: (given, zone) => {
      const { record: own, given: cells } = reading(given, zone);
      return own.run(cells, zone);
    },
    units: (given, zone) => {
      const { record: own, given: cells } = reading(given, zone);
      return own.units!(cells, zone);
    },
  };
}

/** What is given of one customer: a row of values, or values below their header row. */
export function besideOne({ given, zone }: Unread): Beside {
  if (!isRange(given)) {
    const cell = cellOf(given) as Cell;
    return isBlank(cell) ? undefined : { row: [cell], zone };
  }
  const range = toRange(given);
  if (range.length === 1) return { row: range[0]!, zone };
  if (range.length > 2)
    throw refusal(
      `covariates must be the values of one customer, or these below their header row, got ${range.length} rows`,
    );
  const columns = range[0]!.map((title, at): BesideColumn => {
    const cell = range[1]![at]!;
    const value = isBlank(cell) ? undefined : valueReader.read(cell, zone);
    const place = () => `row 2, column ${at + 1}`;
    if (typeof title !== "string" || isBlank(title) || (value === undefined && !isBlank(cell)))
      throw refusal(
        `covariates must be numbers or text below their names, got ${shown(cell, zone)} below ${shown(title, zone)}`,
      );
    return {
      heading: title.trim(),
      cells: { argument: "covariates", heading: undefined, values: [value], place },
    };
  });
  return { columns };
}
