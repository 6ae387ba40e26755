// oxlint-disable-next-line import/no-unassigned-import -- a style sheet
import "@univerjs/preset-sheets-core/lib/index.css";
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet
import "@univerjs/sheets-note-ui/lib/index.css";
import { DEFAULT_STYLES, type ILanguagePack } from "@univerjs/core";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import locale from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { CalculationMode } from "@univerjs/sheets-formula";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNoteUIPlugin } from "@univerjs/sheets-note-ui";
import noteLocale from "@univerjs/sheets-note-ui/locale/en-US";
import type { FormulaSettings, PluginEntry } from "../engine/workbook";

/** Font size of a cell without a style of its own, as in Google Sheets. */
DEFAULT_STYLES.fs = 10;

export const pageLocale: ILanguagePack = { ...locale, ...noteLocale };

/** The plugin that draws; without a screen too the page's programming interface asks for it. */
export function drawingPlugin(): PluginEntry[] {
  const { plugins } = UniverSheetsCorePreset({ container: "" });
  return plugins
    .map((entry) => (Array.isArray(entry) ? entry : [entry]) as PluginEntry)
    .filter(([plugin]) => plugin.pluginName === "UNIVER_RENDER_ENGINE_PLUGIN");
}

/** Univer's spreadsheet with its user interface, in the element of this id. */
export function pagePlugins(container: string, formulas: FormulaSettings): PluginEntry[] {
  const { plugins } = UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    // All is calculated at load anyway, in one go.
    formula: { ...formulas, initialFormulaComputing: CalculationMode.NO_CALCULATION },
  });
  return [
    ...plugins.map((entry) => (Array.isArray(entry) ? entry : [entry]) as PluginEntry),
    [UniverSheetsConditionalFormattingPlugin],
    [UniverSheetsNotePlugin],
    [UniverSheetsNoteUIPlugin],
  ];
}
