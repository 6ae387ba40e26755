import type { TabSurvey } from "./survey";
import { type Dated, withYears } from "./find/bareMonths";
import { type Block, blockOf, columnsOf, isBlankBand, texts } from "./find/bands";
import { type Extent, firstRowOf, lastRowOf } from "./find/extent";
import type { Facts } from "./columns/facts";
import { factsOf } from "./columns/factsOf";

/** A tab as it is looked at: its months have years. */
export interface Tab extends Dated {
  readonly block: Block;
}

export function tabOf(asFound: TabSurvey): Tab {
  const dated = withYears(asFound);
  return { ...dated, block: blockOf(dated.survey) };
}

/** What is known of the columns of a table. */
export const factsIn = (tab: Tab, extent: Extent): Facts[] =>
  factsOf(extent, tab.survey.formats, titlesOf(extent, tab.block));

/** The texts in the rows above a table, where there are few. */
function titlesOf(extent: Extent, { bands }: Block): string[] {
  const first = extent.header?.row ?? firstRowOf(extent);
  const above = bands.filter(({ row }) => row < first);
  return above.length > 8 ? [] : above.flatMap(({ cells }) => texts(cells ?? []));
}

/** Nothing stands below a table in its columns. */
export const isOpenBelow = ({ block }: Tab, extent: Extent): boolean =>
  columnsOf(block, extent.left, extent.bands[0]!.kinds.length).bands.every(
    (band) => band.row <= lastRowOf(extent) || isBlankBand(band),
  );
