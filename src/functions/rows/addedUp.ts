import { ratio } from "../../core/math/ratio";
import { rounded } from "./reading";

type Figure = number | undefined;

/** What a row of figures says of its period; undefined for what it does not say. */
export interface Figures {
  readonly revenue: Figure;
  readonly atStart: Figure;
  readonly lost: Figure;
  readonly churn: Figure;
  readonly won: Figure;
  readonly margin: Figure;
}

/**
 * The figures of the parts of a business together. What one part does not say nobody knows of the whole, but a part that
 * says nothing was not there. Rates count by what they are rates of.
 */
export function addedUp(all: readonly Figures[]): Figures {
  if (all.length === 1) return all[0]!;
  const parts = all.filter((part) => Object.values(part).some((figure) => figure !== undefined));
  const sumOf = (of: (part: Figures) => Figure): Figure => {
    const figures = parts.flatMap((part) => of(part) ?? []);
    if (parts.length === 0 || figures.length < parts.length) return undefined;
    return rounded(figures.reduce((sum, figure) => sum + figure, 0));
  };
  const rateOf = (rate: "churn" | "margin", whole: "atStart" | "revenue"): Figure => {
    const first = parts[0]?.[rate];
    if (parts.every((part) => part[rate] === first)) return first;
    const total = sumOf((part) => part[whole]);
    const sum = sumOf((part) =>
      part[rate] === undefined || part[whole] === undefined ? undefined : part[rate] * part[whole],
    );
    return sum === undefined || total === undefined ? undefined : ratio(sum, total);
  };
  return {
    revenue: sumOf((part) => part.revenue),
    atStart: sumOf((part) => part.atStart),
    lost: sumOf((part) => part.lost),
    churn: rateOf("churn", "atStart"),
    won: sumOf((part) => part.won),
    margin: rateOf("margin", "revenue"),
  };
}
