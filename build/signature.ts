import { argumentText } from "../src/sheet/argumentText";
import type { CustomFunction } from "../src/sheet/customFunction";

/** A formula in US notation with `;` between arguments, which Sheets accepts in every locale. */
export function withSemicolons(formula: string): string {
  return formula.replace(/"[^"]*"|\{[^}]*\}|, */g, (part) => (part.startsWith(",") ? "; " : part));
}

/** A formula over columns of a sheet, where the example itself writes its cells out in braces. */
export function overColumns(formula: string): string {
  let next = "A".charCodeAt(0);
  return formula.replace(/\{([^}]*)\}/g, (_, cells: string) => {
    const column = String.fromCharCode(next++);
    return cells.includes(",") ? `${column}1:Z` : `${column}2:${column}`;
  });
}

/**
 * The top-level function that Sheets calls, with its help card. Sheets reads the real parameter names and the JSDoc
 * directly above, so neither may be minified; it shows no `@return`.
 */
export function stub(record: CustomFunction, section: string): string {
  const names = record.args.map((argument) => argument.name);
  return [
    "/**",
    ` * ${record.summary} Example: ${withSemicolons(overColumns(record.example.formula))}`,
    ...record.args.map((argument) => ` * @param {any} ${argument.name} ${argumentText(argument)}`),
    " * @customfunction",
    " */",
    `function ${record.name}(${names.join(", ")}) { return clv_.run("${section}", "${record.name}", arguments); }`,
  ].join("\n");
}
