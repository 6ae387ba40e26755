import { type Call, type Term, apply } from "../recipe/term";
import { channelsOf, sameChannel } from "./channels";
import type { Work } from "./headline/headline";
import { type Ground, type NextStep, type Row, rowsOf } from "./nextStep";
import type { Reading } from "./reading";
import { numberIn, recipeOf, wordsOf } from "./results";
import { type Sentence, saidCount, saidMoney, saidShare } from "./sentence";

/** Which channel pays back, and when. */
export function payback({ reading: { rows }, readings, whatIf, work }: Ground): NextStep | undefined {
  const call = rows && channelsOf(rows, readings);
  if (!call) return undefined;
  const paid = rowsOf(work(call)[0]).filter(
    (row) => numberIn(row["CAC"]) !== undefined && row["Channel"] !== "Total",
  );
  if (paid.length < 2) return undefined;
  const monthOf = (row: Row) => numberIn(row["Payback (months)"]);
  const back = paid.filter((row) => monthOf(row) !== undefined).sort((a, b) => monthOf(a)! - monthOf(b)!);
  const never = paid.filter((row) => monthOf(row) === undefined).map((row) => wordsOf(row["Channel"]));
  const [best] = back;
  const paysBack = (row: Row): Sentence => [
    `${wordsOf(row["Channel"])} pays back its cost of `,
    saidMoney(numberIn(row["CAC"])!),
    " per customer ",
    ...(monthOf(row) === 0 ? ["with the first order"] : ["in month ", saidCount(monthOf(row)!)]),
  ];
  const parts: Sentence[] = [
    ...back.slice(0, 3).map(paysBack),
    ...(never.length > 0 ? [[`not paid back so far: ${never.join(", ")}`]] : []),
    ...(whatIf?.drivers.margin === undefined ? [["counted in revenue, not profit"]] : []),
  ];
  return {
    title: best ? `${wordsOf(best["Channel"])} pays back first` : "No channel has paid back yet",
    said: [...listed(parts, "; "), "."],
    tables: [
      {
        title: "CLV Channels",
        about: "What each channel costs and brings in, and when it pays back",
        recipe: recipeOf(call),
      },
    ],
  };
}

/** The credit of each channel for customers who met several; undefined where no table tells of contacts. */
export function creditCall({ reading: { rows }, readings }: Pick<Ground, "reading" | "readings">) {
  const touches = readings.find((one) => one.touches)?.touches;
  if (!rows || !touches) return undefined;
  const converted: Term = apply("BESIDE", rows.customer, rows.date);
  const to = [touches.customer, touches.date, touches.channel, converted];
  return { apply: "CLV_ATTRIBUTION", to } satisfies Call;
}

/** Which channel is to thank for customers who met several, and what a customer costs by that. */
export function credit(ground: Ground): NextStep | undefined {
  const call = creditCall(ground);
  if (!call) return undefined;
  const { readings, work } = ground;
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
      " (Markov: how many would be lost without the channel)",
      ...(costs.length > 0 ? ["; on that basis, a customer costs ", ...listed(costs, ", ")] : []),
      ".",
    ],
    tables: [
      {
        title: "CLV Credit",
        about: "Customers won over several contacts, by six rules",
        recipe: recipeOf(call),
      },
    ],
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
