import type { Fit } from "../prediction/fit";
import type { Orders } from "./statement";

/** What the steps of a model are made from. */
export interface Model {
  readonly fit: Fit;
  readonly number: (value: number) => string;
  readonly eachFrom: Orders["dialect"]["eachFrom"];
  readonly whole: string;
  /** Times ahead in periods, and the weight of the orders expected up to each in the discounted sum. */
  readonly ahead: readonly { readonly time: number; readonly weight: number }[];
}
