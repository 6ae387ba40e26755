import { margin, window } from "../../recipe/assumed";
import type { Answer } from "../../answers/answer";
import { rowOfFigures } from "../../answers/figures";
import {
  type Aimed,
  type Target,
  aimInWords,
  judgedTerm,
  nrrOfYear,
  periodsAYear,
  targetOf,
} from "../../answers/targets";
import { type Term, apply } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf, valueOf } from "../live";
import { verdicts } from "../verdicts";
import type { ByPeriod } from "./byPeriod";
import type { Headline } from "./headline";
import type { Make } from "./making";
import { wordsIn } from "./summary";
import { join, orBlank } from "./terms";

/** The key of what a tile says of a figure that a target can be set for. */
export const saidOf = (figure: string) => `said ${figure}`;

/** What a figure is: behind a verdict, for which it has to be short, and by itself. */
interface Words {
  readonly behind: Term;
  readonly alone: Term;
}

/** What the tiles say of figures that a target can be set for, each in tables of its own so that one that can't be said leaves the others. */
export function judgedFigures(
  make: Make,
  answer: Answer,
  headline: Headline,
  figures: ByPeriod | undefined,
): DataTable[] {
  const known = [...headline.tables, ...(figures?.others ?? [])];
  const cell = (key: string): Term | undefined => {
    const table = known.find((one) => one.key === key);
    return table && valueOf(table);
  };
  const say = (figure: string, aimed: Aimed, words: Words) => sayOf(make, targetOf(figure)!, aimed, words);
  const ratio = cell("LTV:CAC");
  const payback = aimedPayback(make, answer, headline, ratio, cell("Payback"));
  const churn = cell("fact Churn") ?? latestChurn(answer, figures);
  const nrr = nrrTables(make, answer);
  return [
    ...(ratio ? say("LTV:CAC", { value: ratio }, ofRatio) : []),
    ...(payback ? [payback.table, ...say("Payback", payback.aimed, wordsOfPayback(payback))] : []),
    ...(churn ? say("Churn", { value: churn }, wordsOfChurn(answer)) : []),
    ...(nrr ? [...nrr.tables, ...say("NRR", { value: nrr.value }, wordsOfNrr(nrr.value))] : []),
  ];
}

/** The verdict on a figure, 1 for a target that is met and -1 for one that is missed, and the sentence that it makes. */
function sayOf(make: Make, target: Target, aimed: Aimed, { behind, alone }: Words): DataTable[] {
  const { figure } = target;
  const verdict = make.single(
    `verdict ${figure}`,
    `${figure}, by its target`,
    judgedTerm(target, aimed, { met: 1, missed: -1, untold: "" }),
    "count",
  );
  const parts = make.words(`words ${figure}`, `${figure}, its words`, [aimInWords(target), behind, alone]);
  const is = valueOf(verdict);
  const [aim, short, long] = wordsIn(parts);
  const { met, missed } = verdicts;
  const sentence = join(
    apply("IF_ABOVE", is, met.mark, missed.mark),
    " Target ",
    aim!,
    apply("IF_ABOVE", is, ": met. ", ": missed. "),
    short!,
  );
  const said = make.single(saidOf(figure), `${figure}, in words`, apply("IF_BLANK", is, long!, sentence));
  return [verdict, parts, said];
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

interface Payback {
  readonly aimed: Aimed & { readonly ratio: Term };
  /** It in months. */
  readonly table: DataTable;
}

/** A payback in months; one that cannot be worked out is never reached. */
function aimedPayback(
  make: Make,
  { headline: { question, table }, costs, reading, period }: Answer,
  { limits }: Headline,
  ratio: Term | undefined,
  cell: Term | undefined,
): Payback | undefined {
  if (!ratio || !cell) return undefined;
  const isNever = costs.some(({ title, figure }) => title === "Payback" && figure.error !== undefined);
  const months = make.single(
    "paybackMonths",
    "Payback in months",
    isNever
      ? ""
      : question === "contracts"
        ? apply("MONTHS_IN", cell, rowOfFigures(reading.table, period))
        : orBlank(cell),
    "number",
  );
  return {
    table: months,
    aimed: {
      value: valueOf(months),
      ratio,
      ...(table?.apply === "CLV_HORIZON" && limits && { within: cellOf(limits, 0, "Months") }),
    },
  };
}

function wordsOfPayback({ aimed: { value, ratio, within } }: Payback): Words {
  const late = within === undefined ? "Never paid back" : "Not within that time";
  const known = (words: Term) => apply("IF_NUMBER", value, words, apply("IF_NUMBER", ratio, late, noCost));
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
function nrrTables(make: Make, { reading: { series } }: Answer) {
  if (!series?.nrr) return undefined;
  const count = make.single("periodsAYear", "Periods a year", periodsAYear, "count");
  const nrr = make.single("NRR", "NRR", nrrOfYear(series.nrr, series.period, valueOf(count)), "share");
  return { tables: [count, nrr], value: valueOf(nrr) };
}

function wordsOfNrr(nrr: Term): Words {
  const words = apply("IF_NUMBER", nrr, "Last 12 months, multiplied", "Needs 12 months with MRR");
  return { behind: words, alone: words };
}
