import { ArrayValueObject, BaseReferenceObject } from "@univerjs/engine-formula";
import { requireMethods, type Internals } from "./internals";

/**
 * Univer sorts a column of cells by value when it is first compared with something, for later lookups. It does so with
 * calculated arrays too, as if they lay in the formula's own cell and below: CHOOSECOLS in two formulas of one column
 * mixed their values up. From here on only arrays of cells are sorted so, and only asked for what equals a value other
 * than 0 and blank: what Univer keeps does not tell those two apart.
 */
export function sortOnlyCellsForLookups(): void {
  const ofCells = new WeakSet();
  const reference = requireMethods("BaseReferenceObject", BaseReferenceObject.prototype, [
    "toArrayValueObject",
  ]);
  const array = requireMethods("ArrayValueObject", ArrayValueObject.prototype, [
    "__batchOperatorRowValue",
    "_batchOperatorValue",
    "slice",
  ]);
  const { toArrayValueObject } = reference;
  reference["toArrayValueObject"] = function (this: Internals, ...given: unknown[]): Internals {
    const cells: Internals = toArrayValueObject.apply(this, given);
    ofCells.add(cells);
    return cells;
  };
  const { slice, _batchOperatorValue: compareColumn } = array;
  array["slice"] = function (this: Internals, ...given: unknown[]): Internals | undefined {
    const part: Internals | undefined = slice.apply(this, given);
    if (part && ofCells.has(this)) ofCells.add(part);
    return part;
  };
  array["_batchOperatorValue"] = function (this: Internals, ...given: Comparison): void {
    const [value, column, result, kind, ...how] = given;
    const isToldApart = kind !== comparing || (how[0] === "=" && !isBlankOrZero(value));
    if (ofCells.has(this) && isToldApart) return compareColumn.apply(this, given);
    // Column -1 of a sheet is not kept.
    const nowhere = ["", "", -1, -1 - column];
    for (let row = 0; row < this["getRowCount"](); row++)
      this["__batchOperatorRowValue"](value, column, result, kind, row, ...nowhere, ...how);
  };
}

/** Univer's number for comparisons among its kinds of operations on columns. */
const comparing = 5;

const isBlankOrZero = (value: Internals) =>
  value["isNull"]() || value["getValue"]() === "" || Number(value["getValue"]()) === 0;

type Comparison = [value: Internals, column: number, result: unknown, kind: number, ...how: unknown[]];
