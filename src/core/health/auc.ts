/** The share of values below each one, half of those that are equal counted, itself among them: from 0 to 1. */
export function midRanks(values: readonly number[]): number[] {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks: number[] = [];
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let at = from; at < to; at++) ranks[order[at]!] = (from + to) / 2 / order.length;
    from = to;
  }
  return ranks;
}

/**
 * The chance that one who left has a higher score than one who stayed, ties counted half (the area under the ROC curve), by
 * the sum of ranks. Undefined where nobody left or nobody stayed.
 */
export function auc(scores: readonly number[], left: readonly boolean[]): number | undefined {
  const leavers = left.filter(Boolean).length;
  const stayers = left.length - leavers;
  if (leavers === 0 || stayers === 0) return undefined;
  // A mid-rank counted from 1 is n times that share and a half.
  const ranks = midRanks(scores);
  const rankSum = ranks.reduce((total, rank, row) => total + (left[row] ? rank * left.length + 0.5 : 0), 0);
  return (rankSum - (leavers * (leavers + 1)) / 2) / (leavers * stayers);
}
