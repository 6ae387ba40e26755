import { discountedValue } from "../../core/value/discountedValue";
import { choice, number, rate, wholeNumber } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { money, percent } from "../../sheet/words";
import { nativeScalar } from "../../native/given";
import { geometric } from "../../native/geometric";

export const CLV_DISCOUNTED = scalarFunction({
  name: "CLV_DISCOUNTED",
  summary:
    "What a customer's future profit is worth today, at a constant retention and discount rate: margin × retention ÷ (1 + discount − retention). Margin and both rates are for the same period.",
  details:
    'Convert rates from another period with CLV_CONVERT_RATE, naming the kind of each. For a margin of 10 a month, a retention of 80% a year and a discount of 10% a year: =CLV_DISCOUNTED(10, CLV_CONVERT_RATE(80%, "year", "month", "retention"), CLV_CONVERT_RATE(10%, "year", "month", "discount")) gives 371.84.',
  notFor:
    "Not for contracts whose retention rises with tenure, as it usually does: use CLV_RENEWALS. Not for a shop, whose customers pause and have no retention rate: use CLV_HORIZON with a discount.",
  maths: [
    String.raw`\text{first payment later:} \quad m\,\frac{r}{1 + d - r} \qquad \text{now:} \quad m\,\frac{1 + d}{1 + d - r}`,
    String.raw`m \text{ margin}, \quad r \text{ retention rate}, \quad d \text{ discount rate}`,
  ],
  args: [
    number({ name: "margin", text: "Gross profit per customer in one period, in money." }),
    rate({ name: "retention_rate", text: "Share of customers kept in one period, such as 98%." }),
    rate({ name: "discount_rate", text: "Interest for one period, such as 1%." }),
    wholeNumber({
      name: "periods",
      text: "Payments to count.",
      atLeast: 1,
      optional: true,
      whenLeftOut: "no end",
    }),
    choice({
      name: "first_payment",
      text: '"later" (after one period, if retained) or "now" (for certain).',
      choices: ["later", "now"],
      otherwise: "later",
    }),
  ],
  unit: "money",
  result: "Present value of one customer",
  example: { formula: "=CLV_DISCOUNTED(100, 80%, 10%)", result: 800 / 3 },
  source: "S. Gupta, D. Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1)",
  run: discountedValue,
  explain: (value, margin, retention_rate, discount_rate, periods, first_payment) => {
    const [r, d] = [percent(retention_rate), percent(discount_rate)];
    const count = periods === undefined ? "" : ` over ${periods} payments`;
    const factor = first_payment === "now" ? `(1 + ${d}) ÷ (1 + ${d} − ${r})` : `${r} ÷ (1 + ${d} − ${r})`;
    const formula =
      periods === undefined
        ? `margin ${money(margin)} × ${factor}`
        : `margin ${money(margin)} at retention ${r} and discount ${d}`;
    return `${formula}${count}, first payment ${first_payment} = ${money(value)}`;
  },
  native: nativeScalar((given) => {
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
  }),
});
