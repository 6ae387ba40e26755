/** A list of so many items, each made from its index. */
export const times = <T>(count: number, itemAt: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => itemAt(index));
