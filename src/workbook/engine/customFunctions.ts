import {
  type ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  functionText,
} from "@univerjs/engine-formula";
import type { Ways } from "../services/ways/ways";
import { thrownError, unfinishedError } from "./errors";
import { filter } from "./filter";
import type { FunctionEntry } from "./functionEntry";
import type { PendingResults } from "./pendingResults";
import { shorterCalls } from "./shorterCalls";
import type { Call, Realm } from "./realm";
import { fromResult, toArgument } from "./values";
import { type SpreadsheetZone, createZone } from "./zone";

/** What functions of the bundle are called in. */
interface Surroundings {
  readonly realm: Realm;
  readonly zone: SpreadsheetZone;
  readonly ways: Ways;
  readonly pending: PendingResults;
}

/** The functions of the bundle by Google's calling convention, and those that Univer lacks or has otherwise. */
export function functionEntries(
  names: readonly string[],
  call: Call,
  surroundings: Surroundings,
): FunctionEntry[] {
  const entries = names.map((name): FunctionEntry => [
    customFunction(name, call, surroundings),
    name.toUpperCase(),
  ]);
  return [[ArrayFormula, "ARRAYFORMULA"], filter, ...shorterCalls, ...regularExpressions, ...entries];
}

/** The zone of scripts that have set none. */
const scriptZone = createZone("UTC");

function customFunction(
  name: string,
  call: Call,
  { realm, zone, ways, pending }: Surroundings,
): FunctionEntry[0] {
  const dates = () => ({
    zone: ways.resultDates === "of the script" ? scriptZone : zone,
    areNumbers: ways.resultDates === "numbers",
  });
  return class extends BaseFunction {
    override calculate(...given: BaseValueObject[]): BaseValueObject {
      const failed = given.find((argument) => argument?.isError());
      if (failed) return failed;
      try {
        const args = given.map((argument) => toArgument(argument, realm, zone, ways));
        const known = pending.resultOf(name, args, () => call(name, args));
        return known ? fromResult(known.result, dates()) : unfinishedError(ways.loading);
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
