import type { SheetInternal } from "./sheetInternal";

/** The methods of a Sheet for its rows and columns and for how it shows. */
export type SheetLayout<Self> = ReturnType<typeof sheetLayout<Self>>;

/** Rows, columns and look of a sheet; positions count from 1. */
export function sheetLayout<Self>({ book, worksheet }: SheetInternal, self: () => Self) {
  const after = (work: () => unknown): Self => {
    work();
    return self();
  };
  // Univer opens a sheet that rows or columns are put into, and moves references as if what is taken out were taken out
  // of the open one.
  const whileActive = (change: () => unknown) => {
    const active = book.workbook.getActiveSheet();
    const isActive = active.getSheetId() === worksheet.getSheetId();
    if (!isActive) worksheet.activate();
    change();
    if (!isActive) active.activate();
  };
  const deleteRows = (row: number, count: number) => {
    if (count >= worksheet.getMaxRows()) throw new Error("You can't delete all the rows on the sheet.");
    whileActive(() => worksheet.deleteRows(row - 1, count));
  };
  const deleteColumns = (column: number, count: number) => {
    if (count >= worksheet.getMaxColumns()) throw new Error("You can't delete all the columns on the sheet.");
    whileActive(() => worksheet.deleteColumns(column - 1, count));
  };
  return {
    // At the end the sheet only grows: Univer would scroll to what it inserts.
    insertRowsAfter: (row: number, count: number) =>
      after(() =>
        row === worksheet.getMaxRows()
          ? worksheet.setRowCount(row + count)
          : whileActive(() => worksheet.insertRowsAfter(row - 1, count)),
      ),
    insertRowsBefore: (row: number, count: number) =>
      after(() => whileActive(() => worksheet.insertRowsBefore(row - 1, count))),
    insertColumnsAfter: (column: number, count: number) =>
      after(() =>
        column === worksheet.getMaxColumns()
          ? worksheet.setColumnCount(column + count)
          : whileActive(() => worksheet.insertColumnsAfter(column - 1, count)),
      ),
    insertColumnsBefore: (column: number, count: number) =>
      after(() => whileActive(() => worksheet.insertColumnsBefore(column - 1, count))),
    deleteRows: (row: number, count: number): void => deleteRows(row, count),
    deleteColumns: (column: number, count: number): void => deleteColumns(column, count),
    setColumnWidth: (column: number, pixels: number) =>
      after(() => worksheet.setColumnWidth(column - 1, pixels)),
    setColumnWidths: (column: number, count: number, pixels: number) =>
      after(() => worksheet.setColumnWidths(column - 1, count, pixels)),
    getColumnWidth: (column: number) => worksheet.getColumnWidth(column - 1),
    setRowHeightsForced: (row: number, count: number, pixels: number) =>
      after(() => worksheet.setRowHeightsForced(row - 1, count, pixels)),
    getRowHeight: (row: number) => worksheet.getRowHeight(row - 1),
    hideRows: (row: number, count = 1): void => void worksheet.hideRows(row - 1, count),
    hideColumns: (column: number, count = 1): void => void worksheet.hideColumns(column - 1, count),
    isRowHiddenByUser: (row: number) => !worksheet.getSheet().getRowRawVisible(row - 1),
    isColumnHiddenByUser: (column: number) => !worksheet.getSheet().getColVisible(column - 1),
    setFrozenRows: (rows: number): void => void worksheet.setFrozenRows(rows),
    setHiddenGridlines: (isHidden: boolean) => after(() => worksheet.setHiddenGridlines(isHidden)),
    hasHiddenGridlines: () => worksheet.hasHiddenGridLines(),
    setTabColor: (color: string | null) => after(() => worksheet.setTabColor(color ?? "")),
    getTabColor: () => worksheet.getSheet().getTabColor() || null,
    hideSheet: () =>
      after(() => {
        const others = book.workbook
          .getSheets()
          .filter((each) => each.getSheetId() !== worksheet.getSheetId());
        if (others.every((each) => each.isSheetHidden()))
          throw new Error("You can't hide all the sheets in a document.");
        worksheet.hideSheet();
      }),
    isSheetHidden: () => worksheet.isSheetHidden(),
  };
}
