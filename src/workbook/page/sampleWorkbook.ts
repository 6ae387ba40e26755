import type { IWorkbookData } from "@univerjs/core";
import { sampleWorkbook } from "../sample/sampleWorkbook";

/** The sample workbook under an id of its own. */
export function freshSample(): IWorkbookData {
  return sampleWorkbook(crypto.randomUUID());
}
