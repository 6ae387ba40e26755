import { ErrorType, Lexer, LexerTreeBuilder } from "@univerjs/engine-formula";
import { requireMethods, type Internals } from "./internals";

/**
 * Has each formula taken apart anew before it is parsed. Univer keeps the parts by the formula's text, for all workbooks,
 * although parsing LET and LAMBDA changes them: parsed again, in a second workbook say, these gave errors.
 */
export function takeFormulasApartAnew(): void {
  requireMethods("LexerTreeBuilder", LexerTreeBuilder.prototype, ["_suffixExpressionHandler"]);
  const lexer = requireMethods("Lexer", Lexer.prototype, ["treeBuilder"]);
  const original = lexer["treeBuilder"];
  lexer["treeBuilder"] = function (this: Internals, formula: string, isForParsing = true): unknown {
    // What is not put in order for parsing is not kept either.
    const parts: unknown = original.call(this, formula, false);
    if (!isForParsing || typeof parts === "string") return parts;
    return this["_lexerTreeBuilder"]["_suffixExpressionHandler"](parts) ? parts : ErrorType.VALUE;
  };
}
