import type { IUnitRange } from "@univerjs/core";
import type { Internals } from "./internals";

/** A formula: Univer's record of it. */
export type Formula = Internals;

/** Which formula reads which cells, and which formula fills them. */
export interface Graph {
  /** Notes ranges that a formula reads, besides those known so far. Answers whether any is new. */
  readonly addReads: (formula: Formula, ranges: readonly IUnitRange[]) => boolean;
  /** Notes the cells that a formula fills, in place of those known so far. */
  readonly setFills: (formula: Formula, areas: readonly IUnitRange[]) => void;
  /** The formulas that read any of these cells. */
  readonly readersOf: (areas: readonly IUnitRange[]) => ReadonlySet<Formula>;
  /** The formulas that read what a formula fills. */
  readonly followersOf: (formula: Formula) => ReadonlySet<Formula>;
  /** The formulas that fill what a formula reads. */
  readonly sourcesOf: (formula: Formula) => ReadonlySet<Formula>;
}

/** An empty graph, over two of Univer's spatial indexes. */
export function createGraph(createIndex: () => Internals): Graph {
  const [readers, fillers] = [createIndex(), createIndex()];
  const reads = new Map<Formula, Map<string, IUnitRange>>();
  const fills = new Map<Formula, readonly IUnitRange[]>();
  const withId = (formula: Formula, areas: readonly IUnitRange[]) =>
    areas.map((area) => ({ ...area, id: formula }));
  const search = (index: Internals, areas: Iterable<IUnitRange>): ReadonlySet<Formula> =>
    index["bulkSearch"](areas);
  return {
    addReads(formula, ranges) {
      const known = reads.get(formula) ?? new Map<string, IUnitRange>();
      const added = ranges.filter((range) => !known.has(keyOf(range)));
      for (const range of added) known.set(keyOf(range), range);
      reads.set(formula, known);
      readers["bulkInsert"](withId(formula, added));
      return added.length > 0;
    },
    setFills(formula, areas) {
      const known = fills.get(formula) ?? [];
      if (known.map(keyOf).join() === areas.map(keyOf).join()) return;
      fillers["bulkRemove"](withId(formula, known));
      fillers["bulkInsert"](withId(formula, areas));
      fills.set(formula, areas);
    },
    readersOf: (areas) => search(readers, areas),
    followersOf: (formula) => search(readers, fills.get(formula) ?? []),
    sourcesOf: (formula) => search(fillers, reads.get(formula)?.values() ?? []),
  };
}

function keyOf({ unitId, sheetId, range }: IUnitRange): string {
  const { startRow, startColumn, endRow, endColumn } = range;
  return [unitId, sheetId, startRow, startColumn, endRow, endColumn].join("|");
}
