import type { SentCell } from "../sheet/sentCell";
import { columnOf, datesOf } from "./columns";
import { type Source, seriesOf } from "./series";
import type { Compute } from "./setup";

/** Neither a date nor text that was made one; blank cells are none. */
const isNoDate = ([cell]: readonly SentCell[]): boolean =>
  typeof cell === "number" || (typeof cell === "string" && cell !== "" && !/^\d{4}-\d{1,2}-\d/.test(cell));

/** Where figures are sorted by their dates, how many have none and so are left out. */
export function leftOutInWords(table: Source, compute: Compute): string[] {
  if (!seriesOf(table)?.titles) return [];
  const [written] = compute([], [{ steps: [], result: datesOf(table, "period")! }]);
  const others = written!.cells.filter(isNoDate);
  if (others.length === 0) return [];
  const what = table.isAcross ? "column" : "row";
  const are = others.length === 1 ? ` is left out, since` : `s are left out, since`;
  const { header } = columnOf(table, "period")!;
  return [`${others.length} ${what}${are} “${header}” is no date there, such as ${others[0]![0] as string}.`];
}
