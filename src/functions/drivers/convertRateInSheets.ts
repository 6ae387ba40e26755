import { daysPer } from "../../core/period";
import type { Given } from "../../native/given";

/** Forty-eighths of a day in each period, so that no decimal stands in a formula. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(daysPer).map(([period, days]) => [period, 48 * days]),
);

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

function periodsPer(given: Given): string | undefined {
  const [from, to] = [given.literal(1), given.literal(2)];
  if (typeof from === "string" && typeof to === "string") {
    const [below, above] = [lengths[from], lengths[to]];
    if (below === undefined || above === undefined) return undefined;
    const divisor = greatestDivisor(above, below);
    return below === divisor ? String(above / divisor) : `(${above / divisor}/${below / divisor})`;
  }
  const length = (index: number, name: string) => {
    const listed = Object.entries(lengths).map(([period, length]) => `"${period}", ${length}`);
    return `SWITCH(LOWER(TRIM(${given.value(index, name)})), ${listed.join(", ")})`;
  };
  return `(${length(2, "to_period")}/${length(1, "from_period")})`;
}

/** CLV_CONVERT_RATE in Sheets' own functions; undefined where an argument is not one that they take. */
export function convertRateInSheets(given: Given): string | undefined {
  const times = periodsPer(given);
  const rate = given.value(0, "rate");
  const formulas = {
    churn: `1-(1-${rate})^${times}`,
    retention: `${rate}^${times}`,
    discount: `(1+${rate})^${times}-1`,
  };
  const kind = given.literal(3);
  if (times === undefined) return undefined;
  if (kind !== null) return formulas[(kind ?? "churn") as keyof typeof formulas];
  const { churn, retention, discount } = formulas;
  const asked = given.valueOr(3, "kind", '"churn"');
  return `SWITCH(LOWER(TRIM(${asked})), "churn", ${churn}, "retention", ${retention}, "discount", ${discount})`;
}
