import type { IWorkbookData } from "@univerjs/core";
import { emptySnapshot } from "../engine/snapshot";
export function sampleWorkbook(id: string): IWorkbookData { return emptySnapshot(id, "Sample"); }
