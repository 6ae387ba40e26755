import type { FoundTable } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import type { Recipe, Term } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import { meanings } from "./meanings";
import { cellsOf, headerOf } from "./columns";

/** A line of the setup tab: an assumption, a mapped column, or with the key "" a heading. */
export interface SetupLine {
  readonly key: string;
  readonly label: string;
  /** What its cell is to hold; null leaves it blank, and its own setting keeps what is there. */
  readonly value: Term;
  readonly note: Term;
  /** Number format of the value; "" for none. */
  readonly format: string;
}

/** Computes recipes by the assumptions of a setup. */
export type Compute = (setup: readonly SetupLine[], recipes: readonly Recipe[]) => readonly Figure[];

/** What the setup tab holds for a key. */
export interface SavedSetting {
  readonly key: string;
  readonly value: SentCell;
  readonly formula: string;
  /** The formula of its note: for a mapped column the reference to its header. */
  readonly noteFormula: string;
}

/** An assumption that formulas refer to on the setup tab. */
export interface Assumption {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly format: string;
}

export const assumptions: readonly Assumption[] = [
  {
    key: "gross_margin",
    label: "Gross margin",
    note: "Share of revenue that is gross profit, such as 40%; blank: values are revenue",
    format: "0.0%",
  },
  {
    key: "cac",
    label: "Acquisition cost (CAC)",
    note: "What winning one customer costs; blank: not known",
    format: "#,##0.00",
  },
  {
    key: "discount_rate",
    label: "Discount rate a year",
    note: "For predictions: how much less money is worth a year later",
    format: "0.0%",
  },
  {
    key: "horizon",
    label: "Horizon in months",
    note: "For predictions: how many months they look ahead",
    format: "0",
  },
  { key: "window", label: "Window", note: "How many periods rolling figures are averaged over", format: "0" },
  { key: "period", label: "Period", note: "day, week, month, quarter or year", format: "" },
  {
    key: "inactive_after",
    label: "Lost after",
    note: "Periods without a purchase after which a customer counts as lost",
    format: "0",
  },
  { key: "currency", label: "Currency", note: "Sign before amounts; blank for none", format: "" },
  {
    key: "as_of",
    label: "Data as of",
    note: "Day a list of subscriptions is from: what ends then or later is still active; blank: its latest date",
    format: "yyyy-mm-dd",
  },
];

/** What an assumption is before anybody has set it. */
export function defaults(table: FoundTable, cac: Term, margin: Term, currency: string): Record<string, Term> {
  const isBilled =
    (table.shape === "cube" && !table.havePauses) ||
    table.shape === "monthly" ||
    table.shape === "subscriptions";
  return {
    gross_margin: margin,
    cac,
    discount_rate: 0.1,
    horizon: 12,
    window: 12,
    period: "month",
    // Who is billed each month is lost in the first one without; buyers of a shop pause for longer, and firms that sign
    // contracts for a year.
    inactive_after: isBilled ? 1 : table.shape === "deals" ? 12 : 3,
    currency: currency || null,
    as_of: null,
  };
}

/** How text of a column is written, in words, by the field that says so. */
export const notations: Readonly<Record<"dates" | "decimal", Readonly<Record<string, string>>>> = {
  dates: { dayFirst: "day/month/year", monthFirst: "month/day/year", yearFirst: "year/month/day" },
  decimal: { point: "1,234.56", comma: "1.234,56" },
};

const heading = (label: string, note: string): SetupLine => ({
  key: "",
  label,
  value: null,
  note,
  format: "",
});

/** The lines of the setup tab: assumptions in a fixed order, since formulas refer to their cells, then the data. */
export function setupLines(
  values: Readonly<Record<string, Term>>,
  tables: readonly FoundTable[],
): SetupLine[] {
  return [
    heading("Assumptions", "What it means"),
    ...assumptions.map(({ key, label, note, format }) => ({
      key,
      label,
      value: values[key] ?? null,
      note,
      format,
    })),
    heading("Data: filled cells", "Header of the column"),
    ...tables.flatMap((table, index) =>
      table.columns.flatMap((column) => {
        if (!column.meaning) return [];
        const key = `${index + 1}.${table.shape ?? ""}.${column.meaning}`;
        const label = `${table.tab}: ${meanings[column.meaning]}`;
        const note = { range: headerOf(table, column.column) };
        const cells = { range: cellsOf(table, column.column) };
        const written = (["dates", "decimal"] as const).flatMap((field) => {
          const value = notations[field][column[field] ?? ""];
          return value
            ? [{ key: `${key}.${field}`, label: `${label} is written`, value, note, format: "@" }]
            : [];
        });
        return [{ key, label, value: { apply: "COUNT", to: [cells] }, note, format: "#,##0" }, ...written];
      }),
    ),
  ];
}
