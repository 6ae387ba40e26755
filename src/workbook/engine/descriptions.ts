import { FunctionType, type IFunctionInfo } from "@univerjs/engine-formula";
import { argumentText } from "../../sheet/argumentText";
import type { ArgumentDoc, CustomFunction } from "../../sheet/customFunction";

/** What autocomplete and argument help show, out of the records of the custom functions. */
export function describe(functions: readonly CustomFunction[]): IFunctionInfo[] {
  return [...functions.map(describeFunction), arrayFormula];
}

function describeFunction({ name, summary, args, result, example }: CustomFunction): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: `${summary} Result: ${result}. Example: ${example.formula}`,
    abstract: summary,
    functionParameter: args.map(describeArgument),
  };
}

function describeArgument(argument: ArgumentDoc): IFunctionInfo["functionParameter"][number] {
  const { name, optional } = argument;
  return { name, detail: argumentText(argument), example: "", require: optional ? 0 : 1, repeat: 0 };
}

const arrayFormula: IFunctionInfo = {
  functionName: "ARRAYFORMULA",
  functionType: FunctionType.Lookup,
  description: "Shows all values of an array expression, spilling to the right and down.",
  abstract: "Shows all values of an array expression.",
  functionParameter: [
    {
      name: "array_formula",
      detail: "An expression over ranges.",
      example: "A1:A3*2",
      require: 1,
      repeat: 0,
    },
  ],
};
