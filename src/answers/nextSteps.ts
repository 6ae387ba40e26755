import { margin } from "../recipe/assumed";
import { type Call, apply, setting } from "../recipe/term";
import { type Changes, betterByEach, changed, worthOf } from "../recipe/whatIf";
import { calls } from "./calls";
import { credit, payback } from "./channelSteps";
import { health, listed } from "./health";
import { type Ground, type NextStep, rowsOf } from "./nextStep";
import type { Work } from "./headline/headline";
import type { Reading } from "./reading";
import { dayOf, numberIn, recipeOf, wordsOf } from "./results";
import { type Sentence, saidCount, saidMoney } from "./sentence";
import type { TableRecipe } from "./figures";
import type { WhatIf } from "./whatIf";

/** What to do next, as far as the data tell: the driver to work on, who is at risk, due or worth a call, which channel pays. */
export const nextSteps = (ground: Ground): NextStep[] =>
  [drivers, health, due, calls, payback, credit].flatMap((step) => step(ground) ?? []);

/** By how much better each driver is taken to be. */
const better = 0.1;

const ofDriver: Readonly<
  Record<keyof Changes, { readonly lifetime: string; readonly horizon: string; readonly what: string }>
> = {
  revenue: { lifetime: "more revenue per customer", horizon: "larger orders", what: "" },
  upsell: { lifetime: "", horizon: "more in later orders", what: "repeat orders" },
  churn: { lifetime: "less churn", horizon: "", what: "churn" },
  retention: { lifetime: "", horizon: "", what: "" },
  margin: { lifetime: "more gross margin", horizon: "more gross margin", what: "gross margin" },
  cac: { lifetime: "less acquisition cost", horizon: "less acquisition cost", what: "acquisition cost" },
};

/** What a driver is called where it is what to work on. */
const whatOf = (driver: keyof Changes, kind: WhatIf["kind"]) =>
  driver === "revenue"
    ? kind === "horizon"
      ? "order value"
      : "revenue per customer"
    : ofDriver[driver].what;

/** What improving each known driver by 10% would add, one at a time, most first. */
function leversBetter(whatIf: WhatIf | null) {
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
      return { driver, name: ofDriver[driver][kind], what: whatOf(driver, kind), gain: net(all) - now };
    })
    .filter(({ name, gain }) => name !== "" && gain > 0)
    .sort((a, b) => b.gain - a.gain);
}

/** A driver that brings so much of what the first one does weighs as much: a tenth of each is not as easy to win. */
const alike = 0.8;
/** Less of the value than that is not worth a word. */
const noticed = 0.001;
/** A driver that has cost this share of the value is what to work on. */
const costly = 0.05;

/** Which driver moves the value most, and which has moved it. */
function drivers({ reading, whatIf, question, work }: Ground): NextStep | undefined {
  const levers = leversBetter(whatIf);
  const [first, ...others] = levers;
  if (!first) return undefined;
  const moved = question === "contracts" ? movedWithin(reading, work) : undefined;
  const names = levers.filter(({ gain }) => gain >= alike * first.gain).map(({ what }) => what);
  const worst = moved?.drivers.reduce((least, one) => (one.effect < least.effect ? one : least));
  const hasCost = moved && worst && worst.effect <= -costly * moved.before;
  return {
    title:
      hasCost || names.length === 1
        ? `Work on ${hasCost ? worst.what : first.what} first`
        : `${capital(listed(names))} matter equally`,
    said: [
      `10% ${first.name} would add `,
      saidMoney(first.gain),
      " per customer",
      ...others.flatMap(({ name, gain }) => [`; 10% ${name} `, saidMoney(gain)]),
      ".",
      ...(moved ? moved.said : []),
    ],
    tables: question === "contracts" ? adviceTable(reading) : [],
  };
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);

/** What a driver of CLV_BRIDGE is called where it is what to work on. */
const ofBridge: Readonly<Record<string, string>> = {
  "Revenue per customer": "revenue per customer",
  Lifetime: "churn",
  "Gross margin": "gross margin",
};

/** What each driver has added to the value or taken of it in 12 periods, or as far back as the data go; undefined where that is not told. */
function movedWithin({ series }: Reading, work: Work) {
  if (!series) return undefined;
  const { period, revenue, customers, churn } = series;
  const [from, ...rows] = rowsOf(
    work(apply("CLV_BRIDGE", period, revenue, customers, churn, setting("window"), margin))[0],
  );
  const found = rows.flatMap((row) => {
    const [what, effect] = [ofBridge[wordsOf(row["Driver"])], numberIn(row["Effect"])];
    return what === undefined || effect === undefined ? [] : [{ name: wordsOf(row["Driver"]), what, effect }];
  });
  const [then, day] = [numberIn(from?.["Effect"]), dayOf(from?.["From"])];
  if (then === undefined || !day || found.length === 0) return undefined;
  const moving = found.filter(({ effect }) => Math.abs(effect) >= noticed * then);
  if (moving.length === 0) return undefined;
  const parts = moving.map(({ name, effect }): Sentence => [
    `${name.toLowerCase()} has ${effect < 0 ? "cost" : "added"} `,
    saidMoney(Math.abs(effect)),
  ]);
  const said: Sentence = [
    ` Since ${day.slice(0, 7)} `,
    ...parts.flatMap((part, at) => (at === 0 ? part : [at === parts.length - 1 ? " and " : ", ", ...part])),
    ".",
  ];
  return { before: then, drivers: found, said };
}

function adviceTable({ series }: Reading): TableRecipe[] {
  if (!series) return [];
  const { period, revenue, customers, churn } = series;
  const assumed = ["cac", "window", "target_ratio", "target_payback"].map(setting);
  const to = [period, revenue, customers, churn, margin, ...assumed];
  return [
    {
      title: "CLV Advice",
      about: "Each driver now and a year ago, and what 10% better adds",
      recipe: recipeOf({ apply: "CLV_ADVICE", to }),
    },
  ];
}

/** Who is due to order again, and who is late by their own rhythm. */
function due({ reading: { rows }, question, work }: Ground): NextStep | undefined {
  if (!rows || question !== "shop") return undefined;
  const { customer, date, amount } = rows;
  const call: Call = apply("CLV_NEXT_ORDER", customer, date, setting("as_of"), amount);
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
      "By their own rhythm, ",
      saidCount(soon.length),
      ` ${soon.length === 1 ? "customer is" : "customers are"} due to order and `,
      saidCount(late.length),
      ` overdue but not lost${names.length > 0 ? `; those who have brought in most: ${names.join(", ")}` : ""}. Of customers who buy at random, one in four looks overdue at any time.`,
    ],
    tables: [
      {
        title: "CLV Next orders",
        about: "When each customer is due again, and who is overdue",
        recipe: recipeOf(call),
      },
    ],
  };
}
