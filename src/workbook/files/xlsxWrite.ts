import { chartTable } from "../charts/chartTable";
import type { Book } from "../services/book";
import { markArrays } from "./drawing/addArrays";
import { addCharts } from "./drawing/addCharts";
import { change } from "./drawing/parts";
import { knownTo } from "./excelKnown";
import { addSheet, writeSheet } from "./excelSheet";
import { withDefaultFont } from "./excelStyle";
import { excelTabs } from "./excelTabs";

/**
 * The bytes of an .xlsx file: formulas with their present results, also of custom functions, formats and charts.
 * exceljs writes it, but for what it has no notion of, which is added to the parts that it has written.
 */
export async function xlsxFromBook(book: Book): Promise<ArrayBuffer> {
  const [{ default: exceljs }, { default: JSZip }] = await Promise.all([import("exceljs"), import("jszip")]);
  book.flush();
  const file = new exceljs.Workbook();
  const sheets = book.workbook.getSheets();
  const names = excelTabs(sheets.map((sheet) => sheet.getSheetName()));
  const known = knownTo(book, names);
  const charts = book.charts.all().map((spec) => ({ spec, table: chartTable(book, spec) }));
  const written = sheets.map((sheet, index) => {
    const target = addSheet(file, names[index]!, sheet);
    return writeSheet(book, sheet, known, charts, target);
  });
  const zip = await JSZip.loadAsync(await file.xlsx.writeBuffer());
  await change(zip, "/xl/styles.xml", withDefaultFont);
  await markArrays(
    zip,
    written.flatMap(({ hasArrays, sheet }) => (hasArrays ? [sheet] : [])),
  );
  const nameOf = new Map(sheets.map((sheet, index) => [sheet.getSheetId(), names[index]]));
  await addCharts(zip, written, (id) => nameOf.get(id));
  return zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" });
}
