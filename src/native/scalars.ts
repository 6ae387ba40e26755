import type { Given } from "./given";

/** Σ ratio^t for t = 0 … terms − 1. */
const geometric = (ratio: string, terms: string) =>
  `IF(${ratio}=1, ${terms}, (1-${ratio}^${terms})/(1-${ratio}))`;

/** Forty-eighths of a day in each period, so that no decimal stands in a formula. */
const lengths: Readonly<Record<string, number>> = {
  day: 48,
  week: 336,
  month: 1461,
  quarter: 4383,
  year: 17532,
};

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

function convertedRate(given: Given): string | undefined {
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

function discounted(given: Given): string | undefined {
  const margin = given.value(0, "margin");
  const retention = given.value(1, "retention_rate");
  const discount = given.value(2, "discount_rate");
  const isNow = given.literal(4);
  if (isNow !== undefined && isNow !== null && isNow !== "now" && isNow !== "later") return undefined;
  const first = (later: string, now: string) =>
    isNow === null
      ? `IF(LOWER(TRIM(${given.value(4, "first_payment")}))="now", ${now}, ${later})`
      : isNow === "now"
        ? now
        : later;
  const endless = `${margin}*${first(retention, `(1+${discount})`)}/(1+${discount}-${retention})`;
  const ratio = `(${retention}/(1+${discount}))`;
  return given.ifGiven(3, "periods", endless, (periods) => {
    const decay = given.named("ratio", ratio);
    return `${margin}*${first(decay, "1")}*${geometric(decay, periods)}`;
  });
}

function fromChurn(given: Given): string {
  const revenue = given.value(0, "average_revenue");
  const churn = given.value(1, "churn_rate");
  const profit = `${given.valueOr(2, "gross_margin", "1")}*${revenue}`;
  const isGrowing = given.literal(3) !== undefined;
  const growth = given.valueOr(3, "expansion_rate", "0");
  const ratio = isGrowing ? `((1-${churn})*(1+${growth}))` : `(1-${churn})`;
  // Growth that makes up for churn has no value without an end.
  const endless = isGrowing ? `${profit}/IF(${ratio}<1, 1-${ratio}, 0)` : `${profit}/${churn}`;
  return given.ifGiven(4, "max_periods", endless, (terms) => `${profit}*${geometric(ratio, terms)}`);
}

function payback(given: Given): string {
  const cost = given.value(0, "cac");
  const profit = given.named(
    "profit",
    `${given.value(1, "average_revenue")}*${given.valueOr(2, "gross_margin", "1")}`,
  );
  const plain = `${cost}/${profit}`;
  if (given.literal(3) === undefined) return `IF(${cost}=0, 0, ${plain})`;
  const churn = given.valueOr(3, "churn_rate", "0");
  const atOnce = `IF(${cost}<=${profit}, ${plain}, NA())`;
  const withChurn = `LN(1-${plain}*${churn})/LN(1-${churn})`;
  return `IF(${cost}=0, 0, IF(${churn}=0, ${plain}, IF(${churn}=1, ${atOnce}, ${withChurn})))`;
}

const value = (given: Given) => `${given.value(0, "average_revenue")}*${given.value(1, "lifetime")}`;

/** The functions of one value each; undefined where an argument is none that they take. */
export const scalars: Readonly<Record<string, (given: Given) => string | undefined>> = {
  CLV: (given) => `${value(given)}*${given.valueOr(2, "gross_margin", "1")}`,
  CLV_NET_CAC: (given) => `${value(given)}*${given.valueOr(3, "gross_margin", "1")}-${given.value(2, "cac")}`,
  CLV_ORDERS: (given) =>
    `${given.value(0, "average_order_value")}*${given.value(1, "orders_per_period")}*${given.value(2, "lifetime")}` +
    `*${given.valueOr(4, "gross_margin", "1")}-${given.valueOr(3, "cac", "0")}`,
  CLV_FROM_CHURN: fromChurn,
  CLV_DISCOUNTED: discounted,
  CLV_LIFETIME: (given) => {
    const churn = given.value(0, "churn_rate");
    return given.ifGiven(1, "max_periods", `1/${churn}`, (terms) => geometric(`(1-${churn})`, terms));
  },
  CLV_CHURN_RATE: (given) => `${given.value(0, "customers_lost")}/${given.value(1, "customers_at_start")}`,
  CLV_CONVERT_RATE: convertedRate,
  CLV_CAC_RATIO: (given) => `${given.value(0, "clv")}/${given.value(1, "cac")}`,
  CLV_PAYBACK: payback,
  CLV_MAX_CAC: (given) => `${given.value(0, "clv")}/${given.valueOr(1, "target_ratio", "3")}`,
};
