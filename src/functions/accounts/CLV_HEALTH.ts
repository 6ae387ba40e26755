import type { HealthModel } from "../../core/health/fit";
import type { Metric } from "../../core/health/metrics";
import { type Score, bandOf, scoresByModel, scoresByWeights } from "../../core/health/scores";
import { refusal } from "../../core/refusal";
import { type Unread, unread } from "../../sheet/argument";
import { type Cell, isBlank } from "../../sheet/cell";
import { type Fault, quoted, refuseFaults } from "../../sheet/fault";
import { type Range, cellOf, isRange, toRange, usedSize } from "../../sheet/range";
import { readCell } from "../../sheet/readCell";
import { identityReader, numberReader } from "../../sheet/reader";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { refuseRepeated } from "./customers";
import { isHealthBlock, readHealthBlock } from "./healthBlock";
import { metricsArgument, readMetrics } from "./metrics";

type Row = Score & { readonly customer: string };

const columns: Columns<Row> = {
  Customer: column.words((row) => row.customer),
  Health: column.number((row) => row.health),
  Band: column.words(({ health }) => (health === undefined ? "" : bandOf(health))),
  "Churn probability": column.share((row) => row.churnProbability),
  "Weakest metric": column.words((row) => row.weakest ?? ""),
  "Strongest metric": column.words((row) => row.strongest ?? ""),
};

const customerArgument = unread({ name: "customer", text: "Customer of each row." });

const weightsArgument = unread({
  name: "weights",
  text: "One number per metric, negative if more is bad, or a CLV_HEALTH_FIT table.",
  optional: true,
  whenLeftOut: "all count equally and more is better",
});

const number = numberReader();

/** One weight a metric, in a row or a column. */
function readWeights(range: Range, count: number, { zone }: Unread): number[] {
  const { rows, columns: width } = usedSize(range);
  const name = weightsArgument.name;
  const line = rows <= 1 ? range[0]!.slice(0, width) : range.slice(0, rows).map((row) => row[0]!);
  const demand = `must be one number per metric (${count}) or a CLV_HEALTH_FIT table`;
  if (rows > 1 && width > 1) throw refusal(`${name} ${demand}, got ${rows} rows × ${width} columns`);
  if (line.length !== count) throw refusal(`${name} ${demand}, got ${line.length}`);
  const faults: Fault[] = [];
  const weights = line.map(
    (cell, index) =>
      readCell(
        { name, reader: number },
        cell,
        `${rows > 1 ? "row" : "column"} ${index + 1}`,
        zone,
        faults,
      ) as number,
  );
  refuseFaults(faults, zone);
  if (weights.every((weight) => weight === 0))
    throw refusal(`${name} must have at least one number other than 0, got none`);
  return weights;
}

/** Refuses a fit and metrics that do not name the same. */
function checkNames(metrics: readonly Metric[], { coefficients }: HealthModel): void {
  const known = coefficients.map(({ name }) => name);
  const given = metrics.map(({ name }) => name);
  const missing = known.find((name) => !given.includes(name));
  if (missing !== undefined)
    throw refusal(`metrics must have the columns of the fit in weights, got none named ${quoted(missing)}`);
  const strange = given.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw refusal(
      `metrics must have the columns of the fit in weights, got ${quoted(strange)}, which the fit does not have: fit again with it, or leave it out`,
    );
}

function scoresOf(metrics: readonly Metric[], weights: Unread): Score[] {
  const range = isRange(weights.given) ? toRange(weights.given) : [[(cellOf(weights.given) ?? "") as Cell]];
  if (range.every((row) => row.every(isBlank)))
    return scoresByWeights(
      metrics,
      metrics.map(() => 1),
    );
  if (!isHealthBlock(range)) return scoresByWeights(metrics, readWeights(range, metrics.length, weights));
  const model = readHealthBlock(weightsArgument.name, range, weights.zone);
  checkNames(metrics, model);
  return scoresByModel(metrics, model);
}

/** Worst first; who is unknown last. */
const order = (a: Row, b: Row): number =>
  (a.health ?? Infinity) - (b.health ?? Infinity) ||
  (b.churnProbability ?? 0) - (a.churnProbability ?? 0) ||
  (a.customer < b.customer ? -1 : 1);

export const CLV_HEALTH = recordsFunction({
  name: "CLV_HEALTH",
  summary:
    "A health score of 0 to 100 for each customer from signals such as logins, tickets or NPS, and the signal that counts most against them. Worst first.",
  details: [
    "Health compares customers with each other: 50 is the middle of this list, whatever the numbers. With weights it is the weighted mean of each metric's percentile rank, reversed if the weight is negative. Weights that were never checked against who left are an opinion. With a CLV_HEALTH_FIT table it is the share of customers more likely to leave, and Churn probability covers the same length of time as the fit.",
    "Bands: At risk below 40, Watch below 70, Healthy from 70. A healthy base has as many At risk as a sick one, so with a fit rely on Churn probability.",
    "Weakest and Strongest metric are the lowest and highest of those ranks; with a fit, the metrics that raise and lower the odds of leaving most against the average customer. A blank metric is ignored, or counts as the mean with a fit. A customer without any metric has no score and comes last.",
  ].join("\n\n"),
  notFor:
    "Not for a shop's orders: use CLV_NEXT_ORDER or CLV_PREDICT. To choose whom to contact, use CLV_PRIORITIES.",
  args: [customerArgument, metricsArgument, weightsArgument],
  columns,
  example: {
    formula: '=CLV_HEALTH({"Ann";"Bo";"Cy"}, {"Logins","Tickets";12,1;3,0;8,6}, {3,-1})',
    rows: [
      ["Bo", 100 / 3, "At risk", "", "Logins", "Tickets"],
      ["Cy", 125 / 3, "Watch", "", "Tickets", "Logins"],
      ["Ann", 75, "Healthy", "", "Tickets", "Logins"],
    ],
  },
  source: "Weighted percentile ranks, or a logistic regression with Firth's penalty",
  run: (customer, given, weights) => {
    const { metrics, beside, placeBeside } = readMetrics(
      given,
      customerArgument.name,
      customer,
      (cell) => !isBlank(cell),
    );
    const faults: Fault[] = [];
    const names = beside.map(
      (cell, index) =>
        readCell(
          { name: customerArgument.name, reader: identityReader },
          cell,
          placeBeside(index),
          customer.zone,
          faults,
        ) as string,
    );
    refuseFaults(faults, customer.zone);
    refuseRepeated(names, placeBeside);
    const scores = scoresOf(metrics, weights);
    return names.map((name, row): Row => ({ customer: name, ...scores[row]! })).sort(order);
  },
});
