import type { Section } from "../src/functions/section";
import { type Terms, searchTerms } from "../src/functions/terms";
import type { CustomFunction } from "../src/sheet/customFunction";
import type { CatalogueSection } from "../src/addon/documentation";
import { argumentText } from "../src/sheet/argumentText";

/** Arguments that fit a line of the sidebar. */
const fitting = 7;

/** Name and arguments, the optional ones in brackets; so many of them at most. */
export function signature({ name, args }: CustomFunction, most = args.length): string {
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
      signature: signature(record, fitting),
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
