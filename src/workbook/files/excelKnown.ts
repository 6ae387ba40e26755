import { IFunctionService } from "@univerjs/engine-formula";
import { lastArguments } from "../engine/shorterCalls";
import type { Book } from "../services/book";
import type { Known } from "./excelSupport";

/**
 * What formulas of a workbook may refer to.
 * @param names the names of its tabs in the file: a tab of another name is not found there
 */
export function knownTo({ workbook }: Book, names: readonly string[]): Known {
  const sheets = workbook.getSheets();
  const kept = sheets.map((sheet) => sheet.getSheetName()).filter((name, index) => name === names[index]);
  const functions = sheets[0]?.getInject().get(IFunctionService);
  return {
    tabs: new Set(kept.map((name) => name.toLowerCase())),
    arity: (name) => {
      const { minParams = -1, maxParams = -1 } = functions?.getExecutor(name) ?? {};
      if (minParams < 0 || maxParams < 0) return undefined;
      return [name in lastArguments ? minParams + 1 : minParams, maxParams];
    },
  };
}
