// The public contract: what formulas in people's workbooks rest on. `npm run contract` takes over a change to it.
import { readFileSync, writeFileSync } from "node:fs";
import { functions } from "../src/functions";
import type { CustomFunction } from "../src/sheet/customFunction";
import { argumentShape, argumentUnit, readerOf } from "./argumentUnits";

interface ArgumentTerms {
  readonly name: string;
  readonly isOptional: boolean;
  readonly whenLeftOut?: string;
  readonly unit?: string;
  /** Whether it is a cell, a column or a range. */
  readonly shape?: string;
  /** What a cell must be; left out where the function reads the argument as a whole. */
  readonly accepts?: string;
}

interface FunctionTerms {
  readonly arguments: readonly ArgumentTerms[];
  /** The unit of a value, or the columns of a table, "Title: unit" each. */
  readonly result: string | readonly string[];
}

export type Contract = Readonly<Record<string, FunctionTerms>>;

export const contractFile = "test/laws/contract.json";

export function contract(records: readonly CustomFunction[] = functions): Contract {
  return Object.fromEntries(
    records.map((record) => [
      record.name,
      {
        arguments: record.args.map((argument) => ({
          name: argument.name,
          isOptional: argument.optional,
          whenLeftOut: argument.whenLeftOut,
          unit: argumentUnit(record, argument),
          shape: argumentShape(argument),
          accepts: readerOf(argument)?.expected,
        })),
        result: record.columns?.map(({ name, unit }) => `${name}: ${unit}`) ?? record.unit ?? "text",
      },
    ]),
  );
}

/** The contract as its file holds it. */
export const contractText = (terms: Contract): string => `${JSON.stringify(terms, null, 1)}\n`;

const keptContract = () => JSON.parse(readFileSync(contractFile, "utf8")) as Contract;

/** What in a new contract makes formulas of the old one fail or mean something else, a line each. */
export function breaches(before: Contract, after: Contract): string[] {
  return Object.entries(before).flatMap(([name, old]) => {
    const now = after[name];
    if (!now) return [`${name} is gone`];
    const lines = [
      ...argumentBreaches(old.arguments, now.arguments),
      ...resultBreaches(old.result, now.result),
    ];
    return lines.map((line) => `${name}: ${line}`);
  });
}

function argumentBreaches(before: readonly ArgumentTerms[], after: readonly ArgumentTerms[]): string[] {
  const lines = before.flatMap((old, index) => {
    const now = after[index];
    const place = `argument ${index + 1}, ${old.name},`;
    if (!now) return [`${place} is gone`];
    if (now.name !== old.name) return [`${place} is now ${now.name}`];
    return [
      ...(old.isOptional && !now.isOptional ? [`${place} can no longer be left out`] : []),
      ...(old.isOptional && now.whenLeftOut !== old.whenLeftOut
        ? [`${place} left out was ${old.whenLeftOut}, is ${now.whenLeftOut}`]
        : []),
      ...(now.unit === old.unit ? [] : [`${place} counted ${old.unit}, counts ${now.unit}`]),
      ...(now.shape === old.shape ? [] : [`${place} was a ${old.shape}, is a ${now.shape}`]),
      ...(now.accepts === old.accepts ? [] : [`${place} took ${old.accepts}, takes ${now.accepts}`]),
    ];
  });
  const required = after.slice(before.length).filter(({ isOptional }) => !isOptional);
  return [...lines, ...required.map(({ name }) => `the new argument ${name} cannot be left out`)];
}

function resultBreaches(before: FunctionTerms["result"], after: FunctionTerms["result"]): string[] {
  if (typeof before === "string" || typeof after === "string")
    return before === after ? [] : [`the result was ${String(before)}, is ${String(after)}`];
  return before.flatMap((old, index) =>
    after[index] === old ? [] : [`column ${index + 1} was ${old}, is ${after[index] ?? "gone"}`],
  );
}

if (process.argv[1]?.endsWith("contract.ts")) {
  const now = contract();
  const broken = breaches(keptContract(), now);
  for (const line of broken) console.log(line);
  if (broken.length > 0 && !process.argv.includes("--breaking")) {
    console.error("This breaks formulas in use: npm run contract -- --breaking takes it over all the same");
    process.exitCode = 1;
  } else {
    writeFileSync(contractFile, contractText(now));
    console.log(`${contractFile} says what the functions are now: tell it in CHANGELOG.md too`);
  }
}
