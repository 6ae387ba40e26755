import type { SentCell } from "../../sheet/sentCell";
import type { DateNotation } from "../types";
import { notationOf, timeOf } from "../words/periods";
import { isBlank } from "../words/values";
import type { Band, Block } from "./bands";
import type { Extent } from "./extent";

/** A part of a tab with periods across, turned so that its rows are columns; positions are turned as well. */
export interface Turned {
  readonly extent: Extent;
  /** Nothing stands beyond the last period in the rows. */
  readonly isOpen: boolean;
}

/** All parts of a tab below periods that stand across, such as a row each for revenue, customers and churn. */
export function turnedIn(tab: Block): Turned[] {
  const rows = tab.bands.flatMap((band) =>
    Array.from({ length: band.count }, (_, index): Band => ({ ...band, row: band.row + index, count: 1 })),
  );
  const heads = rows.flatMap((row, at) => {
    const across = periodsIn(row.cells ?? []);
    return across ? [{ at, ...across }] : [];
  });
  return heads.flatMap(
    (head, index) => turn(rows.slice(head.at, heads[index + 1]?.at), head.first, head.last) ?? [],
  );
}

/**
 * The first and last of three or more periods in order; totals may stand between them. Undefined where there are none
 * such, or the row begins with one.
 */
function periodsIn(cells: readonly SentCell[]): { first: number; last: number } | undefined {
  const named = cells.map(notationOf);
  const count = (notation: DateNotation) => named.filter((one) => one === notation).length;
  const [best] = (["month", "quarter", "year"] as const).slice().sort((a, b) => count(b) - count(a));
  const [first, last] = [named.indexOf(best), named.lastIndexOf(best)];
  const times = cells.flatMap((cell, at) => (named[at] === best ? [timeOf(cell, best!)!] : []));
  const isOrdered = (sign: number) =>
    times.every((time, at) => at === 0 || sign * time > sign * times[at - 1]!);
  return first > 0 && times.length > 2 && (isOrdered(1) || isOrdered(-1)) ? { first, last } : undefined;
}

/** The rows from that of the periods on, by the column of their labels. */
function turn(rows: readonly Band[], first: number, last: number): Turned | undefined {
  const [head] = rows as [Band, ...Band[]];
  const labelled = (column: number) =>
    rows.slice(1).filter(({ cells }) => typeof cells?.[column] === "string" && !isBlank(cells[column]))
      .length;
  const label = Array.from({ length: first }, (_, column) => column).reduce((best, column) =>
    labelled(column) > labelled(best) ? column : best,
  );
  const labels = rows.map(({ cells }) => cells?.[label] ?? "");
  const lastLabelled = labels.map(isBlank).lastIndexOf(false);
  if (lastLabelled < 2) return undefined;
  const body = rows.slice(0, lastLabelled + 1);
  const header: Band = {
    row: label + 1,
    count: 1,
    kinds: "t".repeat(body.length),
    cells: ["Month", ...labels.slice(1, lastLabelled + 1)],
  };
  const bands = Array.from({ length: last - first + 1 }, (_, index): Band => {
    const column = first + index;
    return {
      row: column + 1,
      count: 1,
      kinds: body.map(({ kinds }) => kinds[column] ?? " ").join(""),
      cells: body.map(({ cells }) => cells?.[column] ?? ""),
    };
  });
  return {
    extent: { left: head.row - 1, header, bands },
    isOpen: body.every(({ kinds }) => kinds.slice(last + 1).trim() === ""),
  };
}
