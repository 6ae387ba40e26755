import type { FWorksheet, FWorkbook } from "@univerjs/sheets/facade";
import { plainTab, splitReference } from "../../formula/template";
import { quotedTab } from "../../sheet/a1";
import type { Book } from "./book";
import { BorderStyle } from "./borders";
import { newConditionalFormatRule } from "./conditionalFormatRule";
import type { Range } from "./range";
import { newRichTextValue } from "./richText";
import { createSheet, type Sheet, SheetType } from "./sheet";
import { createUi } from "./ui";
import { noRight, worksAlways } from "./ways/ways";

/** The part of Apps Script's SpreadsheetApp which the add-on uses, and its one Spreadsheet. */
export function createSpreadsheetApp(open: () => Book) {
  const sheetOf = (worksheet: FWorksheet | null | undefined) =>
    worksheet ? createSheet(open(), worksheet) : null;
  const workbook = (): FWorkbook => open().workbook;

  const refuse = (tab: string) => {
    const said = open().ways.refuses(tab);
    if (said !== undefined) throw new Error(said);
  };

  const spreadsheet = {
    getName: () => workbook().getName(),
    rename: (name: string): void => {
      refuse("");
      workbook().setName(name);
    },
    copy: (name: string): object => {
      const { ways } = open();
      if (ways.copies === "none") throw new Error(noRight);
      const snapshot = structuredClone(workbook().save());
      // Univer keeps parsed formulas by workbook id.
      const refuses = ways.copies === "can be read" ? () => noRight : ways.refuses;
      const copy = open().host.copy(
        { ...snapshot, id: crypto.randomUUID(), name },
        {
          ...ways,
          refuses,
          fails: worksAlways,
        },
      );
      return Object.assign(copy.spreadsheet, { getUrl: copy.url });
    },
    getSpreadsheetTimeZone: () => open().zone.name,
    getSpreadsheetLocale: () => open().ways.locale,
    getSheets: () =>
      workbook()
        .getSheets()
        .map((worksheet) => createSheet(open(), worksheet)),
    getSheetByName: (name: string) => sheetOf(workbook().getSheetByName(name)),
    getActiveSheet: () => createSheet(open(), workbook().getActiveSheet()),
    insertSheet: (name?: string, index?: number) => {
      refuse(name ?? "");
      if (name !== undefined && workbook().getSheetByName(name)) {
        throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
      }
      return createSheet(open(), workbook().insertSheet(name, index === undefined ? {} : { index }));
    },
    deleteSheet: (sheet: Sheet): void => {
      refuse(sheet.getName());
      workbook().deleteSheet(sheet.internal.worksheet);
    },
    getRange: (reference: string): Range => {
      const { tab, cells } = splitReference(reference);
      const found = tab === "" ? spreadsheet.getActiveSheet() : spreadsheet.getSheetByName(plainTab(tab));
      if (!found) throw new Error(`Range not found: ${reference}`);
      return found.getRange(cells);
    },
    /** What is protected here is a switch, and has no place of its own. */
    getProtections: (_type: string): object[] => [],
    setNamedRange: (name: string, range: Range): void => {
      const { worksheet } = range.getSheet().internal;
      const reference = `${quotedTab(worksheet.getSheetName())}!${range.getA1Notation()}`;
      // Sheets gives a name that is there to other cells.
      const isSame = (known: string) => known.toLowerCase() === name.toLowerCase();
      for (const { getName, remove } of spreadsheet.getNamedRanges()) if (isSame(getName())) remove();
      workbook().insertDefinedName(name, reference);
    },
    getNamedRanges: () =>
      workbook()
        .getDefinedNames()
        .map((defined) => ({ getName: () => defined.getName(), remove: () => defined.delete() })),
    getActiveRange: () => spreadsheet.getActiveSheet().getActiveRange(),
    getActiveCell: () => spreadsheet.getActiveSheet().getActiveCell(),
    toast: (message: string, title = "", seconds = 5) => open().host.toast(message, title, seconds),
  };

  return {
    getActive: () => spreadsheet,
    getActiveSheet: spreadsheet.getActiveSheet,
    getUi: () => createUi(open().host),
    flush: () => open().flush(),
    newConditionalFormatRule,
    newRichTextValue: () => newRichTextValue(),
    BorderStyle,
    ProtectionType: { SHEET: "SHEET", RANGE: "RANGE" },
    SheetType,
  };
}
