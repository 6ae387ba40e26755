import { margin } from "../../recipe/assumed";
import type { Figure } from "../../recipe/figure";
import { type Call, type Term, apply, setting } from "../../recipe/term";
import type { SentCell } from "../../sheet/sentCell";
import { rollingOf } from "../figures";
import { profileOf } from "../question";
import type { Reading, RevenueRows } from "../reading";
import { measuresOf, numberIn, recordsOf, wordsOf } from "../results";
import { type Sentence, plural, saidCount, saidMoney, saidNumber, saidShare } from "../sentence";
import {
  type Basis,
  type Headline,
  type Work,
  cameBack,
  factIn,
  firstCell,
  marginIn,
  measureIn,
  rowIn,
  valueIn,
} from "./headline";

/** What a new customer brings in over the first months, by the margin and the acquisition cost. */
export const horizonOf = (
  { customer, date, amount }: RevenueRows,
  share: Term = margin,
  cac: Term = setting("cac"),
): Call =>
  apply(
    "CLV_HORIZON",
    customer,
    date,
    amount,
    setting("horizon"),
    setting("discount_rate"),
    share,
    setting("as_of"),
    cac,
  );

/** What a new customer brings within a horizon; undefined where that cannot be told. */
export function ofShop(
  reading: Reading,
  question: "shop" | "once" | "few",
  { profile }: Basis,
  work: Work,
): Headline | undefined {
  const table = horizonOf(reading.rows!);
  const [figure] = work(table);
  const row = rowIn(figure);
  const note = wordsOf(row["Note"]) || undefined;
  if (numberIn(row["Value"]) === undefined || paidIn(profile) <= 0) return undefined;
  const measure = measureIn(profileOf(reading)!, profile!);
  const modelled = numberIn(row["Modelled share"]) ?? 0;
  const seen = numberIn(row["Seen months"]) ?? 0;
  const months = row["Months"]!;
  const basis = wordsOf(row["Basis"]);
  const why: Sentence =
    basis === "once"
      ? ["Nobody came back in the time the data cover, so this is the mean order."]
      : [
          "Customers may leave without notice, so this adds up what they bring in by age: ",
          ...(modelled > 0
            ? [
                `${plural(seen, "month")} observed, the rest (`,
                saidShare(modelled),
                basis === "model" ? ") expected from their purchases." : ") extrapolated, fading out.",
              ]
            : ["all of it observed."]),
        ];
  return {
    question,
    ...valueIn(table, "Value", work),
    title:
      typeof months === "number"
        ? `Value of a new customer over ${plural(months, "month")}`
        : "Value of a new customer",
    short: typeof months === "number" ? `New customer, ${plural(months, "month")}` : "New customer",
    low: numberIn(row["Low"]),
    high: numberIn(row["High"]),
    note,
    why,
    facts: [
      factIn(table, row)("First order", "First order", "money", "on average"),
      cameBack(measure),
      measure("Paid so far", "Paid per customer", "money", "per customer"),
    ],
    beside: paidMore(profile, numberIn(row["Value"])! / marginIn(work), months),
  };
}

/** What customers have paid so far on average, refunds taken off. */
const paidIn = (profile: Figure | undefined) =>
  numberIn(profile && measuresOf(profile).get("Paid per customer")) ?? NaN;

/** That customers have paid more so far than a new one pays, since they have been there for longer. */
function paidMore(profile: Figure | undefined, value: number, months: SentCell): Sentence[] {
  const measures = profile && measuresOf(profile);
  const [paid, age] = ["Paid per customer", "Mean age (months)"].map((name) => numberIn(measures?.get(name)));
  if (paid === undefined || age === undefined || paid <= value) return [];
  return [
    [
      "Customers have paid ",
      saidMoney(paid),
      " each so far, but they first came ",
      saidNumber(age),
      ` months ago on average${typeof months === "number" ? `; this counts only ${months}` : ""}.`,
    ],
  ];
}

/** In months: after what pause a customer counts as lost, how far the data go back, and over what churn is taken. */
interface Seen {
  readonly pause: number | null;
  readonly history: number | undefined;
  readonly window: number;
}

/** What the rolling formula would say of a shop, and why that is another thing. */
export function rollingBeside(
  { series }: Reading,
  { question }: Headline,
  { pause, history, window }: Seen,
  work: Work,
): Sentence[] {
  if (!series || (question !== "shop" && question !== "billed")) return [];
  // Who was lost at the start of the window had to be silent for the pause before.
  if (pause !== null && history !== undefined && history < pause + window)
    return [
      [
        `Revenue per customer ÷ churn is not possible yet: a customer counts as lost after ${plural(pause, "month")} without an order, and the data cover only ${plural(Math.floor(history), "month")}.`,
      ],
    ];
  const value = numberIn(firstCell(work(rollingOf(series))[0]));
  if (value === undefined) return [];
  return [
    [
      "Revenue per customer ÷ churn would give ",
      saidMoney(value),
      `. It counts each pause${pause === null ? "" : ` of ${plural(pause, "month")}`} as a loss, so it values one spell of buying, not a customer.`,
    ],
  ];
}

/** What came of all that was expected of 28 data sets lay between these parts of it in 24 of them. */
const spread = 1.6;
const usualHorizon = 12;

/** What the customers of today will still bring; null where no model of their purchases can be told. */
export function todaysCustomers({ rows }: Reading, work: Work): Sentence | null {
  if (!rows) return null;
  const { customer, date, amount } = rows;
  const horizon = setting("horizon");
  const [figure, months] = work(
    apply(
      "CLV_PREDICT",
      customer,
      date,
      amount,
      horizon,
      setting("discount_rate"),
      margin,
      null,
      setting("as_of"),
    ),
    horizon,
  );
  if (figure!.error !== undefined) return null;
  const values = recordsOf(figure!).map((row) => numberIn(row["Predicted CLV"]) ?? 0);
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return null;
  const ahead = firstCell(months);
  return [
    "Today's ",
    saidCount(values.length),
    " customers will still bring in ",
    saidMoney(sum),
    ahead === "forever" ? "" : ` in ${plural(Number(ahead) || usualHorizon, "month")}`,
    ", usually between ",
    saidMoney(sum / spread),
    " and ",
    saidMoney(sum * spread),
    ".",
  ];
}
