import type { Cell } from "../../src/sheet/cell";
import { call, column, day } from "./call";

/** A subscription with the days it starts and ends in ISO notation; "" while it runs. */
export interface Subscription {
  readonly customer: string;
  readonly start: string;
  readonly end: string;
  readonly mrr: number;
}

/** What CLV_SUBSCRIPTIONS gives for them. */
export const tableOf = (rows: readonly Subscription[], ...more: unknown[]) =>
  call(
    "CLV_SUBSCRIPTIONS",
    column(...rows.map(({ customer }) => customer)),
    column(...rows.map(({ start }) => day(start))),
    column(...rows.map(({ end }) => (end === "" ? "" : day(end)))),
    column(...rows.map(({ mrr }) => mrr)),
    ...more,
  ) as Cell[][];
