import type { Facts } from "./facts";
import { asCurrency, asCustomer, asDate, isEmail, isFew, isMoney, isStatus, some } from "./fit";
import { onceEach } from "./onceEach";
import { currencyOf } from "../words/header";
import { isState, isYesOrNo } from "../../sheet/written/statuses";

/** States in words; yes and no are left out, since they could answer anything. */
const areStates = (facts: Facts) =>
  isStatus(facts) &&
  some(facts.texts, isState, 0.8) &&
  facts.filled > 0.8 &&
  !some(facts.texts, isYesOrNo, 0.9);

/** Three letters could be a name. */
const areCodes = (facts: Facts) =>
  asCurrency(facts) === 1 && some(facts.texts, (text) => currencyOf(text.toUpperCase()) !== undefined, 0.8);

/** Each number is above the one before: they number the rows, or what the rows are about. */
export const rises = ({ numbers }: Facts) =>
  numbers.every((one, row) => row === 0 || one > numbers[row - 1]!);

/** What cells alone suggest, where no header helps, from 0 to 1. */
export const contentScore = onceEach((meaning, facts) => {
  if (meaning === "customer") {
    if (isEmail(facts)) return 0.4;
    const repeats = facts.distinct < facts.values.length && (!isFew(facts) || facts.distinct > 5);
    // Nobody has the number 0.
    if (asCustomer(facts) < 1 || isMoney(facts) || facts.numbers.includes(0)) return 0;
    return (repeats ? 0.3 : 0.2) - (facts.kind === "text" ? 0 : 0.12);
  }
  if (meaning === "signal") return facts.kind === "number" && facts.header && !isMoney(facts) ? 0.15 : 0;
  if (meaning === "date") return asDate(facts) === 1 ? 0.3 : 0;
  if (meaning === "amount") {
    if (isMoney(facts)) return 0.3;
    return facts.kind === "number" && !facts.header && !rises(facts) ? 0.12 : 0;
  }
  if (meaning === "status") return areStates(facts) && isFew(facts) ? 0.3 : 0;
  if (meaning === "currency") return areCodes(facts) && isFew(facts) ? 0.3 : 0;
  if (meaning === "start") return asDate(facts) === 1 && facts.filled > 0.95 ? 0.2 : 0;
  if (meaning === "end") return asDate(facts) === 1 && facts.filled < 0.95 ? 0.2 : 0;
  if (meaning === "mrr") return isMoney(facts) ? 0.15 : 0;
  return 0;
});
