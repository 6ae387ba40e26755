import { margin } from "../recipe/assumed";
import { columnsIn } from "../recipe/columns";
import { type Call, type Term, apply, setting } from "../recipe/term";
import { type Drivers, ofHorizon } from "../recipe/whatIf";
import { trendOf } from "./figures";
import { type Headline, type Work, firstCell } from "./headline/headline";
import { horizonOf } from "./headline/shop";
import type { Reading } from "./reading";
import { cellIn, numberIn } from "./results";

/** What the value is made of, so that a person can try what would change it. */
export interface WhatIf {
  /** Revenue ÷ churn over the lifetime, or the first order and later ones within a horizon. */
  readonly kind: "lifetime" | "horizon";
  /** Today's drivers; of a horizon as `ofHorizon` has them. */
  readonly drivers: Drivers;
  /**
   * Where the first two stand as live formulas: revenue per customer and churn; of a horizon the value without a margin, and
   * the first order.
   */
  readonly terms: readonly [Term, Term];
}

const cac = setting("cac");

/** What the value of the headline is made of; null where it is no value, or only a lower limit. */
export function whatIfOf(reading: Reading, headline: Headline, work: Work): WhatIf | null {
  const terms = termsOf(reading, headline);
  if (!terms || numberIn(firstCell(headline.figure)) === undefined || headline.column === "Low") return null;
  const [first, second, share, cost] = work(...terms, margin, cac).map((figure) =>
    numberIn(firstCell(figure)),
  );
  if (first === undefined || second === undefined) return null;
  if (isOfHorizon(headline))
    return { kind: "horizon", terms, drivers: ofHorizon(first, second, share, cost) };
  if (second <= 0) return null;
  return {
    kind: "lifetime",
    terms,
    drivers: { averageRevenue: first, churnRate: second, margin: share, cac: cost },
  };
}

const isOfHorizon = ({ question }: Headline) => question === "shop" || question === "once";

function termsOf({ rows, series, snapshot }: Reading, headline: Headline): readonly [Term, Term] | undefined {
  const { question, table } = headline;
  if (question === "contracts" && series) {
    const latest = (title: string): Term => apply("LAST_ROW", trendOf(series), columnsIn("CLV_TREND")(title));
    return [latest("Revenue per customer"), latest("Churn rate")];
  }
  if (isOfHorizon(headline) && rows) {
    const of = cellsOf(horizonOf(rows, null, null));
    return [of("Value"), of("First order")];
  }
  if (!table) return undefined;
  if (question === "snapshot" && snapshot)
    return [cellsOf(table)("Charge per period"), cellsOf(table)("Churn")];
  if (question !== "billed") return undefined;
  // Revenue, since the margin is a driver of its own.
  const of = cellsOf({ ...table, to: table.to.map((term) => (term === margin ? null : term)) });
  const lifetime = of("Lifetime (months)");
  return [apply("QUOTIENT", of("Value"), lifetime), apply("QUOTIENT", 1, lifetime)];
}

const cellsOf = (table: Call) => (title: string) => cellIn(table, 1, title);
