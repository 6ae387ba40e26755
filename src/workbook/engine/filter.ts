import {
  type ArrayValueObject,
  type BaseFunction,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  functionLookup,
} from "@univerjs/engine-formula";
import type { FunctionEntry } from "./functionEntry";

const [OwnFilter] = functionLookup.find(([, name]) => String(name) === "FILTER") as [
  typeof BaseFunction,
  string,
];

/**
 * Univer's own refuses one condition for one row, takes a second condition for what to show where nothing is left, and
 * gives an error there that IFNA lets through.
 */
class Filter extends OwnFilter {
  override minParams = 2;
  override maxParams = 255;
  override calculate(...args: BaseValueObject[]): BaseValueObject {
    const [rows, first, ...others] = args as [BaseValueObject, BaseValueObject, ...BaseValueObject[]];
    if (rows.isError()) return rows;
    const condition = others.reduce((all, one) => all.multiply(one), first);
    const only = cellOf(condition);
    if (isRow(rows) && only) {
      if (only.isError()) return only;
      return Number(only.getValue()) ? rows : ErrorValueObject.create(ErrorType.NA);
    }
    const left = super.calculate(rows, condition) as BaseValueObject;
    return left.isError() && (left as ErrorValueObject).getErrorType() === ErrorType.CALC
      ? ErrorValueObject.create(ErrorType.NA)
      : left;
  }
}

function isRow(value: BaseValueObject): boolean {
  const array = value as ArrayValueObject;
  return value.isArray() && array.getRowCount() === 1 && array.getColumnCount() > 1;
}

/** The only cell of a value; undefined where it has several. */
function cellOf(value: BaseValueObject): BaseValueObject | undefined {
  if (!value.isArray()) return value;
  const array = value as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1
    ? (array.get(0, 0) ?? undefined)
    : undefined;
}

export const filter: FunctionEntry = [Filter, "FILTER"];
