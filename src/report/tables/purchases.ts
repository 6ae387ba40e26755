import { cac, discount, horizon, margin } from "../../recipe/assumed";
import { inactiveMonths } from "../../answers/figures";
import type { Answer } from "../../answers/answer";
import type { Question } from "../../answers/question";
import type { RevenueRows } from "../../answers/reading";
import { type Term, apply, setting } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf, columnOf, valueOf, wholeOf } from "../live";
import type { Make } from "./making";
import { forecastOf } from "./next";
import { overdueInShort, wordsIn } from "./summary";
import { lateStep, saveStep } from "./steps";
import { join, moneyOf, orBlank, shown } from "./terms";

/** Who comes back, by month of the first purchase. */
export function cohorts(make: Make, rows: RevenueRows): DataTable[] {
  const all = make.part(
    "cohorts",
    "Cohorts",
    apply("CLV_COHORTS", rows.customer, rows.date, rows.amount, "retention", null, true),
    { columns: 2 + shown.ages },
  );
  const latest = make.rowsOf("heat", "Latest cohorts", all, {
    rows: -shown.cohorts,
    where: "Cohort: not All",
  });
  const together = make.rowsOf("together", "All cohorts", all, { rows: -1 });
  const ages = make.cells(
    "ages",
    "Active by age",
    [
      { name: "Months since the first purchase", unit: "count" },
      { name: "Share active", unit: "share" },
    ],
    Array.from({ length: shown.ages - 1 }, (_, age): Term[] => [
      age + 1,
      orBlank(cellOf(together, 0, age + 1)),
    ]),
    true,
  );
  return [all, latest, together, ages];
}

/** Value by segment, and why all of them together differ from the value that the report begins with. */
export function segments(
  make: Make,
  { customer, date, amount, segment }: RevenueRows,
  {
    period,
    sign,
    value,
    question,
  }: {
    readonly period: string;
    readonly sign: string;
    readonly value: DataTable;
    readonly question: Question;
  },
): DataTable[] {
  if (!segment) return [];
  const found = apply("CLV_SEGMENTS", customer, date, amount, segment, margin, inactiveMonths);
  const all = make.part("allSegments", "All segments", found, { where: "Segment: All" });
  const together = cellOf(all, 0, "CLV");
  const amounts = make.words("segmentsInWords", "Two definitions, in words", [
    apply("IF_BLANK", together, "", moneyOf(sign, together)),
    moneyOf(sign, valueOf(value)),
  ]);
  const [here, above] = wordsIn(amounts);
  return [
    make.part("segments", "Segments", found, { rows: shown.segments, where: "Segment: not All" }),
    all,
    amounts,
    make.single(
      "segmentsNote",
      "Two definitions",
      apply(
        "IF_BLANK",
        here!,
        "Nobody is lost yet by this table's definition, so it gives no overall CLV.",
        join(
          "For all segments together, CLV is ",
          here!,
          " here and ",
          above!,
          " at the top. ",
          question === "contracts"
            ? `Here a customer is lost once, after the last order; at the top, each ${period} without a payment counts as a loss, even for those who come back.`
            : "Here it is what a customer brings in until lost, at today's churn; at the top, what a new one brings in over the time shown there.",
        ),
      ),
    ),
  ];
}

/** What the lists of predictions show of a customer. */
const ofStanding = ["Customer", "Orders", "CLV to date", "P(alive)", "Predicted CLV", "Value at risk"];

const overdueByOwn = "Status: overdue, Basis: own";

/** What those who can still be saved are expected to bring in, and what saving them adds. */
function savableInShort(make: Make, sign: string, savable: DataTable): DataTable {
  const count = apply("NUMBERS", columnOf(savable, "Orders"));
  const total = (title: string) => moneyOf(sign, apply("SUM", columnOf(savable, title)));
  return make.single(
    "savableNote",
    "Can still be saved, in words",
    apply(
      "IF_ABOVE",
      count,
      join(
        count,
        " customers can still be saved. They are expected to bring in ",
        total("Predicted CLV"),
        ", and ",
        total("Value at risk"),
        " more if all of them stay.",
      ),
      "Nobody has a chance between 20% and 80%: by the model, all are active or probably lost.",
    ),
  );
}

/** How many are overdue, but quiet for too long to be worth a call. */
const goneInShort = (make: Make, gone: DataTable) => {
  const count = apply("NUMBERS", columnOf(gone, "Orders"));
  return make.single(
    "goneNote",
    "Quiet too long",
    apply(
      "IF_ABOVE",
      count,
      join(count, " more are overdue, but after so long a silence, few come back."),
      "Of the overdue, nobody has been silent too long to come back.",
    ),
  );
};

/** What is expected of single customers and of new ones, and who is overdue. */
export function predictions(make: Make, rows: RevenueRows, sign: string, answer: Answer): DataTable[] {
  const { customer, date, amount } = rows;
  const fit = make.result("fit", "Model", apply("CLV_FIT", customer, date, amount));
  const warning = make.rowsOf("warning", "Warnings of the model", fit, { where: "Item: Warnings" });
  const said = cellOf(warning, 0, "Value");
  const predicted = apply("CLV_PREDICT", customer, date, amount, horizon, discount, margin, wholeOf(fit));
  const orders = apply("CLV_NEXT_ORDER", customer, date, null, amount);
  const overdue = make.part(
    "overdue",
    "Overdue by their own rhythm",
    orders,
    { by: "Revenue", where: `${overdueByOwn}, Past usual pause: no` },
    { most: shown.customers },
  );
  const gone = make.part("gone", "Overdue past the usual pause", orders, {
    where: `${overdueByOwn}, Past usual pause: yes`,
    columns: ["Orders"],
  });
  const savable = make.part(
    "savable",
    "Can still be saved",
    predicted,
    { by: "Value at risk", where: "Standing: can still be saved", columns: ofStanding },
    { most: shown.customers },
  );
  return [
    fit,
    warning,
    make.single("warnings", "Warnings", apply("IF_BLANK", said, "none", said)),
    // Not all of them once, of which both could be taken: a shop may have more customers than a formula can give.
    make.part("predictions", "Predictions", predicted, {
      rows: shown.customers,
      columns: [...ofStanding, "Standing"],
    }),
    savable,
    savableInShort(make, sign, savable),
    saveStep(make, sign, savable),
    make.part("lost", "Probably lost", predicted, {
      rows: shown.lost,
      by: "CLV to date",
      where: "Standing: probably lost",
      columns: ofStanding,
    }),
    overdue,
    gone,
    goneInShort(make, gone),
    overdueInShort(make, sign, overdue),
    lateStep(make, overdue),
    ...growth(make, rows, answer),
    ...forecastOf(make, answer, sign, fit),
  ];
}

/** What a customer brings from the first purchase on: so far, and a new one, as the value at the top has it. */
function growth(make: Make, rows: RevenueRows, { costs }: Answer): DataTable[] {
  const months = shown.ahead + 1;
  const { customer, date, amount } = rows;
  const ofCurve = ["Value per customer", "Low", "High"];
  const brought = make.part(
    "brought",
    "Revenue per customer by age",
    apply("CLV_CURVE", customer, date, amount, margin),
    { rows: months, columns: ofCurve },
  );
  const expected = make.part(
    "expected",
    "What a new customer brings in",
    apply(
      "CLV_HORIZON",
      customer,
      date,
      amount,
      apply("NUMBERS_FROM_1", shown.ahead),
      0,
      margin,
      setting("as_of"),
    ),
    { columns: ["Months", "Value", "First order"] },
  );
  const expectedAt = (month: number) =>
    orBlank(month === 0 ? cellOf(expected, 0, "First order") : cellOf(expected, month - 1, "Value"));
  const together = make.cells(
    "growth",
    "What a customer brings in",
    [
      { name: "Months since the first purchase", unit: "count" },
      { name: "So far", unit: "money" },
      { name: "Low", unit: "money" },
      { name: "High", unit: "money" },
      { name: "Expected of a new customer", unit: "money" },
      ...(costs.length > 0 ? [{ name: "Acquisition cost", unit: "money" } as const] : []),
    ],
    Array.from({ length: months }, (_, month): Term[] => [
      month,
      ...ofCurve.map((title) => orBlank(cellOf(brought, month, title))),
      expectedAt(month),
      ...(costs.length > 0 ? [cac] : []),
    ]),
    true,
  );
  return [brought, expected, together];
}
