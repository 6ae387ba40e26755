import { areRowsInOneCell } from "./find/bands";
import { areaOf, overlap, turnedAreaOf } from "./find/area";
import { turnedIn } from "./find/across";
import { type Extent, extentAt, extentsIn, firstRowOf, lastRowOf } from "./find/extent";
import { factsOf } from "./columns/factsOf";
import { acrossTable, uprightTable } from "./foundTable";
import { bestMapping } from "./shapes/mapping";
import type { TabSurvey } from "./survey";
import { type Tab, factsIn, tabOf } from "./tab";
import type { FoundTable } from "./types";

/** All tables of a tab, from left to right and from top to bottom. */
export function findTables(survey: TabSurvey): FoundTable[] {
  const tab = tabOf(survey);
  const upright = wholes(extentsIn(tab.block), tab)
    .filter(({ bands }) => bands[0]!.kinds.length > 1 || areRowsInOneCell(bands))
    .map((extent) => ({ area: areaOf(extent), table: uprightTable(tab, extent, factsIn(tab, extent)) }));
  const across = turnedIn(tab.block)
    .flatMap((turned) => {
      const table = acrossTable(tab, turned, factsOf(turned.extent, []));
      const used = table.columns.flatMap(({ meaning, column }) => (meaning ? [column] : []));
      return table.shape ? [{ area: turnedAreaOf(turned.extent, Math.max(...used)), table }] : [];
    })
    // Revenue, customers and churn do not come together by chance, as the names of customers could.
    .filter(
      (one) =>
        one.table.shape === "monthly" ||
        upright.every((other) => !other.table.shape || !overlap(one.area, other.area)),
    );
  return [...across, ...upright.filter((one) => across.every((other) => !overlap(one.area, other.area)))].map(
    ({ table }) => table,
  );
}

/** Joins parts of one table that columns without any content set apart, where only the whole can be used. */
function wholes(extents: readonly Extent[], tab: Tab): Extent[] {
  const mapped = (extent: Extent) => bestMapping(factsIn(tab, extent));
  const [first, ...rest] = extents;
  if (!first) return [];
  if (rest.length === 0) return [first];
  // The longest of the tables that begin with the first part and can be used is taken, as long as no part can be alone.
  const joined: Extent[] = mapped(first) ? [] : [first];
  for (const part of rest) {
    const last = joined[joined.length - 1];
    const whole = last && !mapped(part) ? wholeOf(last, part, tab) : undefined;
    if (!whole) break;
    joined.push(whole);
  }
  const size = joined
    .map((whole, index) => index > 0 && mapped(whole)?.confidence === "high")
    .lastIndexOf(true);
  const taken = size > 0 ? joined[size]! : first;
  return [taken, ...wholes(rest.slice(Math.max(0, size)), tab)];
}

function wholeOf(left: Extent, right: Extent, { block }: Tab): Extent | undefined {
  const [first, last] = [firstRowOf(left), Math.max(lastRowOf(left), lastRowOf(right))];
  const width = right.left + right.bands[0]!.kinds.length - left.left;
  const isBeside =
    right.left === left.left + left.bands[0]!.kinds.length + 1 && left.header?.row === right.header?.row;
  if (!isBeside || first !== firstRowOf(right)) return undefined;
  return extentAt(block, { left: left.left, width }, { header: left.header?.row, first, last });
}
