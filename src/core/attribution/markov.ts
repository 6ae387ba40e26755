import { solve } from "../math/linear";
import { sum } from "../math/sum";
import { times } from "../math/times";
import type { Path } from "./paths";

/**
 * What each channel is worth in a Markov chain of order 1 with the channels, a start, the conversion and the loss as
 * states: the removal effect, the share of conversions that are lost where whoever would meet the channel is lost instead.
 * Chances are solved exactly, as those of an absorbing chain.
 */
export function removalEffects(paths: readonly Path[], channels: readonly string[]): number[] {
  const place = new Map(channels.map((channel, index) => [channel, index]));
  const size = channels.length;
  const [start, converted, lost] = [size, size, size + 1];
  // Rows are channels and the start, columns are channels, the conversion and the loss.
  const counts = times(size + 1, () => times(size + 2, () => 0));
  for (const { channels: met, isConverted } of paths) {
    let from = start;
    for (const channel of met) {
      const to = place.get(channel)!;
      counts[from]![to]! += 1;
      from = to;
    }
    counts[from]![isConverted ? converted : lost]! += 1;
  }
  const chances = counts.map((row) => {
    const total = sum(row);
    return row.map((count) => (total > 0 ? count / total : 0));
  });
  const chanceOfConversion = (kept: readonly number[]) => {
    const matrix = kept.map((i) => kept.map((j) => (i === j ? 1 : 0) - chances[i]![j]!));
    const fromChannel = solve(
      matrix,
      kept.map((i) => chances[i]![converted]!),
    );
    return sum(kept.map((i, index) => chances[start]![i]! * fromChannel[index]!));
  };
  const all = times(size, (index) => index);
  const whole = chanceOfConversion(all);
  return all.map((removed) =>
    Math.max(0, 1 - chanceOfConversion(all.filter((index) => index !== removed)) / whole),
  );
}
