import type { Call } from "../recipe/columns";
import type { Figure } from "../recipe/figure";
import type { Recipe, Term } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import type { Unit } from "../sheet/unit";
import { rollingOf } from "./figures";
import { profileOf, type Question } from "./question";
import type { Reading, RevenueRows } from "./reading";
import { cellIn, measuresOf, numberIn, recipeOf, recordsOf, wordsOf } from "./results";
import { type Sentence, plural, saidCount, saidMoney, saidNumber, saidShare } from "./sentence";

export type FactUnit = Extract<Unit, "money" | "share" | "count" | "number" | "periods">;

/** A figure beside the value. */
export interface Fact {
  readonly title: string;
  readonly value: SentCell;
  readonly unit: FactUnit;
  readonly note: string;
  /** What it is worked out from. */
  readonly term: Term;
}

/** The value that answers a table's question, in what limits, and why this question. */
export interface Headline {
  readonly question: Question;
  readonly title: string;
  readonly recipe: Recipe;
  readonly figure: Figure;
  /** Limits that hold the value with a confidence of 90%. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** What a customer is worth at least (95%), where too few were lost to say more. */
  readonly atLeast?: number | undefined;
  /** What gives the value and its limits, as a table. */
  readonly table?: Call | undefined;
  /** The column of that table in whose first row the value stands; undefined where it is worked out beside it. */
  readonly column?: string | undefined;
  readonly why: Sentence;
  readonly facts: readonly Fact[];
  /** What else can be said of a customer. */
  readonly beside: readonly Sentence[];
  /** Customers lost that the value rests on. */
  readonly lost?: number | undefined;
  /** Months that a customer stays by it. */
  readonly lifetime?: number | undefined;
  /** What the function says of its own result. */
  readonly note?: string | undefined;
  /** What it would be with a short pause, and with a long one. */
  readonly pauses?: readonly [short: number | undefined, long: number | undefined];
}

/** Works out terms by the assumptions of one setup. */
export type Work = (...terms: Term[]) => Figure[];

/** Losses below which the value is only a lower limit. */
export const fewLosses = 10;

const setting = (key: string): Term => ({ setting: key });
const margin = setting("gross_margin");
/** How sure limits are, and a lower limit by itself where nobody was lost. */
const [confidence, confidenceOfLeast] = [0.9, 0.95];

const periodMonths: Readonly<Record<string, number>> = {
  day: 12 / 365.25,
  week: 84 / 365.25,
  quarter: 3,
  year: 12,
};
/** So many periods in months. */
export const monthsOf = (periods: number, period: string) => periods * (periodMonths[period] ?? 1);

const first = (figure: Figure | undefined): SentCell => figure?.cells[0]?.[0] ?? "";

/** What the first row of a table says, by its titles. */
const rowIn = (figure: Figure | undefined) =>
  (figure?.error === undefined && figure ? recordsOf(figure)[0] : undefined) ?? {};

/** What a headline rests on beside the table. */
export interface Basis {
  readonly period: string;
  readonly window: number;
  readonly profile: Figure | undefined;
}

/** Revenue per customer ÷ churn. */
export function ofContracts(
  { table, series }: Reading,
  { period, window }: Pick<Basis, "period" | "window">,
  work: Work,
  lost: number,
): Headline | undefined {
  const { revenue, customers, churn } = series!;
  const limits: Call = {
    apply: "CLV_INTERVAL",
    to: [
      revenue,
      customers,
      churn,
      setting("window"),
      margin,
      lost > 0 ? confidence : confidenceOfLeast,
      "average",
    ],
  };
  const rolling = rollingOf(series!);
  const [value, interval] = work(rolling, limits);
  const { Low, High } = rowIn(interval);
  const low = numberIn(Low);
  const isEndless = typeof first(value) !== "number";
  if (isEndless && low === undefined) return undefined;
  const recipe = recipeOf(isEndless ? cellIn(limits, 1, "Low") : rolling);
  return {
    question: "contracts",
    column: isEndless ? "Low" : undefined,
    title: "Customer lifetime value",
    recipe,
    figure: isEndless ? work(recipe.result)[0]! : value!,
    low,
    high: numberIn(High),
    atLeast: lost < fewLosses ? low : undefined,
    table: limits,
    lost,
    why: [
      table.shape === "subscriptions"
        ? "Customers stay until they cancel: "
        : table.shape === "cube"
          ? `Customers pay each ${period}: `
          : "",
      `${table.shape === "monthly" ? "Revenue" : "revenue"} per customer ÷ churn, mean of ${plural(window, period)}.`,
    ],
    facts: [],
    beside: [],
  };
}

/** All that steady payers have paid ÷ how many of them have stopped. */
export function ofBilled({ rows }: Reading, { profile }: Basis, work: Work): Headline | undefined {
  const { customer, date, amount } = rows!;
  const table: Call = {
    apply: "CLV_BILLED",
    to: [customer, date, amount, null, margin, setting("as_of"), setting("grace_days"), setting("cac")],
  };
  const [figure] = work(table);
  const row = rowIn(figure);
  const [value, atLeast] = [numberIn(row["Value"]), numberIn(row["At least"])];
  if (value === undefined && atLeast === undefined) return undefined;
  const column = value === undefined ? "At least" : "Value";
  const recipe = recipeOf(cellIn(table, 1, column));
  const lost = numberIn(row["Lost"]) ?? 0;
  const every = wordsOf(row["Interval"]) || "month";
  const of = factIn(table, row);
  const steady = numberIn(measuresOf(profile!).get("Share at interval")) ?? 0;
  return {
    question: "billed",
    column,
    title: "Customer lifetime value",
    recipe,
    figure: work(recipe.result)[0]!,
    low: numberIn(row["Low"]),
    high: numberIn(row["High"]),
    atLeast: lost < fewLosses ? atLeast : undefined,
    table,
    lost,
    lifetime: numberIn(row["Lifetime (months)"]),
    pauses: [numberIn(row["Value at 1.5 intervals"]), numberIn(row["Value at 2.5 intervals"])],
    why: [
      `Payments come every ${every} (`,
      saidShare(steady),
      ` of a customer's gaps), so who stops is lost: all revenue ÷ customers lost. Lost means ${Math.round(numberIn(row["Grace (days)"]) ?? 0)} days without a payment.`,
    ],
    facts: [
      of("Payments", "Payments", "count", `one a ${every}`),
      of("Churn", "Churn", "share", "a payment"),
      of("Lifetime", "Lifetime (months)", "number", "months"),
    ],
    beside: [],
  };
}

/** What a new customer brings in its first months. */
const horizonOf = ({ customer, date, amount }: RevenueRows): Call => ({
  apply: "CLV_HORIZON",
  to: [
    customer,
    date,
    amount,
    setting("horizon"),
    setting("discount_rate"),
    margin,
    setting("as_of"),
    setting("cac"),
  ],
});

/** What a new customer brings within a horizon; what customers have paid so far, where that can't be told. */
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
  const recipe = recipeOf(cellIn(table, 1, "Value"));
  const modelled = numberIn(row["Modelled share"]) ?? 0;
  const seen = numberIn(row["Seen months"]) ?? 0;
  const months = row["Months"]!;
  const basis = wordsOf(row["Basis"]);
  const why: Sentence =
    basis === "once"
      ? ["Nobody came back in the time that the data cover, so this is the mean order."]
      : [
          "Customers may leave without notice, so this adds up what they bring by age: ",
          ...(modelled > 0
            ? [
                `${plural(seen, "month")} of it seen, the rest (`,
                saidShare(modelled),
                basis === "model" ? ") expected from their purchases." : ") carried on, fading out.",
              ]
            : ["all of it seen."]),
        ];
  return {
    question,
    column: "Value",
    title:
      typeof months === "number"
        ? `A new customer brings in ${plural(months, "month")}`
        : "A new customer brings",
    recipe,
    figure: work(recipe.result)[0]!,
    low: numberIn(row["Low"]),
    high: numberIn(row["High"]),
    table,
    note,
    why,
    facts: [
      factIn(table, row)("First order", "First order", "money", "on average"),
      cameBack(measure),
      measure("Paid so far", "Paid per customer", "money", "per customer"),
    ],
    beside: paidMore(profile, numberIn(row["Value"])!, months),
  };
}

/** What customers have paid so far, where the data tell no more. */
export function ofPaid(reading: Reading, { profile }: Basis, work: Work): Headline | undefined {
  const table = profileOf(reading);
  if (!table || !profile || profile.error !== undefined) return undefined;
  const measure = measureIn(table, profile);
  const horizon = reading.table.shape === "cube" ? undefined : work(horizonOf(reading.rows!))[0];
  const reason = wordsOf(rowIn(horizon)["Note"]) || "the data are too few";
  const paid = measure("Paid so far", "Paid per customer", "money", "per customer");
  const recipe = recipeOf(paid.term);
  return {
    question: "few",
    title: "Paid so far, per customer",
    recipe,
    figure: work(recipe.result)[0]!,
    why: [`Not yet what a customer is worth, only what one has paid. More cannot be told: ${reason}.`],
    facts: [
      measure("Customers", "Customers", "count", "so far"),
      cameBack(measure),
      measure("Revenue", "Revenue", "money", "so far"),
    ],
    beside: [],
  };
}

/** What a column of a function's first row says beside the value. */
const factIn =
  (table: Call, row: Readonly<Record<string, SentCell>>) =>
  (title: string, column: string, unit: FactUnit, note: string): Fact => ({
    title,
    value: row[column] ?? "",
    unit,
    note,
    term: cellIn(table, 1, column),
  });

/** What one of a function's measures says beside the value. */
function measureIn(table: Call, figure: Figure) {
  const measures = measuresOf(figure);
  const names = [...measures.keys()];
  return (title: string, name: string, unit: FactUnit, note: string): Fact => ({
    title,
    value: measures.get(name) ?? "",
    unit,
    note,
    term: cellIn(table, names.indexOf(name) + 1, "Value"),
  });
}

/** What customers have paid so far on average, refunds taken off. */
const paidIn = (profile: Figure | undefined) =>
  numberIn(profile && measuresOf(profile).get("Paid per customer")) ?? NaN;

function cameBack(measure: ReturnType<typeof measureIn>): Fact {
  const [some, all] = ["Repeat customers", "Customers"].map((name) => measure(name, name, "count", ""));
  return {
    title: "Came back",
    value: (numberIn(some!.value) ?? 0) / (numberIn(all!.value) || 1),
    unit: "share",
    note: "of customers",
    term: { apply: "QUOTIENT", to: [some!.term, all!.term] },
  };
}

/** That customers have paid more so far than a new one brings, since they have been there for longer. */
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
      ` months ago on average${typeof months === "number" ? `; this counts ${months}` : ""}.`,
    ],
  ];
}

/** What customers so far pay a period ÷ the share of them that leaves a period. */
export function ofSnapshot({ snapshot }: Reading, work: Work): Headline | undefined {
  const { tenure, charge, left } = snapshot!;
  const callAt = (sure: number): Call => ({
    apply: "CLV_SNAPSHOT",
    to: [tenure, charge, left, margin, sure],
  });
  const isEndless = numberIn(rowIn(work(callAt(confidence))[0])["Value"]) === undefined;
  const table = callAt(isEndless ? confidenceOfLeast : confidence);
  const row = rowIn(work(table)[0]);
  const [value, low, lost] = [numberIn(row["Value"]), numberIn(row["Low"]), numberIn(row["Left"]) ?? 0];
  if (value === undefined && low === undefined) return undefined;
  const of = factIn(table, row);
  const column = value === undefined ? "Low" : "Value";
  const recipe = recipeOf(cellIn(table, 1, column));
  return {
    question: "snapshot",
    column,
    title: "Customer lifetime value",
    recipe,
    figure: work(recipe.result)[0]!,
    low,
    high: numberIn(row["High"]),
    atLeast: lost < fewLosses ? low : undefined,
    table,
    lost,
    lifetime: numberIn(row["Lifetime"]),
    why: [
      "What a customer pays a month ÷ the share that leaves a month: ",
      saidCount(lost),
      " have left in all the months that anybody has stayed. Right as long as churn stays as it is.",
    ],
    facts: [
      of("Per customer", "Charge per period", "money", "a month"),
      of("Churn", "Churn", "share", "a month"),
      of("Lifetime", "Lifetime", "number", "months"),
    ],
    beside: [],
  };
}

/** What customers pay now, where nothing says how long they stay. */
export function ofRunning(
  { series }: Reading,
  { period }: Pick<Basis, "period">,
  work: Work,
): Headline | undefined {
  const { period: days, revenue, customers } = series!;
  const latest = (cells: Term): Term => ({ apply: "AT_LATEST", to: [days, cells] });
  const recipe = recipeOf({ apply: "QUOTIENT", to: [latest(revenue), latest(customers)] });
  const [figure, count] = work(recipe.result, latest(customers));
  if (numberIn(first(figure)) === undefined) return undefined;
  return {
    question: "soFar",
    title: `Paid a ${period}, per customer`,
    recipe,
    figure: figure!,
    why: [
      "Not yet what a customer is worth, only what one pays now. More cannot be told: no column says when a subscription ended, and so how long customers stay. Add those that have ended, with their last day.",
    ],
    facts: [
      {
        title: "Customers",
        value: first(count),
        unit: "count",
        note: `at the start of the latest ${period}`,
        term: latest(customers),
      },
    ],
    beside: [],
  };
}

/** What customers have brought so far, by their totals. */
export function ofTotals({ totals }: Reading, work: Work): Headline {
  const { customer, orders, revenue } = totals!;
  const apply = (name: string, ...to: Term[]): Term => ({ apply: name, to });
  const average = apply("QUOTIENT", apply("SUM", revenue), apply("SUM", orders));
  const frequency = apply("QUOTIENT", apply("SUM", orders), apply("COUNT", customer));
  const recipe = recipeOf(apply("CLV_ORDERS", average, frequency, 1, null, margin));
  return {
    question: "soFar",
    title: "Paid so far, per customer",
    recipe,
    figure: work(recipe.result)[0]!,
    why: [
      "Average order × orders per customer. Totals do not say when: a value needs orders with their dates.",
    ],
    facts: [],
    beside: [],
  };
}

/** What the rolling formula would say of a shop, and why that is another thing. */
export function rollingBeside(
  { series }: Reading,
  { question }: Headline,
  pause: number | null,
  work: Work,
): Sentence[] {
  if (!series || (question !== "shop" && question !== "billed")) return [];
  const value = numberIn(first(work(rollingOf(series))[0]));
  if (value === undefined) return [];
  return [
    [
      "Revenue per customer ÷ churn would say ",
      saidMoney(value),
      `: it counts each pause${pause === null ? "" : ` of ${plural(pause, "month")}`} as a loss, so it values one spell of buying, not a customer.`,
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
    {
      apply: "CLV_PREDICT",
      to: [customer, date, amount, horizon, setting("discount_rate"), margin, null, setting("as_of")],
    },
    horizon,
  );
  if (figure!.error !== undefined) return null;
  const values = recordsOf(figure!).map((row) => numberIn(row["Predicted CLV"]) ?? 0);
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return null;
  const ahead = first(months);
  return [
    "Today's ",
    saidCount(values.length),
    " customers will still bring ",
    saidMoney(sum),
    ahead === "forever" ? "" : ` in ${plural(Number(ahead) || usualHorizon, "month")}`,
    ", as a rule between ",
    saidMoney(sum / spread),
    " and ",
    saidMoney(sum * spread),
    ".",
  ];
}
