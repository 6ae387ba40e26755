import { tokens } from "../formula/tokens";

/** The arguments of a call as formulas write them, and what has to be computed first. */
export interface Given {
  /** An argument that must be there. */
  readonly value: (index: number, name: string) => string;
  /** An argument that stands for `otherwise` where it is left out or its cell is blank. */
  readonly valueOr: (index: number, name: string, otherwise: string) => string;
  /** One expression where an argument is left out or its cell is blank, another one where it is given. */
  readonly ifGiven: (
    index: number,
    name: string,
    without: string,
    withIt: (text: string) => string,
  ) => string;
  /** What an argument says literally; undefined where it is left out, null where only the cells know. */
  readonly literal: (index: number) => string | undefined | null;
  /** Names an expression that is used more than once. */
  readonly named: (name: string, text: string) => string;
}

const number = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?%?$/;
const isText = (text: string) => /^"(?:[^"]|"")*"$/.test(text);
const isReference = (text: string) => tokens(text).every(({ kind }) => kind === "reference");
const isAtom = (text: string) => number.test(text) || isText(text) || isReference(text);

/** Whether an argument may hold more than one cell. */
const isManyCells = (text: string) =>
  tokens(text).some(
    ({ kind, text: piece }) =>
      kind === "name" ||
      kind === "function" ||
      piece === "{" ||
      (kind === "reference" && piece.includes(":")),
  );

/** A list of names and what they stand for, then the result. */
export const letOf = (names: readonly (readonly [string, string])[], result: string) =>
  `LET(${names.map((pair) => pair.join(", ")).join(", ")}, ${result})`;

/** Whether an argument is one cell or a value. */
export const isOneValue = (text: string) => !/[:{(]/.test(text);

/** A call of one of our functions in Sheets' own ones, from its arguments; undefined where it can't be written so. */
type NativeCall = (args: readonly string[]) => string | undefined;

/** The call of a function that takes whole series: `expression` says how it comes from its arguments. */
export const nativeSeries =
  (expression: (given: Given, args: readonly string[]) => string | undefined): NativeCall =>
  (args) => {
    const { names, given } = givenOf(args);
    const result = expression(given, args);
    return result && withNames(names, result);
  };

/** The same of a function of single values: where an argument is a range the result has its shape, blanks included. */
export const nativeScalar =
  (expression: (given: Given) => string | undefined): NativeCall =>
  (args) => {
    const { names, given } = givenOf(args);
    const result = expression(given);
    const ranges = args.filter(isManyCells);
    if (!result || ranges.length === 0) return result && withNames(names, result);
    const blank = ranges.map((text) => `(${text}="")`).join("*");
    return `ARRAYFORMULA(${withNames(names, ranges.every(isReference) ? `IF(${blank}, "", ${result})` : result)})`;
  };

const withNames = (names: readonly (readonly [string, string])[], result: string) =>
  names.length === 0 ? `(${result})` : letOf(names, result);

function givenOf(args: readonly string[]): { given: Given; names: [string, string][] } {
  const names: [string, string][] = [];
  const named = (name: string, text: string) => {
    if (isAtom(text)) return text;
    names.push([`the_${name}`, text]);
    return `the_${name}`;
  };
  const textOf = (index: number) => args[index] ?? "";
  const given: Given = {
    named,
    value: (index, name) => named(name, textOf(index) || "0"),
    valueOr: (index, name, otherwise) => {
      const text = textOf(index);
      if (text === "" || text === '""') return otherwise;
      return number.test(text) || isText(text) ? text : named(name, `IF(${text}="", ${otherwise}, ${text})`);
    },
    ifGiven: (index, name, without, withIt) => {
      const text = textOf(index);
      if (text === "" || text === '""') return without;
      if (number.test(text)) return withIt(text);
      const one = named(name, text);
      return `IF(${one}="", ${without}, ${withIt(one)})`;
    },
    literal: (index) => {
      const text = textOf(index);
      if (text === "" || text === '""') return undefined;
      return isText(text) ? text.slice(1, -1).trim().toLowerCase() : number.test(text) ? text : null;
    },
  };
  return { given, names };
}
