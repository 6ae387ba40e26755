import type { ChartCell } from "../../charts/chartTable";
import { columnLetters, quotedTab } from "../../../sheet/a1";
import { element, escaped, type Xml } from "./xml";

/** The name of a sheet in the file; undefined where it is gone. */
export type SheetName = (sheetId: string) => string | undefined;

/** Cells as a formula of the chart refers to them; undefined where some of them are not cells of the workbook. */
export function reference(cells: readonly ChartCell[], nameOf: SheetName): string | undefined {
  const areas: { name: string; row: number; column: number; rows: number; columns: number }[] = [];
  for (const { place } of cells) {
    const name = place && nameOf(place.sheetId);
    if (!place || name === undefined) return undefined;
    const { row, column } = place;
    const last = areas.at(-1);
    if (last?.name === name && last.column === column && last.columns === 1 && last.row + last.rows === row)
      last.rows++;
    else if (
      last?.name === name &&
      last.row === row &&
      last.rows === 1 &&
      last.column + last.columns === column
    )
      last.columns++;
    else areas.push({ name, row, column, rows: 1, columns: 1 });
  }
  const texts = areas.map(({ name, row, column, rows, columns }) => {
    const corner = (r: number, c: number) => `$${columnLetters(c + 1)}$${r + 1}`;
    const end = rows * columns > 1 ? `:${corner(row + rows - 1, column + columns - 1)}` : "";
    return `${quotedTab(name)}!${corner(row, column)}${end}`;
  });
  if (texts.length === 0) return undefined;
  return texts.length === 1 ? texts[0] : `(${texts.join(",")})`;
}

/** Numbers by reference, with what they are now; blank ones are gaps. */
export function numbers(cells: readonly ChartCell[], format: string, nameOf: SheetName): Xml {
  const points = cells.map(({ number }, index) => point(index, number === null ? undefined : String(number)));
  const code = element("c:formatCode", {}, escaped(format || "General"));
  return data("num", cells, nameOf, [code, count(cells), ...points]);
}

/** The same of texts. */
export function texts(cells: readonly ChartCell[], nameOf: SheetName): Xml {
  return data("str", cells, nameOf, [count(cells), ...cells.map(({ text }, index) => point(index, text))]);
}

function data(
  kind: "num" | "str",
  cells: readonly ChartCell[],
  nameOf: SheetName,
  values: (Xml | undefined)[],
): Xml {
  const formula = reference(cells, nameOf);
  if (formula === undefined) return element(`c:${kind}Lit`, {}, ...values);
  return element(
    `c:${kind}Ref`,
    {},
    element("c:f", {}, escaped(formula)),
    element(`c:${kind}Cache`, {}, ...values),
  );
}

const count = (cells: readonly ChartCell[]): Xml => element("c:ptCount", { val: cells.length });

const point = (idx: number, value: string | undefined): Xml | undefined =>
  value === undefined ? undefined : element("c:pt", { idx }, element("c:v", {}, escaped(value)));
