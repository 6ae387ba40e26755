import { type Cell, isBlank } from "../cell";

/** What of a table tells to which rows a name counts that stands once for several. */
export interface NamedRows {
  readonly names: readonly Cell[];
  /** Rows that hold nothing but a name. */
  readonly isHeading: (row: number) => boolean;
  /** Rows that hold something and are not totals. */
  readonly counts: (row: number) => boolean;
  /** Rows that go on with the one above them: neither date nor order of their own. */
  readonly goesOn: (row: number) => boolean;
  /** Rows with an order number of their own. */
  readonly hasOrder: (row: number) => boolean;
}

/**
 * For each row the row whose name is its own: its own, or the last one above where a name stands once for several rows, in
 * a row of its own or in the first of them, as it does where most names are blank. -1 where nobody is named.
 */
export function rowsOfNames({ names, isHeading, counts, goesOn, hasOrder }: NamedRows): Int32Array {
  let blank = 0;
  let all = 0;
  let headings = 0;
  for (let row = 0; row < names.length; row++) {
    if (!counts(row)) continue;
    all++;
    if (isBlank(names[row])) blank++;
    else if (isHeading(row)) headings++;
  }
  const standOnce = 2 * blank > all;
  const rows = new Int32Array(names.length).fill(-1);
  let last = -1;
  let before = -1;
  for (let row = 0; row < names.length; row++) {
    if (!counts(row)) continue;
    if (!isBlank(names[row])) last = rows[row] = row;
    else if (standOnce && (headings > 0 || !hasOrder(row))) rows[row] = last;
    else if (goesOn(row)) rows[row] = before;
    before = rows[row]!;
  }
  return rows;
}
