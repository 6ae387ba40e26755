import { type Renewals, renewalsOf } from "../../core/renewals/cohorts";
import {
  type RenewalFit,
  type RenewalModel,
  fitRenewals,
  lowestAic,
  renewalModels,
} from "../../core/renewals/fit";
import { refusal } from "../../core/refusal";
import { choice } from "../../sheet/argument";
import { type Cell, isBlank, isReadableDate } from "../../sheet/cell";
import type { ArgumentDoc } from "../../sheet/customFunction";
import { type Fault, describeFaults } from "../../sheet/fault";
import { isHeader } from "../../sheet/header";
import { isRange, toRange, usedSize } from "../../sheet/range";
import { rateReader } from "../../sheet/reader";
import type { Zone } from "../../sheet/zone";

const name = "survivors";

export const survivorsArgument: ArgumentDoc = {
  name,
  text: "Customers, or their share, still active at renewal 0, 1, 2, …; several columns are cohorts, younger ones shorter.",
  optional: false,
  whenLeftOut: undefined,
};

export const modelArgument = choice({
  name: "model",
  text: '"sbg" (shifted beta-geometric), "bdw" (beta discrete Weibull), "geometric" (one retention rate), or "auto" (lowest AIC).',
  choices: ["sbg", "bdw", "geometric", "auto"],
  otherwise: "auto",
});

export const survivorsDetails =
  "Whole numbers are customers; shares start at 1 (or 100) at renewal 0 and count as 1000 customers for each cohort, on which the log-likelihood and AIC rest. A row of titles or dates above is skipped; one row alone may lie.";

const reader = { ...rateReader({ atLeast: 0 }), expected: "a number of customers or a share, 0 or more" };

interface Entry {
  readonly value: number;
  readonly place: string;
}

/** The cohorts of a range, one a column; a range of one row is one cohort. */
export function readSurvivors(given: unknown, zone: Zone): Renewals {
  const cohorts = readCohorts(given, zone);
  for (const cohort of cohorts) refuseRise(cohort);
  if (!cohorts.some(({ length }) => length > 1))
    throw refusal(`${name} must have two rows or more, renewal 0 and renewal 1, got 1`);
  const scale = scaleOf(cohorts.flat());
  return renewalsOf(
    cohorts.map((cohort) => {
      const [{ value: start, place }] = cohort as [Entry];
      const isWrongStart = scale !== undefined && Math.abs(start / scale - 1) > 1e-9;
      if (isWrongStart || start === 0) {
        const first = scale === undefined ? "be above 0" : `start with ${scale} where they are shares`;
        throw refusal(`${name} must ${first} at renewal 0, got ${start} in ${place}`);
      }
      return cohort.map(({ value }) => (scale === undefined ? value : (value / scale) * customersOfShares));
    }),
  );
}

const customersOfShares = 1000;

export type ModelChoice = RenewalModel | "auto";

/** What stands for all customers where the values are shares; undefined where they are numbers of customers. */
function scaleOf(entries: readonly Entry[]): 1 | 100 | undefined {
  const most = Math.max(...entries.map(({ value }) => value));
  if (most <= 1) return 1;
  return most <= 100 && !entries.every(({ value }) => Number.isInteger(value)) ? 100 : undefined;
}

function readCohorts(given: unknown, zone: Zone): Entry[][] {
  const whole = isRange(given) ? toRange(given) : [];
  const { rows, columns } = usedSize(whole);
  if (rows === 0 || columns === 0)
    throw refusal(`${name} must be a column of customers at renewal 0, 1, 2, …, got no range of figures`);
  const isLying = whole.length === 1;
  const range = isLying ? whole[0]!.slice(0, columns).map((cell) => [cell]) : whole.slice(0, rows);
  const first = range.findIndex((row) => !row.every(isBlank));
  const start = isTitleRow(range[first]!, zone) ? first + 1 : first;
  const faults: Fault[] = [];
  const cohorts = Array.from({ length: isLying ? 1 : columns }, (_, column) => {
    const cells = range.slice(start).map((row) => row[column]!);
    while (cells.length > 0 && isBlank(cells[cells.length - 1])) cells.pop();
    return cells.map((cell, index): Entry => {
      const row = `${isLying ? "column" : "row"} ${start + index + 1}`;
      const place = columns === 1 || isLying ? row : `${row}, column ${column + 1}`;
      const value = isBlank(cell) ? undefined : reader.read(cell, zone);
      if (value === undefined) faults.push({ argument: name, reader, cell, place });
      return { value: value ?? 0, place };
    });
  }).filter(({ length }) => length > 0);
  if (faults.length > 0) throw refusal(describeFaults(faults, zone));
  if (cohorts.length === 0) throw refusal(`${name} must have figures below the titles, got none`);
  return cohorts;
}

/** A row of titles, or of the dates at which cohorts began. */
function isTitleRow(row: readonly Cell[], zone: Zone): boolean {
  const cells = row.filter((cell) => !isBlank(cell) && !isReadableDate(cell));
  return (
    cells.length === 0 ||
    isHeader(
      cells.map((cell) => ({ cell, reader })),
      zone,
    )
  );
}

function refuseRise(cohort: readonly Entry[]): void {
  cohort.forEach(({ value, place }, index) => {
    const before = cohort[index - 1];
    if (before && value > before.value) {
      throw refusal(
        `${name} must not rise from one renewal to the next, got ${value} after ${before.value} in ${place} (each column is one cohort: TRANSPOSE cohorts that lie in rows)`,
      );
    }
  });
}

/** The fits of the models to the same customers, each made once. */
export function fitter(renewals: Renewals): {
  readonly renewals: Renewals;
  readonly fitted: (choice: ModelChoice) => RenewalFit;
} {
  const known = new Map<ModelChoice, RenewalFit>();
  const fitted = (choice: ModelChoice): RenewalFit => {
    const fit =
      known.get(choice) ??
      (choice === "auto" ? lowestAic(renewalModels.map(fitted)) : fitRenewals(choice, renewals));
    known.set(choice, fit);
    return fit;
  };
  return { renewals, fitted };
}
