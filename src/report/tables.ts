import type { Answer } from "../answers/answer";
import { datesOf, rangeOf } from "../answers/columns";
import { check, trendOf } from "../answers/figures";
import { type RevenueRows, type Series, revenueRows, seriesOf } from "../answers/series";
import { assumptions } from "../answers/setup";
import type { Term } from "../recipe/term";
import type { DataTable } from "./dataTable";

/** Tables that are worked out in one go, and what the person is told meanwhile. */
export interface Part {
  readonly title: string;
  readonly tables: readonly DataTable[];
}

/** How much of a long table the report shows. */
export const shown = { periods: 24, cohorts: 13, ages: 13, customers: 10, segments: 10, months: 36 } as const;

const apply = (name: string, ...to: Term[]): Term => ({ apply: name, to });
const step = (name: string): Term => ({ step: name });
const setting = (key: string): Term => ({ setting: key });
const column = (table: string, number: number) => apply("COLUMN", step(table), number);
const whole = (key: string, title: string, term: Term): DataTable => ({ key, title, cells: [[term]] });
const single = (key: string, title: string, term: Term): DataTable => ({
  key,
  title,
  header: [title],
  cells: [[term]],
});
const [margin, window, cac] = [setting("gross_margin"), setting("window"), setting("cac")];

/** Everything that the report computes from a table, in the order in which it can be. */
export function reportParts(answer: Answer): Part[] {
  const { source } = answer;
  const [rows, series] = [revenueRows(source), seriesOf(source)];
  return [
    { title: "Value and trend", tables: [...figuresByPeriod(answer, series), ...methodOf(answer, series)] },
    {
      title: "Cohorts and retention",
      tables: source.shape === "subscriptions" ? survival(answer) : rows ? cohorts(rows) : [],
    },
    { title: "Segments and data", tables: [...(rows?.segment ? [segments(rows)] : []), ...checks(answer)] },
    { title: "Predictions", tables: rows ? predictions(rows) : [] },
  ].filter(({ tables }) => tables.length > 0);
}

/** Steps that several tables build on become tables of their own; those before them are theirs alone. */
function sharedSteps({ steps }: Series): DataTable[] {
  const own = steps.filter(([name]) => name !== "r" && name !== "m");
  return steps.flatMap(([name, term]): DataTable[] => {
    if (name === "r") return [whole("r", "Rows", term)];
    if (name !== "m") return [];
    if (own.length === 0) return [whole("m", "Figures by period", term)];
    return [{ key: "m", title: "Figures by period", header: headerOf(own), steps: own, cells: [[term]] }];
  });
}

/** The titles of the table that whole periods are taken from. */
const headerOf = (steps: Series["steps"]) =>
  steps.some(([name]) => name === "k")
    ? ["Period", "Revenue", "Customers", "New", "Returned", "Lost", "Churn rate", "Revenue per customer"]
    : [
        "Period",
        "Customers at start",
        "New",
        "Lost",
        "Customers at end",
        "MRR at start",
        "New MRR",
        "Expansion",
        "Contraction",
        "Lost MRR",
        "Reactivation",
        "MRR at end",
        "Customer churn",
        "Revenue churn",
        "GRR",
        "NRR",
        "Revenue per customer",
      ];

function figuresByPeriod(answer: Answer, series: Series | undefined): DataTable[] {
  const value = single("value", answer.value.title, answer.value.recipe.result);
  if (!series) return [value];
  const figures = [series.revenue, series.customers, series.churn];
  const drivers = apply("WITHOUT", apply("WITHOUT", step("bridge"), 1, "CLV then"), 1, "CLV now");
  const latest = (place: number) => apply("LAST_ROW", step("t"), place);
  return [
    ...sharedSteps(series),
    whole("t", "Trend", trendOf(series)),
    value,
    whole("latest", "Latest period", apply("LAST_ROWS", step("t"), 1)),
    single("customers", "Customers", apply("LAST_VALUE", series.customers)),
    whole("rolled", "Full windows", apply("WITH_NUMBER", step("t"), 5)),
    whole("course", "Course", apply("COLUMNS", apply("LAST_ROWS", step("rolled"), shown.periods), 1, 2, 5)),
    whole("singly", "Windows of one", apply("CLV_TREND", series.period, ...figures, 1, margin)),
    whole(
      "single",
      "Period by period",
      apply("COLUMNS", apply("LAST_ROWS", step("singly"), shown.periods), 1, 2, 3),
    ),
    whole("bridge", "What changed", apply("CLV_BRIDGE", series.period, ...figures, window, margin)),
    whole("effects", "Effects", apply("COLUMNS", drivers, 1, 4)),
    ...answer.costs.map(({ title, recipe }) => single(title, title, recipe.result)),
    whole("sensitivity", "Sensitivity", apply("CLV_SENSITIVITY", latest(2), latest(3), margin, cac)),
    whole("definitions", "Definitions", apply("CLV_DEFINITIONS", ...figures, margin, cac, window)),
  ];
}

function methodOf(answer: Answer, series: Series | undefined): DataTable[] {
  const { source } = answer;
  const counted = (["customer", "period"] as const).flatMap((meaning) => rangeOf(source, meaning) ?? []);
  const used = assumptions.filter(({ key }) => key !== "currency");
  const given = used.map(({ key, label }): Term[] => [
    label,
    apply("IF_BLANK", setting(key), "not given", setting(key)),
  ]);
  const range = series
    ? [
        ["First period", apply("CELL", step("t"), 2, 1)],
        ["Last period", apply("LAST_ROW", step("t"), 1)],
      ]
    : [];
  const rows = counted.length > 0 ? [["Rows", apply("COUNT", counted[0]!)]] : [];
  return [
    single(
      "basis",
      "Basis",
      apply("IF_BLANK", margin, "Revenue per customer, not profit", "Gross profit per customer"),
    ),
    {
      key: "captions",
      title: "Captions",
      header: ["Captions"],
      cells: captionsOf(answer).map((one) => [one]),
    },
    { key: "data", title: "Data", header: ["Data", ""], cells: [...rows, ...range] },
    { key: "assumptions", title: "Assumptions", header: ["Assumption", ""], cells: given },
  ];
}

/** Sentences with assumptions in them, in the order of `captions`. */
const captionsOf = ({ period }: Answer): Term[] => [
  apply("JOIN", `A ${period}, mean of `, window, ` ${period}s`),
  apply("JOIN", `Of customers a ${period}, mean of `, window, ` ${period}s`),
  apply("JOIN", "Bought in the last ", setting("inactive_after"), ` ${period}s`),
  apply(
    "JOIN",
    "Expected of each customer in the next ",
    setting("horizon"),
    " months, discounted. Value at risk: what more it would be if the customer were certain still to be active.",
  ),
  apply(
    "JOIN",
    "Each point is the mean of ",
    window,
    ` ${period}s up to then: revenue per customer a ${period} on the left axis, CLV on the right.`,
  ),
];

/** Where the sentences stand in their table. */
export const captions = { revenue: 0, churn: 1, customers: 2, predictions: 3, trend: 4 } as const;

function cohorts({ customer, date, amount }: RevenueRows): DataTable[] {
  const all = apply("CLV_COHORTS", customer, date, amount);
  const ages = Array.from({ length: shown.ages - 1 }, (_, age): Term[] => [
    age + 1,
    apply("WEIGHTED_MEAN", column("cohorts", age + 4), column("cohorts", 2)),
  ]);
  return [
    { key: "cohorts", title: "Cohorts", cells: [[all]], columns: 2 + shown.months },
    {
      key: "heat",
      title: "Latest cohorts",
      cells: [
        [
          apply(
            "FIRST_ROWS",
            apply("LAST_ROWS", step("cohorts"), shown.cohorts),
            shown.cohorts,
            2 + shown.ages,
          ),
        ],
      ],
      columns: 2 + shown.ages,
    },
    {
      key: "ages",
      title: "Active by age",
      header: ["Months since the first purchase", "Share active"],
      cells: ages,
    },
  ];
}

function survival({ source }: Answer): DataTable[] {
  const [start, end] = [datesOf(source, "start")!, datesOf(source, "end") ?? null];
  const months = Array.from({ length: shown.months + 1 }, (_, month): Term[] => [
    month,
    apply("FALLEN_TO", step("survival"), 5, month),
  ]);
  return [
    whole("survival", "Survival", apply("CLV_SURVIVAL", start, end, null, "month")),
    { key: "months", title: "Survival by month", header: ["Month", "Share still active"], cells: months },
    whole("retention", "Retention model", apply("CLV_RETENTION", column("months", 2), 12)),
  ];
}

const segments = ({ customer, date, amount, segment }: RevenueRows) =>
  whole(
    "segments",
    "Segments",
    apply(
      "FIRST_ROWS",
      apply("CLV_SEGMENTS", customer, date, amount, segment!, margin, setting("inactive_after")),
      shown.segments,
      11,
    ),
  );

function checks({ source }: Answer): DataTable[] {
  const recipe = check(source);
  if (!recipe) return [];
  return [
    whole("checks", "Data check", recipe.result),
    whole("check", "To note", apply("WITHOUT", step("checks"), 3, "ok")),
  ];
}

function predictions({ customer, date, amount }: RevenueRows): DataTable[] {
  const rows = [customer, date, amount];
  const warnings = apply("LAST_ROW", step("fit"), 2);
  const predicted = apply(
    "CLV_PREDICT",
    ...rows,
    setting("horizon"),
    setting("discount_rate"),
    margin,
    step("fit"),
  );
  return [
    whole("fit", "Model", apply("CLV_FIT", ...rows)),
    single("warnings", "Warnings", apply("IF_BLANK", warnings, "none", warnings)),
    { ...whole("predictions", "Predictions", predicted), most: shown.customers },
    {
      key: "risk",
      title: "At risk",
      header: ["Customer", "Orders", "CLV to date", "P(alive)", "Predicted CLV", "Value at risk"],
      cells: [[apply("LARGEST", step("predictions"), 11, shown.customers, 1, 2, 3, 4, 7, 11)]],
    },
  ];
}
