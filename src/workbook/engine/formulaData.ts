import { FormulaDataModel } from "@univerjs/engine-formula";
import { requireMethods, type Internals } from "./internals";

/**
 * With each change of cells Univer gathers the formulas of all sheets anew, though it only uses those of the sheet that
 * changed: each cell that is written costs a look at every cell of the workbook.
 */
export function gatherFormulasOfOneSheet(): void {
  const model = requireMethods("FormulaDataModel", FormulaDataModel.prototype, [
    "updateFormulaData",
    "getFormulaData",
    "getSheetFormulaData",
  ]);
  const update = model["updateFormulaData"];
  model["updateFormulaData"] = function (this: Internals, unit: string, sheet: string, cells: unknown) {
    const ofSheet = () => ({ [unit]: { [sheet]: this["getSheetFormulaData"](unit, sheet) } });
    return update.call(Object.create(this, { getFormulaData: { value: ofSheet } }), unit, sheet, cells);
  };
}
