import type { EmbeddedChart } from "./charts";
import type { Sheet } from "./sheet";

/** A copy of a sheet behind the others, named as Sheets does; the sheet in view stays. */
export function copySheet(sheet: Sheet): Sheet {
  const { workbook } = sheet.internal.book;
  const active = workbook.getActiveSheet();
  const copy = duplicateSheet(sheet);
  workbook.moveSheet(copy.internal.worksheet, workbook.getNumSheets() - 1);
  workbook.setActiveSheet(active);
  return copy;
}

/** A copy of a sheet right after it, in view. */
export function duplicateSheet(sheet: Sheet): Sheet {
  const { book, worksheet, sheetOf } = sheet.internal;
  const names = book.workbook.getSheets().map((each) => each.getSheetName());
  const plain = `Copy of ${worksheet.getSheetName()}`;
  const free = [plain, ...names.map((_, index) => `${plain} ${index + 2}`)];
  const copy = sheetOf(book.workbook.duplicateSheet(worksheet));
  copy.setName(free.find((name) => !names.includes(name))!);
  for (const chart of sheet.getCharts()) copy.insertChart(movedChart(chart, sheet, copy));
  return copy;
}

/** Ranges on the sheet itself lie on the copy afterwards. */
function movedChart(chart: EmbeddedChart, from: Sheet, to: Sheet): EmbeddedChart {
  const builder = chart.modify().clearRanges();
  for (const range of chart.getRanges()) {
    const isOwn = range.getSheet().getSheetId() === from.getSheetId();
    builder.addRange(isOwn ? to.getRange(range.getA1Notation()) : range);
  }
  return builder.build();
}
