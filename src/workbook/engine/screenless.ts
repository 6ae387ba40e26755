import type { ILanguagePack } from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import formulaLocale from "@univerjs/sheets-formula/locale/en-US";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import sheetsLocale from "@univerjs/sheets/locale/en-US";
import type { FormulaSettings, PluginEntry } from "./workbook";

export const screenlessLocale: ILanguagePack = { ...sheetsLocale, ...formulaLocale };

/** Univer's spreadsheet without a screen. */
export function screenlessPlugins(formulas: FormulaSettings): PluginEntry[] {
  return [
    [UniverFormulaEnginePlugin, { function: formulas.function }],
    [UniverDocsPlugin],
    [UniverSheetsPlugin],
    [
      UniverSheetsFormulaPlugin,
      { description: formulas.description, initialFormulaComputing: CalculationMode.NO_CALCULATION },
    ],
    [UniverSheetsNumfmtPlugin],
    [UniverSheetsConditionalFormattingPlugin],
    [UniverSheetsNotePlugin],
  ];
}
