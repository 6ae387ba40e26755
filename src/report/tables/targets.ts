import type { Answer } from "../../answers/answer";
import { rowOfFigures } from "../../answers/figures";
import { type Aimed, aimInWords, judgedTerm, nrrOfYear, targetOf } from "../../answers/targets";
import type { Term } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf } from "../live";
import { verdicts } from "../verdicts";
import type { ByPeriod } from "./byPeriod";
import type { Headline } from "./headline";
import type { Make } from "./making";
import { apply, join, margin, setting, window } from "./terms";

/** The key of what a tile says of a figure that a target can be set for. */
export const saidOf = (figure: string) => `said ${figure}`;

/** What a figure is: behind a verdict, for which it has to be short, and by itself. */
interface Words {
  readonly behind: Term;
  readonly alone: Term;
}

/** What the tiles say of figures that a target can be set for, each a table of its own so that one that can't be said leaves the others. */
export function judgedFigures(
  make: Make,
  answer: Answer,
  headline: Headline,
  figures: ByPeriod | undefined,
): DataTable[] {
  const known = [...headline.tables, ...(figures?.others ?? [])];
  const cell = (key: string): Term | undefined => {
    const table = known.find((one) => one.key === key);
    return table && cellOf(table, 0, table.title);
  };
  const say = (figure: string, aimed: Aimed, { behind, alone }: Words) => {
    const target = targetOf(figure)!;
    const words = (verdict: "met" | "missed") =>
      join(`${verdicts[verdict].mark} Target `, aimInWords(target), `: ${verdict}. `, behind);
    const says = { met: words("met"), missed: words("missed"), untold: alone };
    return make.single(saidOf(figure), `${figure}, in words`, judgedTerm(target, aimed, says));
  };
  const ratio = cell("LTV:CAC");
  const payback = aimedPayback(answer, headline, ratio, cell("Payback"));
  const churn = cell("fact Churn") ?? latestChurn(answer, figures);
  const nrr = nrrTable(make, answer);
  return [
    ...(ratio ? [say("LTV:CAC", { value: ratio }, ofRatio)] : []),
    ...(payback ? [say("Payback", payback, wordsOfPayback(payback))] : []),
    ...(churn ? [say("Churn", { value: churn }, wordsOfChurn(answer))] : []),
    ...(nrr
      ? [nrr, say("NRR", { value: cellOf(nrr, 0, nrr.title) }, wordsOfNrr(cellOf(nrr, 0, nrr.title)))]
      : []),
  ];
}

/** Revenue pays no cost back. */
const onRevenue = "on revenue: needs the gross margin";

const ofRatio: Words = {
  behind: "Gross profit for each 1 spent",
  alone: apply(
    "IF_BLANK",
    margin,
    `For each 1 spent, ${onRevenue}`,
    "Gross profit for each 1 spent on winning one",
  ),
};

/** A payback in months; one that cannot be worked out is never reached. */
function aimedPayback(
  { headline: { question, table }, costs, reading, period }: Answer,
  { limits }: Headline,
  ratio: Term | undefined,
  cell: Term | undefined,
): (Aimed & { readonly shown: Term }) | undefined {
  if (!ratio || !cell) return undefined;
  const isNever = costs.some(({ title, figure }) => title === "Payback" && figure.error !== undefined);
  const shown = isNever ? "" : cell;
  const isByPeriod = question === "contracts" && !isNever;
  return {
    shown,
    value: isByPeriod ? apply("MONTHS_IN", shown, rowOfFigures(reading.table, period)) : shown,
    ratio,
    ...(table?.apply === "CLV_HORIZON" && limits && { within: cellOf(limits, 0, "Months") }),
  };
}

function wordsOfPayback({ shown, ratio, within }: Aimed & { readonly shown: Term }): Words {
  const late = within === undefined ? "Never paid back" : "Not within that time";
  const known = (words: Term) => apply("IF_NUMBER", shown, words, apply("IF_NUMBER", ratio!, late, noCost));
  return {
    behind: known("Gross profit pays it back"),
    alone: known(
      apply("IF_BLANK", margin, `Until paid back, ${onRevenue}`, "Until gross profit has paid the cost back"),
    ),
  };
}

/** What is said where no acquisition cost is known. */
export const noCost = "Needs an acquisition cost on CLV Setup";

const latestChurn = ({ headline }: Answer, figures: ByPeriod | undefined): Term | undefined =>
  headline.question === "contracts" && figures ? cellOf(figures.latest, 0, "Churn rate") : undefined;

function wordsOfChurn({ headline: { facts }, period }: Answer): Words {
  const fact = facts.find(({ title }) => title === "Churn");
  if (fact) {
    const note = fact.note[0]!.toUpperCase() + fact.note.slice(1);
    return { behind: note, alone: note };
  }
  const mean = join(`a ${period}, mean of `, window, ` ${period}s`);
  return { behind: join("Lost ", mean), alone: join("Of customers ", mean) };
}

/** NRR of a year, where there are movements of subscriptions. */
function nrrTable(make: Make, { reading: { series } }: Answer): DataTable | undefined {
  if (!series?.nrr) return undefined;
  return make.single("NRR", "NRR", nrrOfYear(series.nrr, series.period, setting("period")), "share");
}

function wordsOfNrr(nrr: Term): Words {
  const words = apply("IF_NUMBER", nrr, "Last 12 months, multiplied", "Needs 12 months with MRR");
  return { behind: words, alone: words };
}
