import type { Cell } from "./cell";
import type { Picture } from "./picture";
import type { ColumnDoc, Unit } from "./unit";
import type { Zone } from "./zone";

/** What a person is told about one argument of a custom function. */
export interface ArgumentDoc {
  readonly name: string;
  /** One sentence, without what happens when the argument is left out. */
  readonly text: string;
  readonly optional: boolean;
  /** What leaving the argument out means, such as "12"; undefined where it is required, or where its text says it. */
  readonly whenLeftOut?: string | undefined;
}

/**
 * One custom function. Every reader takes it from here: the JSDoc stub of the bundle, the function's page in
 * the documentation, the autocomplete of the local workbook, the sidebar's catalogue and the test that runs each example.
 */
export interface CustomFunction {
  readonly name: string;
  /** What the value means, in a sentence or two: all that fits a help card. */
  readonly summary: string;
  /** What else is to be known, for those who look it up; a blank line parts paragraphs. */
  readonly details?: string;
  /** Where another function is the right one, or none: a sentence or two. */
  readonly notFor: string;
  /** Its formulas in LaTeX, each a line; none where the page of its model has them. */
  readonly maths?: readonly string[];
  readonly args: readonly ArgumentDoc[];
  /** What the cell or the spilled table holds. */
  readonly result: string;
  /** What the number of a cell counts; undefined for tables. */
  readonly unit?: Unit;
  /** The columns of a table, those before the ones that the data decide. */
  readonly columns?: readonly ColumnDoc[];
  /** The unit of the columns that the data decide, by the arguments and the title. */
  readonly otherColumns?: (given: readonly unknown[], title: string) => Unit | undefined;
  /** How the table is best looked at, where a picture shows more than its figures. */
  readonly picture?: Picture;
  /**
   * A formula in US notation, written with whole numbers and percentages so that `;` makes it valid in every locale, and
   * its result; of a text of many lines how it begins.
   */
  readonly example: { readonly formula: string; readonly result: Cell | readonly (readonly Cell[])[] };
  /** Where the definition comes from. */
  readonly source: string;
  /** Computes the result from what Sheets passes: scalars, two-dimensional arrays, undefined for what was left out. */
  readonly run: (given: readonly unknown[], zone: Zone) => Cell | Cell[][];
  /** The unit of each cell of the same result, below the header of a table. */
  readonly units?: (given: readonly unknown[], zone: Zone) => Unit[][];
  /** The same computation in words, for CLV_EXPLAIN; undefined where the function offers none. */
  readonly explain?: (given: readonly unknown[], zone: Zone) => Cell | Cell[][];
  /**
   * A call in Sheets' own functions, from its arguments as a formula writes them: what a closed form is without the
   * add-on. Undefined for tables and predictions; gives undefined where the arguments have no equivalent.
   */
  readonly native?: (args: readonly string[]) => string | undefined;
}
