import { tokens } from "./tokens";

/** The names of the functions that a formula calls, in capitals and each once. */
export const calledFunctions = (formula: string): string[] =>
  Array.from(
    new Set(tokens(formula).flatMap(({ kind, text }) => (kind === "function" ? text.toUpperCase() : []))),
  );
