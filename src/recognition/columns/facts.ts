import type { SentCell } from "../../sheet/sentCell";
import type { ColumnKind, DateNotation, DecimalMark, Meaning } from "../types";
import type { HeaderWords } from "../words/header";
import type { HeaderMatch } from "../words/headerMatches";
import { amountOf } from "../words/values";

/** Where a name stands that counts for several rows: in a row of its own above them, or in the first of them. */
export type Heading = "above" | "first";

/** What a column's header and cells show. */
export interface Facts {
  readonly column: number;
  readonly header: string;
  readonly headerCell: SentCell | undefined;
  readonly words: HeaderWords;
  readonly matches: readonly HeaderMatch[];
  readonly kind: ColumnKind;
  /** Known cells in order of rows, blank ones too. */
  readonly cells: readonly SentCell[];
  readonly values: readonly SentCell[];
  readonly texts: readonly string[];
  /** Numbers, plain ones among the texts too. */
  readonly numbers: readonly number[];
  readonly formats: readonly string[];
  /** Shares of the cells that are not blank. */
  readonly dateShare: number;
  readonly amountShare: number;
  readonly monthShare: number;
  /** Share of the rows that hold anything. */
  readonly filled: number;
  readonly distinct: number;
  readonly dates: DateNotation | undefined;
  readonly decimal: DecimalMark | undefined;
  readonly currency: string | undefined;
  /** Its texts name documents of revenue beside others. */
  readonly areDocuments: boolean;
  /** What a person says that it means, or that it means nothing. */
  readonly said?: { readonly meaning: Meaning | undefined };
  /** Each value counts for the rows below it too. */
  readonly heading?: Heading;
}

export type Amounts = readonly (number | undefined)[];
/** The amounts in its known cells, row by row. */
export const amountsOf = ({ cells, decimal }: Facts): (number | undefined)[] =>
  cells.map((cell) => amountOf(cell, decimal));
