import { type Call, apply } from "../recipe/term";
import type { Figure } from "../recipe/figure";
import type { Reading } from "./reading";
import { measuresOf, wordsOf } from "./results";

/**
 * What a value of a customer answers for a table: what contracts bring until they end; what steady payments bring until
 * they stop; what a new customer of a shop brings within a horizon; what customers who bought once have brought; what
 * customers so far are worth by their tenure; what a new customer brings by a model of summed-up purchases; or, where the
 * data tell no more, what customers have paid so far.
 */
export type Question = "contracts" | "billed" | "shop" | "once" | "few" | "snapshot" | "histories" | "soFar";

/** Whether the answer is what a customer is worth, and not what customers have paid. */
export const isWorth = (question: Question): boolean => question !== "few" && question !== "soFar";

/** What a person may say of how customers buy. */
const kinds = ["billed", "shop"] as const;

/** How customers buy, where rows of revenue tell. */
export function profileOf({ rows }: Reading): Call | undefined {
  if (!rows) return undefined;
  const { customer, date, amount } = rows;
  return apply("CLV_PROFILE", customer, date, amount, { setting: "as_of" });
}

/** Which question a table answers; undefined where it gives no value. */
export function questionOf(
  { table, series, rows, subscriptions, snapshot, histories, totals }: Reading,
  profile: Figure | undefined,
  said: string,
): Question | undefined {
  if (snapshot) return "snapshot";
  if (histories) return "histories";
  // Where nobody's end is told, nothing says how long customers stay.
  if (totals || (subscriptions && !subscriptions.end)) return "soFar";
  if (!series) return undefined;
  if (!rows || (table.shape === "cube" && !table.havePauses)) return "contracts";
  const kind = kinds.find((one) => one === said) ?? wordsOf(profile && measuresOf(profile).get("Kind"));
  return kind === "billed" || kind === "once" || kind === "few" ? kind : "shop";
}

/** Whether only a person can say how customers pay. */
export const isKindOpen = (profile: Figure | undefined, said: string): boolean =>
  !kinds.some((one) => one === said) &&
  profile !== undefined &&
  measuresOf(profile).get("Kind open") === "yes";
