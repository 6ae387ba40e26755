import { fitHealth } from "../../core/health/fit";
import { tableFunction } from "../../sheet/tableFunction";
import { churnedArgument, readChurned, refuseOneSided } from "./churned";
import { healthFitColumns, healthTable } from "./healthBlock";
import { healthWarnings } from "./healthWarnings";
import { metricsArgument, readMetrics } from "./metrics";

/** Of the example: the odds of leaving with half a customer added to each count, without and with logins. */
const [without, withLogins] = [2.5 / 1.5, 0.5 / 3.5];
const [p, q] = [2.5 / 4, 0.5 / 4];
const [informed, informedToo] = [3 * p * (1 - p), 3 * q * (1 - q)];
const logLikelihood = 2 * Math.log(p) + Math.log(1 - p) + 3 * Math.log(1 - q);

export const CLV_HEALTH_FIT = tableFunction({
  name: "CLV_HEALTH_FIT",
  summary:
    "How well signals such as logins, tickets or NPS tell who left, and what each of them says: a logistic regression that also works with few who left. Keep the table and give it to CLV_HEALTH.",
  details: [
    "A row is a customer, a column a metric. Take metrics from before the day on which those who left did: what somebody does who has already gone tells nothing, and makes any metric look perfect. Left means within the time after that day; the probabilities of CLV_HEALTH are for as long a time. Numbers, percentages, TRUE and FALSE (1 and 0) and dates (by the day) are metrics.",
    "Value is the change in the log-odds of leaving for one more of the metric: above 0 it speaks for leaving, and twice the standard error is a usual limit to believe it. Firth's penalty keeps coefficients finite where a metric tells all who left from all who stayed, and draws chances a little towards one half. AUC is the chance that one who left is rated above one who stayed, 0.5 being a coin; the cross-validated one is for customers who were not learnt from, by tenths (row number mod 10), and is the one to believe: with five metrics and 60 simulated customers it was 0.66 on average where later customers gave 0.70, and AUC itself 0.79. Brier score is the mean squared error of the chances.",
    "A blank metric counts as the mean of its column. Where churned marks only those who left, by dates or a yes, a blank has stayed; where it says no as well, a row with a blank is left out. Warnings says what is missing, what repeats, and where too few have left.",
  ].join("\n\n"),
  notFor: "Not for customers who never say that they left, as in a shop: take CLV_PREDICT.",
  args: [metricsArgument, churnedArgument],
  columns: healthFitColumns,
  result:
    "Table: Item, Value, Standard error with Model, Customers, Churned, intercept, each metric, Penalised log-likelihood, Log-likelihood, AUC, AUC cross-validated, Brier score, Base rate, Warnings",
  example: {
    formula: '=CLV_HEALTH_FIT({"Logins";0;0;0;1;1;1}, {"yes";"yes";"no";"no";"no";"no"})',
    result: [
      ["Item", "Value", "Standard error"],
      ["Model", "Firth logistic", ""],
      ["Customers", 6, ""],
      ["Churned", 2, ""],
      ["intercept", Math.log(without), Math.sqrt(1 / informed)],
      ["Logins", Math.log(withLogins / without), Math.sqrt(1 / informed + 1 / informedToo)],
      ["Penalised log-likelihood", logLikelihood + Math.log(informed * informedToo) / 2, ""],
      ["Log-likelihood", logLikelihood, ""],
      ["AUC", 7 / 8, ""],
      ["AUC cross-validated", 3 / 4, ""],
      ["Brier score", (2 * (1 - p) ** 2 + p ** 2 + 3 * q ** 2) / 6, ""],
      ["Base rate", 1 / 3, ""],
      [
        "Warnings",
        "Only 2 left: below 20 this is a first impression. Only 2 left for 1 metric: with fewer than 10 each, take fewer metrics.",
        "",
      ],
    ],
  },
  source: "D. Firth (1993), Biometrika 80; G. Heinze, M. Schemper (2002), Statistics in Medicine 21",
  run: (given, churned) => {
    const { metrics, beside, rows, placeBeside } = readMetrics(
      given,
      churnedArgument.name,
      churned,
      () => true,
    );
    const left = readChurned(beside, placeBeside, churned.zone);
    const hasMetric = rows.map((_, row) => metrics.some(({ values }) => values[row] !== undefined));
    const learnt = Array.from(rows.keys()).filter((row) => hasMetric[row] && left[row] !== undefined);
    const known = learnt.map((row) => left[row]!);
    refuseOneSided(known);
    const fit = fitHealth(
      metrics.map(({ name, values }) => ({ name, values: learnt.map((row) => values[row]) })),
      known,
      learnt.map((row) => rows[row]!),
    );
    const withoutMetric = hasMetric.filter((has) => !has).length;
    return healthTable(
      fit,
      healthWarnings(fit, { withoutMetric, withoutChurned: rows.length - withoutMetric - learnt.length }),
    );
  },
});
