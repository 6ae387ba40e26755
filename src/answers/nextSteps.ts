import type { Call } from "../recipe/columns";
import type { Figure } from "../recipe/figure";
import type { Term } from "../recipe/term";
import { type Changes, betterByEach, changed, worthOf } from "../recipe/whatIf";
import type { SentCell } from "../sheet/sentCell";
import { channelsOf, sameChannel } from "./channels";
import { type Work, margin, setting } from "./headline/headline";
import type { Question } from "./question";
import type { Reading } from "./reading";
import { numberIn, recipeOf, recordsOf, wordsOf } from "./results";
import { type Sentence, saidCount, saidMoney, saidShare } from "./sentence";
import type { TableRecipe } from "./figures";
import type { WhatIf } from "./whatIf";

/** Something to do next, with the figures that speak for it, and the table that they are from. */
export interface NextStep {
  readonly title: string;
  readonly said: Sentence;
  readonly table: TableRecipe | null;
}

type Row = Readonly<Record<string, SentCell>>;

/** What next steps come from. */
export interface Ground {
  readonly reading: Reading;
  /** All tables, the first of which is the one that is asked about. */
  readonly readings: readonly Reading[];
  readonly question: Question;
  readonly whatIf: WhatIf | null;
  readonly work: Work;
}

/** What to do next, as far as the data tell: the driver to work on, who is due, which channel pays. */
export const nextSteps = (ground: Ground): NextStep[] =>
  [drivers, due, channels, credit].flatMap((step) => step(ground) ?? []);

/** By how much better each driver is taken to be. */
const better = 0.1;

const ofDriver: Readonly<
  Record<keyof Changes, { readonly lifetime: string; readonly horizon: string; readonly what: string }>
> = {
  revenue: {
    lifetime: "more revenue per customer",
    horizon: "dearer orders",
    what: "what customers pay",
  },
  upsell: { lifetime: "", horizon: "more in later orders", what: "customers coming back" },
  churn: { lifetime: "less churn", horizon: "", what: "churn" },
  retention: { lifetime: "", horizon: "", what: "" },
  margin: { lifetime: "more gross margin", horizon: "more gross margin", what: "the gross margin" },
  cac: {
    lifetime: "less acquisition cost",
    horizon: "less acquisition cost",
    what: "what winning a customer costs",
  },
};

/** What 10% better of each known driver would bring, one at a time, most first. */
export function leversBetter(whatIf: WhatIf | null) {
  if (!whatIf) return [];
  const { kind, drivers: today } = whatIf;
  const net = (changes: Changes) => {
    const { net: profit, clv } = worthOf(changed(today, changes));
    return profit ?? clv;
  };
  const now = net({});
  return betterByEach(today, better)
    .filter((changes) => Object.keys(changes).length === 1)
    .map((changes) => {
      const driver = Object.keys(changes)[0] as keyof Changes;
      // Dearer orders are dearer later too.
      const all = kind === "horizon" && driver === "revenue" ? { ...changes, upsell: better } : changes;
      return { driver, name: ofDriver[driver][kind], what: ofDriver[driver].what, gain: net(all) - now };
    })
    .filter(({ name, gain }) => name !== "" && gain > 0)
    .sort((a, b) => b.gain - a.gain);
}

/** Which driver moves the value most. */
function drivers({ reading, whatIf, question }: Ground): NextStep | undefined {
  const [first, ...others] = leversBetter(whatIf);
  if (!first) return undefined;
  return {
    title: `Work on ${first.what} first`,
    said: [
      `10% ${first.name} would bring `,
      saidMoney(first.gain),
      " more a customer",
      ...others.flatMap(({ name, gain }) => [`; 10% ${name} `, saidMoney(gain)]),
      ".",
    ],
    table: question === "contracts" ? adviceTable(reading) : null,
  };
}

function adviceTable({ series }: Reading): TableRecipe | null {
  if (!series) return null;
  const { period, revenue, customers, churn } = series;
  const to = [period, revenue, customers, churn, margin, setting("cac"), setting("window")];
  return {
    title: "CLV Advice",
    about: "Each driver now and a year ago, and what 10% better brings",
    recipe: recipeOf({ apply: "CLV_ADVICE", to }),
  };
}

const rowsOf = (figure: Figure | undefined): Row[] =>
  figure === undefined || figure.error !== undefined ? [] : recordsOf(figure);

/** Who orders again about now, and who is late by the own rhythm. */
function due({ reading: { rows }, question, work }: Ground): NextStep | undefined {
  if (!rows || question !== "shop") return undefined;
  const { customer, date, amount } = rows;
  const call: Call = { apply: "CLV_NEXT_ORDER", to: [customer, date, setting("as_of"), amount] };
  // A customer without a rhythm of its own is overdue by chance.
  const known = rowsOf(work(call)[0]).filter((row) => row["Basis"] === "own");
  const late = known.filter((row) => row["Status"] === "overdue" && row["Past usual pause"] === "no");
  const soon = known.filter((row) => row["Status"] === "due");
  if (late.length + soon.length === 0) return undefined;
  const byRevenue = late
    .slice()
    .sort((a, b) => (numberIn(b["Revenue"]) ?? 0) - (numberIn(a["Revenue"]) ?? 0));
  const names = byRevenue.slice(0, 3).map((row) => wordsOf(row["Customer"]));
  return {
    title: late.length > 0 ? "Write to those who are late" : "Be there when they order again",
    said: [
      "By their own rhythm ",
      saidCount(soon.length),
      ` ${soon.length === 1 ? "customer is" : "customers are"} due to order and `,
      saidCount(late.length),
      ` overdue but not lost${names.length > 0 ? `; those who have brought most: ${names.join(", ")}` : ""}.`,
    ],
    table: {
      title: "CLV Next orders",
      about: "When each customer is due again, and who is overdue",
      recipe: recipeOf(call),
    },
  };
}

/** Which channel pays back, and when. */
function channels({ reading: { rows }, readings, whatIf, work }: Ground): NextStep | undefined {
  const call = rows && channelsOf(rows, readings);
  if (!call) return undefined;
  const paid = rowsOf(work(call)[0]).filter(
    (row) => numberIn(row["CAC"]) !== undefined && row["Channel"] !== "Total",
  );
  if (paid.length < 2) return undefined;
  const payback = (row: Row) => numberIn(row["Payback (months)"]);
  const back = paid.filter((row) => payback(row) !== undefined).sort((a, b) => payback(a)! - payback(b)!);
  const never = paid.filter((row) => payback(row) === undefined).map((row) => wordsOf(row["Channel"]));
  const [best] = back;
  const paysBack = (row: Row): Sentence => [
    `${wordsOf(row["Channel"])} pays back its cost of `,
    saidMoney(numberIn(row["CAC"])!),
    " a customer ",
    ...(payback(row) === 0 ? ["with the first order"] : ["in month ", saidCount(payback(row)!)]),
  ];
  const parts: Sentence[] = [
    ...back.slice(0, 3).map(paysBack),
    ...(never.length > 0 ? [[`not paid back so far: ${never.join(", ")}`]] : []),
    ...(whatIf?.drivers.margin === undefined ? [["counted in revenue, not profit"]] : []),
  ];
  return {
    title: best ? `${wordsOf(best["Channel"])} pays back first` : "No channel has paid back yet",
    said: [...listed(parts, "; "), "."],
    table: {
      title: "CLV Channels",
      about: "What each channel costs, brings, and when it pays back",
      recipe: recipeOf(call),
    },
  };
}

/** Which channel is to thank for customers who met several, and what a customer costs by that. */
function credit({ reading: { rows }, readings, work }: Ground): NextStep | undefined {
  const touches = readings.find((one) => one.touches)?.touches;
  if (!rows || !touches) return undefined;
  const converted: Term = { apply: "BESIDE", to: [rows.customer, rows.date] };
  const call: Call = {
    apply: "CLV_ATTRIBUTION",
    to: [touches.customer, touches.date, touches.channel, converted],
  };
  const found = rowsOf(work(call)[0]);
  const [first] = found;
  if (!first || found.length < 2) return undefined;
  const won = found.reduce((sum, row) => sum + (numberIn(row["Markov"]) ?? 0), 0);
  const share = (row: Row): Sentence => [
    `${wordsOf(row["Channel"])} `,
    saidShare((numberIn(row["Markov"]) ?? 0) / won),
  ];
  const costs = costByCredit(found, readings, work);
  return {
    title: `Most credit goes to ${wordsOf(first["Channel"])}`,
    said: [
      "Credit for the customers won: ",
      ...listed(found.slice(0, 4).map(share), ", "),
      " (Markov, which asks how many would be lost without a channel)",
      ...(costs.length > 0 ? ["; by that, a customer costs ", ...listed(costs, ", ")] : []),
      ".",
    ],
    table: {
      title: "CLV Credit",
      about: "Customers won over several contacts, by six rules",
      recipe: recipeOf(call),
    },
  };
}

/** What was spent on each channel by the customers that it is credited with. */
function costByCredit(found: readonly Row[], readings: readonly Reading[], work: Work): Sentence[] {
  const spend = readings.find((one) => one.spend?.channel)?.spend;
  if (!spend) return [];
  const [names, amounts] = work(spend.channel!, spend.spend).map(({ cells }) =>
    cells.map(([cell]) => cell ?? ""),
  );
  const channels = found.map((row) => wordsOf(row["Channel"]));
  const spent = new Map<string, number>();
  names!.forEach((name, row) => {
    const channel = sameChannel(wordsOf(name), channels);
    const amount = numberIn(amounts![row]);
    if (channel !== undefined && amount !== undefined) spent.set(channel, (spent.get(channel) ?? 0) + amount);
  });
  return found.flatMap((row): Sentence[] => {
    const [cost, customers] = [spent.get(wordsOf(row["Channel"])), numberIn(row["Markov"]) ?? 0];
    return cost === undefined || customers <= 0
      ? []
      : [[saidMoney(cost / customers), ` by ${wordsOf(row["Channel"])}`]];
  });
}

/** Parts one after the other. */
const listed = (parts: readonly Sentence[], between: string): Sentence =>
  parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]));
