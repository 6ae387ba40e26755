import "@univerjs/preset-sheets-core/lib/index.css";
import type { ILanguagePack } from "@univerjs/core";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import locale from "@univerjs/preset-sheets-core/locales/en-US";
import { CalculationMode } from "@univerjs/sheets-formula";
import type { FormulaSettings, PluginEntry } from "../engine/workbook";

export const pageLocale: ILanguagePack = locale;

/** Univer's spreadsheet with its user interface, in the element of this id. */
export function pagePlugins(container: string, formulas: FormulaSettings): PluginEntry[] {
  const { plugins } = UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    // Spilled results are not stored; calculating all at load brings them back.
    formula: { ...formulas, initialFormulaComputing: CalculationMode.FORCED },
  });
  return plugins.map((entry) => (Array.isArray(entry) ? entry : [entry]) as PluginEntry);
}
