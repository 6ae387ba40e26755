// Blocks of CLV_FIT_YEARS next to those of CLV_FIT, and the histories that go with them.
import type { History } from "../../core/models/history";
import { parameterNames } from "../../core/models/bgBb";
import type { Parameters } from "../../core/models/nbd";
import type { Fit } from "../../core/prediction/fit";
import type { YearsFit } from "../../core/prediction/fitYears";
import { refusal } from "../../core/refusal";
import type { WholeArgument } from "../../sheet/argument";
import { numberReader } from "../../sheet/reader";
import { fitFrom, isOfYears, readFit } from "../predictions/fitBlock";

const positive = numberReader({ above: 0 });

/** A block of CLV_FIT, CLV_FIT_HISTORIES or CLV_FIT_YEARS. */
export const anyFitArgument: WholeArgument<Fit | YearsFit> = fitFrom((argument, block) => {
  if (!isOfYears(block)) return readFit(argument, block);
  const params = parameterNames.map((name) => block.read(name, positive)) as unknown as Parameters;
  return { model: "bg/bb", period: "year", params };
}, "The whole table of CLV_FIT, CLV_FIT_HISTORIES or CLV_FIT_YEARS.");

/** A history of yearly opportunities that can be. `place` says where it stands. */
export function toYears(x: number, t_x: number, T: number, ofAll = "age", place = ""): History {
  for (const [name, value] of [
    ["recency", t_x],
    [ofAll, T],
  ] as const)
    if (!Number.isInteger(value))
      throw refusal(`${name} must be a whole number because it counts opportunities, got ${value}${place}`);
  if (t_x > T) throw refusal(`recency must be at most ${ofAll}, got ${t_x} against ${T}${place}`);
  if (x > t_x)
    throw refusal(
      `frequency must be at most recency, the latest opportunity with a purchase, got ${x} against ${t_x}${place}`,
    );
  if (x === 0 && t_x > 0) throw refusal(`recency must be 0 where frequency is 0, got ${t_x}${place}`);
  return { x, t_x, T };
}

/** So many opportunities ahead. */
export function toOpportunities(periods: number): number {
  if (Number.isInteger(periods)) return periods;
  throw refusal(`periods must be a whole number of opportunities with a CLV_FIT_YEARS table, got ${periods}`);
}
