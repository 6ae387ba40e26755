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
    "How well signals such as logins, tickets or NPS predict who leaves, and what each one says: a logistic regression that works even with few losses. Pass the table to CLV_HEALTH.",
  details: [
    "Each row is a customer, each column a metric: numbers, percentages, TRUE and FALSE (1 and 0), or dates (by day). Measure them before the day those customers left: what people do after leaving predicts nothing, yet makes any metric look perfect. Churned means left within a set time after that day; the probabilities of CLV_HEALTH cover the same length of time.",
    "Value is the change in the log-odds of leaving for one more of the metric: above 0 it raises the odds. Believe it from about twice the standard error. Firth's penalty keeps coefficients finite when a metric separates leavers from stayers perfectly, and pulls probabilities slightly towards one half. AUC is the chance that a leaver is rated riskier than a stayer; 0.5 is a coin toss. Believe AUC cross-validated, which tests on customers held out by tenths (row number mod 10): with five metrics and 60 simulated customers it averaged 0.66 where later customers gave 0.70 and AUC itself 0.79. Brier score is the mean squared error of the probabilities.",
    "A blank metric counts as the mean of its column. If churned marks only those who left (dates, or yes), a blank means stayed; if it also says no, rows with a blank are left out. Warnings lists what is missing or redundant, and says when too few have left.",
  ].join("\n\n"),
  notFor: "Not for customers who leave without saying so, as in a shop: use CLV_PREDICT.",
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
        "Only 2 left: below 20 this is a first impression. Only 2 left for 1 metric: with fewer than 10 each, use fewer metrics.",
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
