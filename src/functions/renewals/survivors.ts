import { type Renewals, renewalsOf } from "../../core/renewals/cohorts";
import {
  type RenewalFit,
  type RenewalModel,
  fitRenewals,
  lowestAic,
  renewalModels,
} from "../../core/renewals/fit";
import { renewalsOfCurve } from "../../core/renewals/survivalCurve";
import { refusal } from "../../core/refusal";
import { choice } from "../../sheet/argument";
import { type Cell, isBlank, isReadableDate } from "../../sheet/cell";
import type { ArgumentDoc, CustomFunction } from "../../sheet/customFunction";
import { type Fault, describeFaults } from "../../sheet/fault";
import { isHeader } from "../../sheet/header";
import { named } from "../../sheet/named";
import { type Range, toRange, usedSize } from "../../sheet/range";
import { numberReader, rateReader } from "../../sheet/reader";
import type { Zone } from "../../sheet/zone";

const name = "survivors";

const survivorsArgument: ArgumentDoc = {
  name,
  text: "Customers, or their share, still active at renewal 0, 1, 2, … in rows; a column per cohort. Or a CLV_SURVIVAL table.",
  optional: false,
  whenLeftOut: undefined,
};

export const modelArgument = choice({
  name: "model",
  text: '"sbg", "bdw", "geometric", or "auto" (lowest AIC).',
  choices: ["sbg", "bdw", "geometric", "auto"],
  otherwise: "auto",
});

export const survivorsDetails =
  "Models: sbg is the shifted beta-geometric, bdw the beta discrete Weibull, geometric one retention rate for all. Whole numbers are customers; shares start at 1 (or 100) at renewal 0 and count as 1000 customers per cohort, which the log-likelihood and AIC rest on. A row of titles or dates above is skipped; a single row across works too. In a CLV_SURVIVAL table each whole period is a renewal, with the share lost in it and as many customers as were observed in it, counting half of those last seen within it.";

const mostPeriods = 5000;
const curveReader = numberReader({ atLeast: 0 });
const reader = { ...rateReader({ atLeast: 0 }), expected: "a number of customers or a share, 0 or more" };

interface Entry {
  readonly value: number;
  readonly place: string;
}

/** What cohorts or a survival curve say of each renewal. */
function readSurvivors(given: unknown, zone: Zone): Renewals {
  const range = Array.isArray(given) ? toRange(given) : [];
  const isCurve = curveTitles.every((title, index) => range[0]?.[index] === title);
  return isCurve ? readCurve(range, zone) : readCounts(given, zone);
}

/** The columns of CLV_SURVIVAL that count, which are its first. */
const curveTitles = ["Time", "At risk", "Lost", "Censored", "Survival"];

function readCurve([, ...rows]: Range, zone: Zone): Renewals {
  const faults: Fault[] = [];
  const steps = rows.flatMap((row, index) => {
    if (row.every(isBlank)) return [];
    const [time, atRisk, , censored, survival] = curveTitles.map((_, column) => {
      const value = isBlank(row[column]) ? undefined : curveReader.read(row[column], zone);
      if (value === undefined)
        faults.push({ argument: name, reader: curveReader, cell: row[column], place: `row ${index + 2}` });
      return value!;
    });
    return [{ time: time!, atRisk: atRisk!, censored: censored!, survival: survival! }];
  });
  if (faults.length > 0) throw refusal(describeFaults(faults, zone));
  const last = steps.length === 0 ? 0 : steps[steps.length - 1]!.time;
  const isRising = steps.some(({ time }, index) => index > 0 && time <= steps[index - 1]!.time);
  if (last < 1 || isRising || last > mostPeriods) {
    throw refusal(
      `${name} must be a complete CLV_SURVIVAL table, over one period or more and at most ${mostPeriods}, got ${isRising ? "times out of order" : `one up to ${last}`}`,
    );
  }
  return renewalsOfCurve(steps);
}

/** The cohorts of a range, one a column; a range of one row is one cohort. */
function readCounts(given: unknown, zone: Zone): Renewals {
  const cohorts = readCohorts(given, zone);
  const whole = wholeOfShares(cohorts.flat());
  for (const cohort of cohorts) {
    cohort.forEach(({ value, place }, index) => {
      const before = index > 0 ? cohort[index - 1]!.value : Infinity;
      const isFirst = index === 0;
      const demand =
        value > before
          ? `not rise from one renewal to the next (${before} before), cohorts in columns`
          : isFirst && value === 0
            ? "be above 0 at renewal 0"
            : isFirst && whole !== undefined && Math.abs(value / whole - 1) > 1e-9
              ? `start with ${whole} at renewal 0 if they are shares`
              : undefined;
      if (demand) throw refusal(`${name} must ${demand}, got ${value} in ${place}`);
    });
  }
  const factor = whole === undefined ? 1 : customersOfShares / whole;
  return renewalsOf(cohorts.map((cohort) => cohort.map(({ value }) => value * factor)));
}

const customersOfShares = 1000;

export type ModelChoice = RenewalModel | "auto";

/** What stands for all customers where the values are shares; undefined where they are numbers of customers. */
function wholeOfShares(entries: readonly Entry[]): 1 | 100 | undefined {
  const most = entries.reduce((largest, { value }) => Math.max(largest, value), 0);
  if (most <= 1) return 1;
  return most <= 100 && entries.some(({ value }) => !Number.isInteger(value)) ? 100 : undefined;
}

function readCohorts(given: unknown, zone: Zone): Entry[][] {
  const range = toRange(Array.isArray(given) ? given : [given]);
  const isLying = range.length === 1;
  const standing = isLying ? range[0]!.map((cell) => [cell]) : range;
  const { rows, columns } = usedSize(standing);
  const first = standing.findIndex((row) => !row.every(isBlank));
  const start = first < 0 || isTitleRow(standing[first]!, zone) ? first + 1 : first;
  const faults: Fault[] = [];
  const cohorts = Array.from({ length: columns }, (_, column) => {
    const cells = standing.slice(start, rows).map((row) => row[column]!);
    while (cells.length > 0 && isBlank(cells[cells.length - 1])) cells.pop();
    return cells.map((cell, index): Entry => {
      const row = `${isLying ? "column" : "row"} ${start + index + 1}`;
      const place = columns === 1 ? row : `${row}, column ${column + 1}`;
      const value = isBlank(cell) ? undefined : reader.read(cell, zone);
      if (value === undefined) faults.push({ argument: name, reader, cell, place });
      return { value: value!, place };
    });
  });
  if (faults.length > 0) throw refusal(describeFaults(faults, zone));
  const longest = Math.max(0, ...cohorts.map(({ length }) => length));
  if (longest < 2)
    throw refusal(`${name} must be a range with renewal 0, renewal 1, … in its rows, got ${longest} of them`);
  return cohorts.filter(({ length }) => length > 0);
}

/** A row of titles, or of the dates at which cohorts began. */
function isTitleRow(row: readonly Cell[], zone: Zone): boolean {
  const cells = row.filter((cell) => !isBlank(cell) && !isReadableDate(cell));
  const due = cells.map((cell) => ({ cell, reader }));
  return cells.length === 0 || isHeader(due, zone);
}

/** What the functions of this section compute from: the customers, and the fits of the models to them, each made once. */
export interface Contracts {
  readonly renewals: Renewals;
  readonly fitted: (choice: ModelChoice) => RenewalFit;
}

function contractsOf(renewals: Renewals): Contracts {
  const known = new Map<ModelChoice, RenewalFit>();
  function fitted(choice: ModelChoice): RenewalFit {
    if (choice === "auto") return lowestAic(renewalModels.map(fitted));
    const fit = known.get(choice) ?? fitRenewals(choice, renewals);
    known.set(choice, fit);
    return fit;
  }
  return { renewals, fitted };
}

/** A custom function of survivors and of what else it takes, which `run` reads itself. */
export function renewalFunction(
  spec: Omit<CustomFunction, "run"> & {
    readonly run: (contracts: Contracts, others: readonly unknown[], zone: Zone) => Cell | Cell[][];
  },
): CustomFunction {
  return {
    ...spec,
    args: [survivorsArgument, ...spec.args],
    run: ([given, ...others], zone) =>
      named(spec.name, () => spec.run(contractsOf(readSurvivors(given, zone)), others, zone)),
  };
}
