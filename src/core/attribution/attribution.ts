import { sum } from "../math/sum";
import { removalEffects } from "./markov";
import type { Path } from "./paths";
import { type Rule, firstTouch, lastTouch, linear, positionBased, timeDecay } from "./rules";

/** How often one channel was met, and the conversions that each rule credits it with. */
export interface ChannelCredit {
  readonly channel: string;
  readonly touches: number;
  readonly customers: number;
  readonly firstTouch: number;
  readonly lastTouch: number;
  readonly linear: number;
  readonly positionBased: number;
  readonly timeDecay: number;
  readonly markov: number;
}

/** One row per channel, the highest Markov credit first, then by touches and by name; at least one path has converted. */
export function attribution(paths: readonly Path[], half_life_days: number): ChannelCredit[] {
  const touches = new Map<string, number>();
  const customers = new Map<string, number>();
  const add = (to: Map<string, number>, channel: string, by: number) =>
    to.set(channel, (to.get(channel) ?? 0) + by);
  for (const { channels } of paths) {
    channels.forEach((channel) => add(touches, channel, 1));
    new Set(channels).forEach((channel) => add(customers, channel, 1));
  }
  const converted = paths.filter(({ isConverted }) => isConverted);
  const credited = (rule: Rule) => {
    const credits = new Map<string, number>();
    for (const path of converted) {
      const shares = rule(path);
      path.channels.forEach((channel, index) => add(credits, channel, shares[index]!));
    }
    return (channel: string) => credits.get(channel) ?? 0;
  };
  const names = Array.from(touches.keys()).sort();
  const effects = removalEffects(paths, names);
  const scale = converted.length / sum(effects);
  const [first, last, alike, byPlace, byTime] = [
    firstTouch,
    lastTouch,
    linear,
    positionBased,
    timeDecay(half_life_days),
  ].map(credited);
  return names
    .map((channel, index) => ({
      channel,
      touches: touches.get(channel)!,
      customers: customers.get(channel)!,
      firstTouch: first!(channel),
      lastTouch: last!(channel),
      linear: alike!(channel),
      positionBased: byPlace!(channel),
      timeDecay: byTime!(channel),
      markov: effects[index]! * scale,
    }))
    .sort((a, b) => b.markov - a.markov || b.touches - a.touches || (a.channel < b.channel ? -1 : 1));
}
