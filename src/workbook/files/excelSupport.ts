import { plainTab, splitReference } from "../../formula/template";
import { type Token, tokens } from "../../formula/tokens";
import { type Call, callsIn, namesIn, single } from "./excelCalls";
import { LONGEST_FORMULA, LONGEST_TEXT } from "./excelDummy";
import { excelText } from "./excelFormula";
import { excelName, ignoresBlanks, takesRanges } from "./excelFunctions";

/** What a formula may refer to. */
export interface Known {
  readonly tabs: ReadonlySet<string>;
  /** Least and most arguments of a function; undefined where it checks them itself. */
  readonly arity: (name: string) => readonly [least: number, most: number] | undefined;
}

/** A formula that Excel calculates to the same value, in its own notation. */
export interface LiveFormula {
  readonly text: string;
  /** Whether its ranges count cell by cell, for which Excel wants to be told that it is an array formula. */
  readonly isArray: boolean;
}

/**
 * A formula as Excel calculates it; undefined where Excel lacks a function of it, reads it otherwise, or would refuse
 * the whole file for it.
 */
export function liveFormula(formula: string, known: Known): LiveFormula | undefined {
  const pieces = tokens(formula.replace(/^=/, ""));
  const calls = callsIn(pieces);
  const names = namesIn(calls);
  const isKnown = ({ kind, text }: Token): boolean => {
    if (names.has(text.toLowerCase())) return true;
    if (kind === "function") return excelName(text) !== undefined;
    if (kind === "name") return /^(TRUE|FALSE)$/i.test(text);
    if (kind === "text") return text.length - 2 <= LONGEST_TEXT;
    const tab = kind === "reference" ? plainTab(splitReference(text).tab) : "";
    return tab === "" || known.tabs.has(tab.toLowerCase());
  };
  if (!pieces.every(isKnown) || !hasPlainArrays(pieces)) return undefined;
  if (!calls.every((call) => hasRightArguments(call, known))) return undefined;
  const isBlind = (call: Call) => ignoresBlanks(call.name) && !asksForBlanks(call);
  if (unlikeRanges(pieces, calls, isBlind).some(isOpen)) return undefined;
  const text = excelText(pieces, calls);
  if (text.length > LONGEST_FORMULA) return undefined;
  return { text, isArray: unlikeRanges(pieces, calls, ({ name }) => takesRanges(name)).length > 0 };
}

/** Excel has arrays of constants only. */
function hasPlainArrays(pieces: readonly Token[]): boolean {
  let depth = 0;
  return pieces.every(({ kind, text }) => {
    if (kind === "other" && text === "{") depth++;
    if (kind === "other" && text === "}") depth--;
    const isConstant = kind === "text" || kind === "name" || (kind === "other" && !/^[()%^*/&]$/.test(text));
    return depth === 0 || (depth === 1 && isConstant);
  });
}

/** A wrong number of arguments makes Excel refuse a file, and what are further conditions in Sheets it reads otherwise. */
function hasRightArguments({ name, args }: Call, { arity }: Known): boolean {
  if (/^FILTER$/i.test(name)) return args.length === 2;
  const [least, most] = arity(name.toUpperCase()) ?? [0, Infinity];
  return args.length >= least && args.length <= most;
}

const isOpen = ({ text }: Token): boolean => {
  const [start = "", end = ""] = splitReference(text).cells.split(":");
  return end !== "" && !(/\d$/.test(start) && /[A-Z]\$?\d+$/i.test(end) && /[A-Z]/i.test(start));
};

/** The ranges of a formula that are not a whole argument of a call of some kind. */
function unlikeRanges(
  pieces: readonly Token[],
  calls: readonly Call[],
  isOfKind: (call: Call) => boolean,
): Token[] {
  const whole = new Set(calls.filter(isOfKind).flatMap(({ args }) => args.map(single)));
  return pieces.filter(
    (piece) => piece.kind === "reference" && piece.text.includes(":") && !whole.has(piece),
  );
}

/** Criteria that blank cells meet: "", "=", "<>x". */
function asksForBlanks({ name, args }: Call): boolean {
  return (
    /^COUNTIFS?$/i.test(name) &&
    args.flat().some(({ kind, text }) => kind === "text" && /^"(<>|=?"$)/.test(text))
  );
}
