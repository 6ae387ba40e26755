import { retention, survival } from "../../core/renewals/curve";
import { wholeNumber } from "../../sheet/argument";
import { type Columns, column, columnDocs, tableOf } from "../../sheet/column";
import { finishedTable } from "../../sheet/result";
import { readArguments } from "../../sheet/table";
import { type ModelChoice, modelArgument, renewalFunction, survivorsDetails } from "./survivors";

interface Row {
  readonly renewal: number;
  readonly observed: number | undefined;
  readonly expected: number;
  readonly rate: number | undefined;
}

const columns: Columns<Row> = {
  Renewal: column.count(({ renewal }) => renewal),
  "Observed survival": column.share(({ observed }) => observed),
  "Model survival": column.share(({ expected }) => expected),
  "Model retention rate": column.share(({ rate }) => rate),
};

const args = [
  wholeNumber({
    name: "periods_ahead",
    text: "Renewals to predict beyond those observed.",
    atLeast: 0,
    atMost: 1000,
    optional: true,
    whenLeftOut: "as many as observed",
  }),
  modelArgument,
] as const;

export const CLV_RETENTION = renewalFunction({
  name: "CLV_RETENTION",
  summary:
    "How many customers under contract are left after each renewal, observed and predicted. One row per renewal, from renewal 0 (everyone who signed); one column per cohort.",
  details: `${survivorsDetails} Observed survival pools all cohorts observed at that renewal. Under sbg, retention rates rise with tenure because customers who leave easily leave first. CLV_RETENTION_FIT shows the parameters and says when the data do not settle them.`,
  notFor:
    "Not for a shop's orders: customers pause and come back, so survivors would rise. Use CLV_COHORTS there.",
  maths: [
    String.raw`\text{sbg:} \quad S(t) = \frac{B(\alpha, \beta + t)}{B(\alpha, \beta)}, \qquad \text{retention rate} = \frac{S(t)}{S(t - 1)}`,
  ],
  args,
  columns: columnDocs(columns),
  result: `Table: ${Object.keys(columns).join(", ")}`,
  picture: {
    kind: "lines",
    caption: "Share of customers left after each renewal, observed and modelled",
    label: "Renewal",
    series: ["Observed survival", "Model survival"],
  },
  example: {
    formula: '=CLV_RETENTION({100;60;40}, 1, "sbg")',
    result: [
      Object.keys(columns),
      [0, 1, 1, ""],
      [1, 0.6, 3 / 5, 3 / 5],
      [2, 0.4, 2 / 5, 4 / 6],
      [3, "", 2 / 7, 5 / 7],
    ],
  },
  source:
    "P. Fader, B. Hardie (2007), Journal of Interactive Marketing 21(1); with others (2018), the same 43 (bdw)",
  run: ({ renewals, fitted }, others, zone) => {
    const [ahead, model] = readArguments(args, others, zone) as [number | undefined, ModelChoice];
    const { curve } = fitted(model);
    const observed = renewals.survival;
    const last = observed.length - 1;
    const rows = survival(curve, last + (ahead ?? last)).map((expected, renewal): Row => ({
      renewal,
      observed: observed[renewal],
      expected,
      rate: renewal === 0 ? undefined : retention(curve, renewal),
    }));
    return finishedTable(tableOf(columns, rows), zone);
  },
});
