import type { Term } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import type { ColumnDoc } from "../sheet/unit";

/** Figures of the report that are computed together, and stand together in columns of their own. */
export interface DataTable {
  readonly key: string;
  readonly title: string;
  /** Its first column on the data tab, from 1. */
  readonly column: number;
  /** Its columns with what their numbers count: as many as its result has, or less. */
  readonly columns: readonly ColumnDoc[];
  /** One term that gives the whole table with its header. */
  readonly result?: Term;
  /** Or the cells below the header, of which one alone may give the whole column. */
  readonly cells?: readonly (readonly Term[])[];
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
