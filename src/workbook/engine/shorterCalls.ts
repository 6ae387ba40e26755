import {
  type BaseFunction,
  type BaseValueObject,
  NumberValueObject,
  StringValueObject,
  functionLogical,
  functionMath,
} from "@univerjs/engine-formula";
import type { FunctionEntry } from "./functionEntry";

/** Functions whose last argument may be left out in Sheets, and what it is then; Univer refuses to do without it, and so does Excel. */
export const lastArguments: Readonly<Record<string, number | string>> = {
  ROUND: 0,
  ROUNDUP: 0,
  ROUNDDOWN: 0,
  CEILING: 1,
  FLOOR: 1,
  IFERROR: "",
  IFNA: "",
};

const own = [...functionMath, ...functionLogical];

const asValue = (last: number | string): BaseValueObject =>
  typeof last === "number" ? NumberValueObject.create(last) : StringValueObject.create(last);

function shorter(Longer: typeof BaseFunction, last: number | string): FunctionEntry[0] {
  return class extends Longer {
    override minParams = 1;
    override calculate(...args: BaseValueObject[]): BaseValueObject {
      return super.calculate(...(args.length > 1 ? args : [...args, asValue(last)])) as BaseValueObject;
    }
  };
}

export const shorterCalls = Object.entries(lastArguments).map(([name, last]): FunctionEntry => {
  const [Longer] = own.find(([, one]) => String(one) === name) as [typeof BaseFunction, string];
  return [shorter(Longer, last), name];
});
