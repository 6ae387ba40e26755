import type { NewCustomers } from "./newCustomers";
import { leastRepeatCustomers } from "./observe";

/** Fewest customers for a mean, and fewest ages that must be observed. */
const leastCustomers = 20;
const leastSeen = 3;
/** Months of history without which no horizon is chosen, and without a model nothing is told. */
export const leastHistory = 6;
/** Share of the value from which on too much is the model's. */
export const mostModelled = 0.4;
/** History in which a year's seasons are not all seen. */
export const youngHistory = 13;
/** Months in which a rate halves of which nothing else is known. */
export const halfLife = 12;

export const plain = (value: number) => String(Math.floor(value * 10) / 10);
export const percent = (share: number) => `${Number((share * 100).toPrecision(2))}%`;

/** Why nothing can be told of these customers; undefined where something can. */
export function whyUntold({
  buyers,
  canFit,
  history,
  seen,
  repeatCustomers,
}: NewCustomers): string | undefined {
  if (buyers.length < leastCustomers)
    return `only ${buyers.length} customer${buyers.length === 1 ? "" : "s"}: look at what each has paid`;
  if (!canFit && history < leastHistory)
    return repeatCustomers < leastRepeatCustomers
      ? `${plain(history)} months of history and ${repeatCustomers} customers who came back: too short and too few`
      : `${plain(history)} months of history: too short`;
  if (seen < leastSeen) return `too few customers have been here for ${leastSeen} months`;
  return undefined;
}

/** What a value rests on, where that is little. */
export function notesOf(
  { history, hasNewcomers, kind, canFit, repeatCustomers, buyers }: NewCustomers,
  seen: number,
  modelledShare: number,
  isHalving: boolean,
): string[] {
  const cameBack = repeatCustomers === 0 ? "nobody" : `only ${repeatCustomers} of ${buyers.length} customers`;
  const notes = [
    kind === "once" && !canFit && `in the ${plain(history)} months observed, ${cameBack} came back`,
    isHalving &&
      `no model can be fitted, so purchases after ${seen} months are assumed to halve every ${halfLife} months: rough`,
    modelledShare > mostModelled && `${percent(modelledShare)} of it is not yet observed: rough`,
    history < youngHistory && `${plain(history)} months of history: seasons are not yet visible`,
    !hasNewcomers && "too few new customers came in the last year, so all years count",
  ];
  return notes.filter((note) => typeof note === "string");
}
