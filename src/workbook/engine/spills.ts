import { type IRange, type IUnitRange, isNullCell } from "@univerjs/core";
import { ErrorType } from "@univerjs/engine-formula";
import type { Internals } from "./internals";

/** The areas into which results spilled when the last calculation ended, by the service that made it. */
const remembered = new WeakMap<object, ReadonlyMap<string, IUnitRange>>();

/** Notes how far the results spill now. */
export function rememberSpills(service: Internals): void {
  remembered.set(service, areasNow(service));
}

/** The areas into which results spilled that are gone, since their formula was replaced, removed or moved. */
export function vanishedSpills(service: Internals): IUnitRange[] {
  const now = areasNow(service);
  const isGone = ([anchor, area]: [string, IUnitRange]) => !isEqual(now.get(anchor)?.range, area.range);
  return [...(remembered.get(service) ?? [])].filter(isGone).map(([, area]) => area);
}

/** What a formula's result fills, and what it would fill if nothing stood in the way, before it is calculated. */
export interface Extent {
  readonly fills: IRange;
  readonly wants?: IRange;
}

/** How far a formula's result spills by the last calculation; for a new formula, how far it may: up to the next cell in use. */
export function extentOf(service: Internals, tree: Internals, isNew: boolean): Extent {
  const { _currentConfigService: config } = service;
  const { unitId, subUnitId, row, column, rowCount, columnCount } = tree;
  const own = { startRow: row, startColumn: column, endRow: row, endColumn: column };
  const cells = config.getUnitData()[unitId][subUnitId].cellData;
  const known: IRange | undefined = config.getArrayFormulaRange()[unitId]?.[subUnitId]?.[row]?.[column];
  if (known) {
    const isBlocked = cells.getValue(row, column)?.v === ErrorType.SPILL;
    return isBlocked ? { fills: own, wants: known } : { fills: known };
  }
  if (!isNew) return { fills: own };
  let { endRow, endColumn } = own;
  while (endRow + 1 < rowCount && isNullCell(cells.getValue(endRow + 1, column))) endRow++;
  while (endColumn + 1 < columnCount && isNullCell(cells.getValue(row, endColumn + 1))) endColumn++;
  return { fills: { ...own, endRow, endColumn } };
}

/** The cells of an area besides its first. */
export function restOf(area: IRange): IRange[] {
  const { startRow, startColumn, endRow, endColumn } = area;
  const right = { ...area, endRow: startRow, startColumn: startColumn + 1 };
  const below = { ...area, startRow: startRow + 1 };
  return [...(endColumn > startColumn ? [right] : []), ...(endRow > startRow ? [below] : [])];
}

function areasNow({ _currentConfigService: config }: Internals): Map<string, IUnitRange> {
  const found = new Map<string, IUnitRange>();
  const areas: Record<
    string,
    Record<string, Record<string, Record<string, IRange>>>
  > = config.getArrayFormulaRange();
  for (const [unitId, sheets] of Object.entries(areas))
    for (const [sheetId, rows] of Object.entries(sheets ?? {}))
      for (const [row, columns] of Object.entries(rows ?? {}))
        for (const [column, range] of Object.entries(columns ?? {}))
          if (range) found.set([unitId, sheetId, row, column].join("|"), { unitId, sheetId, range });
  return found;
}

function isEqual(a: IRange | undefined, b: IRange): boolean {
  return (
    a?.startRow === b.startRow &&
    a.startColumn === b.startColumn &&
    a.endRow === b.endRow &&
    a.endColumn === b.endColumn
  );
}
