import type { Token } from "../../formula/tokens";

/** A function called in a formula, with the tokens of each argument; those of calls within it are among them. */
export interface Call {
  readonly name: string;
  readonly args: readonly (readonly Token[])[];
}

/** Something in brackets that is still open. */
interface Open {
  readonly name: string;
  readonly args: Token[][];
}

/** What a formula calls, calls within others first. */
export function callsIn(formula: readonly Token[]): Call[] {
  const found: Call[] = [];
  const open: Open[] = [];
  let name = "";
  for (const token of formula) {
    const mark = token.kind === "other" ? token.text : "";
    const closed = mark === ")" || mark === "}" ? open.pop() : undefined;
    if (closed && closed.name !== "") found.push({ name: closed.name, args: given(closed.args) });
    const separated = mark === "," ? open.at(-1) : undefined;
    // The tokens of a call belong to the arguments of all calls around it.
    for (const one of open) if (one !== separated) one.args.at(-1)!.push(token);
    separated?.args.push([]);
    if (mark === "(" || mark === "{") open.push({ name: mark === "(" ? name : "", args: [[]] });
    if (token.kind === "function") name = token.text;
    else if (token.text.trim() !== "") name = "";
  }
  return found;
}

/** No arguments, rather than one that is empty. */
function given(args: readonly Token[][]): readonly Token[][] {
  return args.length === 1 && args[0]!.every(({ text }) => text.trim() === "") ? [] : args;
}

/** The token that is a whole argument; undefined where there are several. */
export function single(argument: readonly Token[]): Token | undefined {
  const [token, ...others] = argument.filter(({ text }) => text.trim() !== "");
  return others.length === 0 ? token : undefined;
}

/** The names that LET and LAMBDA give to values, in lower case. */
export function namesIn(calls: readonly Call[]): ReadonlySet<string> {
  const names = calls.flatMap(({ name, args }) => {
    const declared = args.slice(0, -1);
    if (/^LAMBDA$/i.test(name)) return declared;
    return /^LET$/i.test(name) ? declared.filter((_, index) => index % 2 === 0) : [];
  });
  return new Set(names.flatMap((argument) => single(argument)?.text.trim().toLowerCase() ?? []));
}
