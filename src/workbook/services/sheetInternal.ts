import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Book } from "./book";

/** Ours, not Apps Script's: where a sheet is. */
export interface SheetInternal {
  readonly book: Book;
  readonly worksheet: FWorksheet;
}
