import {
  type ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  functionText,
} from "@univerjs/engine-formula";
import { thrownError } from "./errors";
import { filter } from "./filter";
import type { FunctionEntry } from "./functionEntry";
import type { Call, Realm } from "./realm";
import { fromResult, toArgument } from "./values";
import type { SpreadsheetZone } from "./zone";

/** The functions of the bundle by Google's calling convention, and those that Univer lacks or has otherwise. */
export function functionEntries(
  names: readonly string[],
  call: Call,
  realm: Realm,
  zone: SpreadsheetZone,
): FunctionEntry[] {
  const entries = names.map((name): FunctionEntry => [
    customFunction(name, call, realm, zone),
    name.toUpperCase(),
  ]);
  return [[ArrayFormula, "ARRAYFORMULA"], filter, ...regularExpressions, ...entries];
}

function customFunction(name: string, call: Call, realm: Realm, zone: SpreadsheetZone): FunctionEntry[0] {
  return class extends BaseFunction {
    override calculate(...given: BaseValueObject[]): BaseValueObject {
      const failed = given.find((argument) => argument?.isError());
      if (failed) return failed;
      try {
        const args = given.map((argument) => toArgument(argument, realm, zone));
        return fromResult(call(name, args), zone);
      } catch (thrown) {
        return thrownError(thrown);
      }
    }
  };
}

/** Univer's own take one cell as their text; in Sheets they take a range as well. */
const regularExpressions = ["REGEXREPLACE", "REGEXMATCH", "REGEXEXTRACT"].map((name): FunctionEntry => {
  const [OfOneCell] = functionText.find(([, own]) => String(own) === name) as [typeof BaseFunction, string];
  class OfRange extends OfOneCell {
    override calculate(...args: BaseValueObject[]): BaseValueObject {
      const [text, ...others] = args as [BaseValueObject, ...BaseValueObject[]];
      const ofCell = (cell: BaseValueObject) => super.calculate(cell, ...others) as BaseValueObject;
      return text.isArray() ? (text as ArrayValueObject).map(ofCell) : ofCell(text);
    }
  }
  return [OfRange, name];
});

/** Univer spills every array by itself, so there is nothing left to do. */
class ArrayFormula extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;
  override calculate(value: BaseValueObject): BaseValueObject {
    return value;
  }
}
