import { type Cell, isBlank } from "./cell";
import type { Fault } from "./fault";
import type { Reader } from "./reader";
import type { Zone } from "./zone";

interface Argument {
  readonly name: string;
  readonly reader: Reader<unknown>;
  readonly optional?: boolean;
  readonly otherwise?: unknown;
}

/**
 * The value of one cell; a cell that cannot be read, or is blank where it must not be, becomes a fault. Of many cells, the
 * place is told when it is asked for.
 */
export function readCell(
  { name, reader, optional, otherwise }: Argument,
  cell: unknown,
  place: string | undefined | (() => string),
  zone: Zone,
  faults: Fault[],
): unknown {
  if (optional && isBlank(cell)) return otherwise;
  const value = isBlank(cell) ? undefined : reader.read(cell as Cell, zone);
  if (value === undefined)
    faults.push({ argument: name, reader, cell, place: typeof place === "function" ? place() : place });
  return value;
}
