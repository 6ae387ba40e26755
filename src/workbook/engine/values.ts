import { type Nullable, numfmt } from "@univerjs/core";
import {
  ArrayValueObject,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { isDate } from "../../sheet/cell";
import type { Ways } from "../services/ways/ways";
import { sheetsError } from "./errors";
import { type Realm, realmRows } from "./realm";
import type { SpreadsheetZone } from "./zone";

/** What a date or date-time which a function returns is shown as. */
export const DATE_FORMAT = "yyyy-mm-dd";
export const DATE_TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";

/** Whether numbers with this number format are dates. */
export function isDateFormat(pattern: string | undefined): boolean {
  return pattern !== undefined && pattern !== "" && numfmt.isDateFormat(pattern);
}

/** A serial number as a Date of the bundle's own realm. */
export function realmDate(serial: number, realm: Realm, zone: SpreadsheetZone): Date {
  return new realm.Date(zone.instantOf(serial));
}

/** What Apps Script is given for an argument: undefined where it was omitted, a scalar for one cell, rows for a range. */
export function toArgument(
  given: BaseValueObject | undefined,
  realm: Realm,
  zone: SpreadsheetZone,
  ways: Pick<Ways, "omitted" | "errorWords">,
): unknown {
  if (given == null) return ways.omitted;
  const toScalar = (cell: Nullable<BaseValueObject>) => scalarOf(cell, realm, zone, ways);
  if (!given.isArray()) return given.isNull() ? ways.omitted : toScalar(given);
  const grid = given as ArrayValueObject;
  if (grid.getRowCount() === 1 && grid.getColumnCount() === 1) return toScalar(grid.getFirstCell());
  const rows = grid.getArrayValue();
  return realmRows(realm, rows.length, rows[0]!.length, (row, column) => toScalar(rows[row]![column]));
}

function scalarOf(
  cell: Nullable<BaseValueObject>,
  realm: Realm,
  zone: SpreadsheetZone,
  { errorWords }: Pick<Ways, "errorWords">,
): unknown {
  if (cell == null || cell.isNull()) return "";
  if (cell.isError()) {
    const error = sheetsError((cell as ErrorValueObject).getErrorType());
    return errorWords.get(error) ?? error;
  }
  const value = cell.getValue();
  return typeof value === "number" && isDateFormat(cell.getPattern()) ? realmDate(value, realm, zone) : value;
}

/** How dates of results become cells. */
interface ResultDates {
  readonly zone: SpreadsheetZone;
  readonly areNumbers: boolean;
}

/** What the engine shows for a function's result: one value, or an array that spills. */
export function fromResult(result: unknown, dates: ResultDates): BaseValueObject {
  if (!Array.isArray(result)) return fromScalar(result, dates);
  const rows: unknown[][] = Array.isArray(result[0]) ? result : [result];
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  if (columnCount === 0) return StringValueObject.create("");
  const calculateValueList = rows.map((row) =>
    Array.from({ length: columnCount }, (_, i) => fromScalar(row[i], dates)),
  );
  const nowhere = { unitId: "", sheetId: "", row: -1, column: -1 };
  return ArrayValueObject.create({ calculateValueList, rowCount: rows.length, columnCount, ...nowhere });
}

function fromScalar(value: unknown, dates: ResultDates): BaseValueObject {
  if (value === null || value === undefined) return StringValueObject.create("");
  if (isDate(value)) return fromDate(value, dates);
  if (typeof value === "number") {
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  }
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return StringValueObject.create(value as string);
}

function fromDate(value: Date, { zone, areNumbers }: ResultDates): BaseValueObject {
  const serial = zone.serialOf(value.getTime());
  if (areNumbers) return NumberValueObject.create(serial);
  return NumberValueObject.create(serial, Number.isInteger(serial) ? DATE_FORMAT : DATE_TIME_FORMAT);
}
