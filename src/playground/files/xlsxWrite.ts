import { chartTable } from "../charts/chartTable";
import type { Book } from "../services/book";
import { markArrays } from "./drawing/addArrays";
import { addCharts } from "./drawing/addCharts";
import { change } from "./drawing/parts";
import { knownTo } from "./excelCells";
import { writeSheet } from "./excelSheet";
import { DEFAULT_FONT_XML } from "./excelStyle";

/**
 * The bytes of an .xlsx file: formulas with their present results, also of custom functions, formats and charts.
 * exceljs writes it, but for what it has no notion of, which is added to the parts that it has written.
 */
export async function xlsxFromBook(book: Book): Promise<ArrayBuffer> {
  const [{ default: exceljs }, { default: JSZip }] = await Promise.all([import("exceljs"), import("jszip")]);
  book.flush();
  const file = new exceljs.Workbook();
  const known = knownTo(book);
  const charts = book.charts.all().map((spec) => ({ spec, table: chartTable(book, spec) }));
  const sheets = book.workbook.getSheets();
  const written = sheets.map((sheet) => writeSheet(book, sheet, known, charts, file));
  const zip = await JSZip.loadAsync(await file.xlsx.writeBuffer());
  // exceljs has a default font of its own, the first in the list.
  await change(zip, "/xl/styles.xml", (xml) => xml.replace(/<font>.*?<\/font>/s, DEFAULT_FONT_XML));
  await markArrays(
    zip,
    written.flatMap(({ hasArrays, sheet }) => (hasArrays ? [sheet] : [])),
  );
  const names = new Map(sheets.map((sheet) => [sheet.getSheetId(), sheet.getSheetName()]));
  await addCharts(zip, written, (id) => names.get(id));
  return zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" });
}
