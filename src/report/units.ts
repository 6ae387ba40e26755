import { type Call, recordOf, unitOfColumn } from "../recipe/columns";
import type { Term } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import type { Unit } from "../sheet/unit";
import type { DataTable } from "./dataTable";

/** The units of a table's columns; undefined where each row has its own, and where nobody knows. */
export function unitsOf(
  table: DataTable,
  header: readonly SentCell[],
  tables: ReadonlyMap<string, DataTable>,
): (Unit | undefined)[] {
  if (table.units) return header.map((_, index) => table.units![index]);
  const steps = new Map(table.steps ?? []);
  const call = table.cells.length === 1 ? callIn(table.cells[0]![0], steps, tables) : undefined;
  return header.map((title) => {
    const unit = call && unitOfColumn(call, title as string | number);
    return unit === "by row" ? undefined : unit;
  });
}

/** The call of a function whose columns a term takes, wholly or in part; it stands in the first argument of each operation. */
function callIn(
  term: Term | undefined,
  steps: ReadonlyMap<string, Term>,
  tables: ReadonlyMap<string, DataTable>,
): Call | undefined {
  if (typeof term !== "object" || term === null) return undefined;
  if ("step" in term) {
    const own = steps.get(term.step);
    if (own) return callIn(own, steps, tables);
    const table = tables.get(term.step);
    return table && callIn(table.cells[0]?.[0], new Map(table.steps ?? []), tables);
  }
  if (!("apply" in term)) return undefined;
  return recordOf(term.apply) ? term : callIn(term.to[0], steps, tables);
}
