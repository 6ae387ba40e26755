import type { Recipe, Term } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import type { Unit } from "../sheet/unit";

/** Figures of the report that are computed together, and stand together in columns of their own. */
export interface DataTable {
  /** Later tables refer to it as to a step of this name. */
  readonly key: string;
  readonly title: string;
  /** Titles of the columns where the first row of the result holds none. */
  readonly header?: readonly string[];
  /** What their numbers count; those of a function's result say it themselves. */
  readonly units?: readonly Unit[];
  /** Steps of its own, before the cells. */
  readonly steps?: Recipe["steps"];
  /** The cells; one alone may be a whole table. */
  readonly cells: readonly (readonly Term[])[];
  /** Columns to keep free, where later data may need more than now. */
  readonly columns?: number;
  /** Whether cells that are blank now stay empty: charts of Sheets and Excel draw blank text as 0. */
  readonly skipsBlanks?: boolean;
  /** Rows that the report needs of it, where it has one for each customer. */
  readonly most?: number;
}

/** What a table is worth, or why it can't be computed. */
export interface ComputedTable {
  readonly key: string;
  readonly header: readonly SentCell[];
  readonly rows: readonly (readonly SentCell[])[];
  /** Rows of the whole table. */
  readonly count: number;
  readonly error?: string;
}
