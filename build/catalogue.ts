import type { Section } from "../src/functions/section";
import { type Terms, searchTerms } from "../src/functions/terms";
import type { CustomFunction } from "../src/sheet/customFunction";
import type { CatalogueSection } from "../src/addon/documentation";
import { argumentText } from "../src/sheet/argumentText";

/** Name and arguments, the optional ones in brackets; no more arguments than fit a line. */
export function signature({ name, args }: CustomFunction): string {
  const most = 7;
  const shown = args
    .slice(0, most)
    .map((argument) => (argument.optional ? `[${argument.name}]` : argument.name));
  return `${name}(${shown.join(", ")}${args.length > most ? ", …" : ""})`;
}

const wordsWhere = (has: (one: Terms) => boolean) => searchTerms.filter(has).flatMap(({ words }) => words);

/** What the sidebar shows of every function. */
export function catalogue(sections: readonly Section[]): CatalogueSection[] {
  return sections.map(({ title, functions }) => ({
    title,
    entries: functions.map((record) => ({
      name: record.name,
      signature: signature(record),
      summary: record.summary,
      details: [...(record.details?.split("\n\n") ?? []), record.notFor],
      args: record.args.map((argument) => ({
        name: argument.name,
        text: argumentText(argument),
        isOptional: argument.optional,
      })),
      result: record.result,
      formula: record.example.formula,
      meantBy: wordsWhere(({ functions: [first] }) => first === record.name),
      terms: wordsWhere(({ functions: [, ...others] }) => others.includes(record.name)),
    })),
  }));
}
