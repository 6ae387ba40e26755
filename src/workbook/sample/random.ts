/** Random numbers that are the same at every run. */
export interface Random {
  /** Evenly between 0 and 1. */
  readonly unit: () => number;
  /** A whole number from `from` to `to`. */
  readonly whole: (from: number, to: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Normal with this mean and standard deviation. */
  readonly normal: (mean: number, deviation: number) => number;
  /** Waiting time until an event that happens once in `mean` on average. */
  readonly wait: (mean: number) => number;
}

/** Mulberry32 (Tommy Ettinger): small, fast and good enough for sample data. */
export function createRandom(seed: number): Random {
  let state = seed;
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(unit() * (to - from + 1));
  return {
    unit,
    whole,
    pick: (items) => items[whole(0, items.length - 1)]!,
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    wait: (mean) => -mean * Math.log(1 - unit()),
  };
}
