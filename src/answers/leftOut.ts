import type { SentCell } from "../sheet/sentCell";
import { columnOf, datesOf } from "./columns";
import { type Source, seriesOf } from "./series";
import type { Compute } from "./setup";

/** Neither blank nor a date, nor text that was made one. */
const isNotDate = ([cell]: readonly SentCell[]): boolean =>
  typeof cell === "number" || (typeof cell === "string" && cell !== "" && !/^\d{4}-\d{1,2}-\d/.test(cell));

/** Where figures are sorted by date, how many are left out for having none. */
export function leftOutNote(table: Source, compute: Compute): string[] {
  if (!seriesOf(table)?.titles) return [];
  const [written] = compute([], [{ steps: [], result: datesOf(table, "period")! }]);
  const others = written!.cells.filter(isNotDate);
  if (others.length === 0) return [];
  const what = table.isAcross ? "column" : "row";
  const are = others.length === 1 ? " is" : "s are";
  const { header } = columnOf(table, "period")!;
  return [
    `${others.length} ${what}${are} left out: “${header}” is not a date there, such as ${others[0]![0] as string}.`,
  ];
}
