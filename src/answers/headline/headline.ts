import { margin } from "../../recipe/assumed";
import type { Figure } from "../../recipe/figure";
import { fewLosses } from "../../recipe/known";
import { type Call, type Recipe, type Term, apply } from "../../recipe/term";
import type { SentCell } from "../../sheet/sentCell";
import type { Unit } from "../../sheet/unit";
import type { Question } from "../question";
import { cellIn, measuresOf, numberIn, recipeOf, recordsOf } from "../results";
import type { Sentence } from "../sentence";

export type FactUnit = Extract<Unit, "money" | "share" | "count" | "number" | "periods">;

/** A figure next to the value. */
export interface Fact {
  readonly title: string;
  readonly value: SentCell;
  readonly unit: FactUnit;
  readonly note: string;
  /** What it is worked out from. */
  readonly term: Term;
}

/** The value that answers a table's question, in what limits, and why this question. */
export interface Headline {
  readonly question: Question;
  readonly title: string;
  /** The title where there is little room. */
  readonly short?: string;
  readonly recipe: Recipe;
  readonly figure: Figure;
  /** Limits that hold the value with a confidence of 90%. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** What a customer is worth at least (95%), where too few were lost to say more. */
  readonly atLeast?: number | undefined;
  /** What gives the value and its limits, as a table. */
  readonly table?: Call | undefined;
  /** The column of that table in whose first row the value stands; undefined where it is worked out next to it. */
  readonly column?: string | undefined;
  readonly why: Sentence;
  readonly facts: readonly Fact[];
  /** What else can be said of a customer. */
  readonly beside: readonly Sentence[];
  /** Customers lost that the value rests on. */
  readonly lost?: number | undefined;
  /** Months that a customer stays by it. */
  readonly lifetime?: number | undefined;
  /** What the function says of its own result. */
  readonly note?: string | undefined;
  /** What it would be with a short pause, and with a long one. */
  readonly pauses?: readonly [short: number | undefined, long: number | undefined];
}

/** Works out terms by the assumptions of one setup. */
export type Work = (...terms: readonly Term[]) => readonly Figure[];

/** What a headline rests on besides the table. */
export interface Basis {
  /** Rows of subscriptions that are over, of which nobody says since when. */
  readonly endless: number;
  readonly period: string;
  readonly window: number;
  /** Customers lost in the window. */
  readonly lost: number;
  readonly profile: Figure | undefined;
}

/** How sure limits are, and a lower limit by itself where nobody was lost. */
export const [confidence, confidenceOfLeast] = [0.9, 0.95];

/** What a customer is worth at least, where too few were lost to say more. */
export const leastOf = (lost: number, least: number | undefined): number | undefined =>
  lost < fewLosses ? least : undefined;

export const firstCell = (figure: Figure | undefined): SentCell => figure?.cells[0]?.[0] ?? "";

/** The share of revenue that values count: all of it without a margin. */
export const marginIn = (work: Work): number => numberIn(firstCell(work(margin)[0])) ?? 1;

type Row = Readonly<Record<string, SentCell>>;

/** What the first row of a table says, by its titles. */
export const rowIn = (figure: Figure | undefined): Row =>
  (figure?.error === undefined && figure ? recordsOf(figure)[0] : undefined) ?? {};

/** The value that stands in a column of a table's first row. */
export function valueIn(
  table: Call,
  column: string,
  work: Work,
): Pick<Headline, "table" | "column" | "recipe" | "figure"> {
  const recipe = recipeOf(cellIn(table, 1, column));
  return { table, column, recipe, figure: work(recipe.result)[0]! };
}

/** What a column of a function's first row says next to the value. */
export const factIn =
  (table: Call, row: Row) =>
  (title: string, column: string, unit: FactUnit, note: string): Fact => ({
    title,
    value: row[column] ?? "",
    unit,
    note,
    term: cellIn(table, 1, column),
  });

/** What one of a function's measures says next to the value. */
export function measureIn(table: Call, figure: Figure) {
  const measures = measuresOf(figure);
  const names = [...measures.keys()];
  return (title: string, name: string, unit: FactUnit, note: string): Fact => ({
    title,
    value: measures.get(name) ?? "",
    unit,
    note,
    term: cellIn(table, names.indexOf(name) + 1, "Value"),
  });
}

/** The share of customers who came back. */
export function cameBack(measure: ReturnType<typeof measureIn>): Fact {
  const [some, all] = ["Repeat customers", "Customers"].map((name) => measure(name, name, "count", ""));
  return {
    title: "Came back",
    value: (numberIn(some!.value) ?? 0) / (numberIn(all!.value) || 1),
    unit: "share",
    note: "of customers",
    term: apply("QUOTIENT", some!.term, all!.term),
  };
}
