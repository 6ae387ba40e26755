import { margin } from "../recipe/assumed";
import { setting } from "../recipe/term";
import type { Figure } from "../recipe/figure";
import { monthsOf } from "../recipe/known";
import type { SentCell } from "../sheet/sentCell";
import type { ComputedFigure } from "./figures";
import { type Headline, type Work, firstCell, rowIn } from "./headline/headline";
import type { Reading } from "./reading";
import { numberIn } from "./results";
import { type Target, type Verdict, nrrOfYear, periodsAYear, targetOf, targets, verdictOf } from "./targets";

/** A figure with the target that it is compared with. */
export interface Held {
  readonly key: Target["key"];
  /** A number, of a payback in months, or how far it is known, such as "over 24 months"; "" where it is not known. */
  readonly value: number | string;
  readonly verdict: Verdict;
}

/** What the figures of an answer come from. */
interface Ground {
  readonly reading: Reading;
  readonly headline: Headline;
  readonly costs: readonly ComputedFigure[];
  readonly trend: Figure | null;
  readonly period: string;
  readonly work: Work;
}

/** The figures of an answer that a target can be set for. */
export const heldIn = (ground: Ground): Held[] => [...ofCosts(ground), ...ofNrr(ground), ...ofChurn(ground)];

const numberOf = (figure: Figure | undefined): number | "" => numberIn(firstCell(figure)) ?? "";

/** A figure by what the setup tab holds. */
function held(figure: string, value: number | string, work: Work): Held {
  const target = targetOf(figure)!;
  const [aim, share] = work(setting(target.key), margin).map(numberOf);
  const isTold = typeof aim === "number" && (typeof share === "number" || !target.needsMargin);
  return { key: target.key, value, verdict: isTold ? verdictOf(target, value, aim) : "" };
}

/** Targets on the setup tab that are not numbers, and so cannot be checked. */
export function targetNotes(figures: readonly Held[], work: Work): string[] {
  const held = targets.filter(({ key }) => figures.some((one) => one.key === key));
  const aims = work(...held.map(({ key }) => setting(key)));
  return held.flatMap(({ label, unit }, at) => {
    const aim = firstCell(aims[at]);
    return typeof aim === "string" && aim.trim() !== ""
      ? [`${label} on CLV Setup must be a number such as ${unit === "share" ? "95%" : "12"}, got “${aim}”.`]
      : [];
  });
}

function ofCosts({ headline, costs, period, work }: Ground): Held[] {
  const cost = (title: string) => costs.find((one) => one.title === title);
  const [asRatio, asPayback] = [cost("LTV:CAC"), cost("Payback")];
  if (!asRatio) return [];
  const ratio = numberOf(asRatio.figure);
  const ofRatio = held("LTV:CAC", ratio, work);
  if (!asPayback) return [ofRatio];
  const periods = numberOf(asPayback.figure);
  const value = periods !== "" && headline.question === "contracts" ? monthsOf(periods, period) : periods;
  const within = monthsLooked(headline, work);
  const late = typeof within === "number" ? `over ${within} months` : "never";
  return [ofRatio, held("Payback", value === "" && ratio !== "" ? late : value, work)];
}

/** How far a payback was looked for: as many months as the value counts, or "forever"; undefined for as long as anyone stays. */
const monthsLooked = ({ table }: Headline, work: Work): SentCell | undefined =>
  table?.apply === "CLV_HORIZON" ? rowIn(work(table)[0])["Months"] : undefined;

function ofNrr({ reading: { series }, work }: Ground): Held[] {
  if (!series?.nrr) return [];
  const value = numberOf(work(nrrOfYear(series.nrr, series.period, periodsAYear))[0]);
  return [held("NRR", value, work)];
}

function ofChurn({ headline, trend, work }: Ground): Held[] {
  const value = churnIn(headline, trend);
  return value === undefined ? [] : [held("Churn", value, work)];
}

/** The churn that stands next to the value. */
function churnIn({ question, facts }: Headline, trend: Figure | null): number | undefined {
  const own = facts.find(({ title }) => title === "Churn");
  if (own || question !== "contracts") return numberIn(own?.value);
  const [titles, ...rows] = trend?.cells ?? [];
  return numberIn(rows[rows.length - 1]?.[titles?.indexOf("Churn rate") ?? -1]);
}
