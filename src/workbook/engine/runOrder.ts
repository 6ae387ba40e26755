import type { IUnitRange } from "@univerjs/core";
import type { Formula, Graph } from "./graph";

/** A formula that would run more often than this in one calculation waits for itself. */
const MOST_RUNS = 25;

/** What is done to formulas in their order. */
export interface Steps {
  /** Looks where a formula reads, by the values there are now. Answers whether it is anywhere new. */
  readonly locate: (formula: Formula) => boolean;
  /** Calculates a formula, or says in its cell that it waits for itself. Answers the cells that changed by it. */
  readonly calculate: (formula: Formula, isCircular: boolean) => readonly IUnitRange[];
  /** Cells changed which a formula has read in this calculation: nothing kept of what was read holds any more. */
  readonly forgetWhatWasRead: () => void;
}

/**
 * Calculates formulas and whatever reads cells that change by it, each after the formulas that fill what it reads.
 * How far a result spills is known only when it is there: a formula runs again where a later result reaches into what
 * it has read. None runs that reads nothing that changed.
 */
export function calculateInOrder(graph: Graph, changed: Iterable<Formula>, steps: Steps): void {
  /** Formulas that may have to run, since they or what they read, at any remove, have to. */
  const waiting = new Set<Formula>();
  /** Those among them that have to run. */
  const stale = new Set<Formula>();
  /** How often each of the formulas ran that have read cells, be it only to find out where they read. */
  const runs = new Map<Formula, number>();

  const mark = (formula: Formula) => {
    stale.add(formula);
    const found = [formula];
    for (let next = found.pop(); next; next = found.pop()) {
      if (waiting.has(next)) continue;
      waiting.add(next);
      for (const follower of graph.followersOf(next)) found.push(follower);
    }
  };

  const readsElsewhere = (formula: Formula) => {
    runs.set(formula, runs.get(formula) ?? 0);
    return steps.locate(formula);
  };

  const run = (formula: Formula) => {
    const count = (runs.get(formula) ?? 0) + 1;
    runs.set(formula, count);
    if (count > MOST_RUNS + 1) return;
    const readers = graph.readersOf(steps.calculate(formula, count > MOST_RUNS));
    if ([...readers].some((reader) => runs.has(reader))) steps.forgetWhatWasRead();
    readers.forEach(mark);
  };

  for (const formula of changed) mark(formula);
  // A set is walked in the order in which its members came in, those that come in again on the way included.
  for (const root of waiting) {
    const path = [root];
    /** The formulas from the root to the one at hand: what waits for itself is not waited for. */
    const open = new Set<Formula>();
    const unsettledSources = (formula: Formula) =>
      [...graph.sourcesOf(formula)].filter((source) => waiting.has(source) && !open.has(source));
    for (let formula = path.at(-1); formula; formula = path.at(-1)) {
      open.add(formula);
      const before = waiting.has(formula) ? unsettledSources(formula) : [];
      for (const source of before) path.push(source);
      if (before.length > 0 || (stale.has(formula) && readsElsewhere(formula))) continue;
      path.pop();
      open.delete(formula);
      waiting.delete(formula);
      if (stale.delete(formula)) run(formula);
    }
  }
}
