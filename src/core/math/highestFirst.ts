import { countingSort } from "./countingSort";
import { ranksOf } from "./ranks";

/** The items by a figure, the highest first, and those of equal figures in their order. */
export function highestFirst<T>(items: readonly T[], figureOf: (item: T) => number): T[] {
  const { distinct, ranks } = ranksOf(items.map((item) => -figureOf(item)));
  return Array.from(countingSort(ranks, distinct.length), (place) => items[place]!);
}
