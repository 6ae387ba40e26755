import { type Histories, distinctOf } from "../models/history";
import type { Spend } from "../models/spendLikelihood";

/**
 * Eight hexadecimal digits that change with the data and not with the order of rows: FNV-1a (G. Fowler, L. Noll, K. Vo)
 * over the words of all histories and spends.
 */
export function fingerprint(histories: Histories, spends: readonly Spend[]): string {
  const values = Float64Array.from(spends, ({ z, weight = 1 }) => z * weight).sort();
  const all = distinctOf(histories).flatMap(({ x, t_x, T, weight }) => [x, t_x, T, weight]);
  let hash = 0x811c9dc5;
  for (const column of [Float64Array.from(all), values]) {
    for (const word of new Uint32Array(column.buffer)) hash = Math.imul(hash ^ word, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
