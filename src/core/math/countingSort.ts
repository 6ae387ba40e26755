/** Positions in ascending order of whole keys from 0 to below `size`; of equal ones, as in `from`, or by position. */
export function countingSort(keys: Int32Array, size: number, from?: Int32Array): Int32Array {
  const next = new Int32Array(size + 1);
  for (let i = 0; i < keys.length; i++) next[keys[i]! + 1]!++;
  for (let key = 0; key < size; key++) next[key + 1]! += next[key]!;
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const at = from ? from[i]! : i;
    order[next[keys[at]!]!++] = at;
  }
  return order;
}
