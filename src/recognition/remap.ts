import { type Said, saidOf, withSaid } from "./columns/said";
import { turnedIn } from "./find/across";
import { extentAt } from "./find/extent";
import { factsOf } from "./columns/factsOf";
import { acrossTable, uprightTable } from "./foundTable";
import type { TabSurvey } from "./survey";
import { factsIn, tabOf } from "./tab";
import type { FoundTable } from "./types";

/**
 * What a table is when a person says what some of its columns mean: that stands, also what was said before, and the
 * rest is found anew on its tab, which may hold more than is known of the table.
 */
export function remap(survey: TabSurvey, table: FoundTable, now: Said): FoundTable {
  const tab = tabOf(survey);
  const { columns, headerRow: header, firstRow: first, lastRow: last } = table;
  const said = saidOf(columns, now);
  const left = columns[0]!.column - 1;
  if (table.isAcross) {
    const turned = turnedIn(tab.block).find(
      ({ extent }) => extent.left === left && extent.header!.row === header,
    );
    return turned ? acrossTable(tab, turned, withSaid(factsOf(turned.extent, []), said, columns)) : table;
  }
  const extent = extentAt(tab.block, { left, width: columns.length }, { header, first, last });
  return extent.bands.length > 0
    ? uprightTable(tab, extent, withSaid(factsIn(tab, extent), said, columns))
    : table;
}
