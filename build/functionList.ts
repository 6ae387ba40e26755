// The functions with their arguments, results and examples, for programs and assistants that are to write formulas.
import { sections } from "../src/functions";
import { argumentText } from "../src/sheet/argumentText";
import type { CustomFunction } from "../src/sheet/customFunction";
import type { CatalogueSection } from "../src/addon/documentation";
import { columnMeaning } from "../src/functions/columnMeanings";
import { catalogue, signature } from "./catalogue";
import { contract } from "./contract";

/** What holds for all functions, as one must know it who writes a formula. */
const conventions = [
  "Arguments go by place; there are no named arguments. Leave out optional ones at the end, or write nothing between two separators.",
  "The examples separate arguments by commas. Where the spreadsheet's country writes decimals with a comma, separate them by semicolons: =CLV(100; 36; 80%).",
  "The shape of an argument: a cell may also be a range, which then gives a result for each of its cells; a column is a range of one column (or row) of a table, and those of one function belong row by row together; a range is read as a whole.",
  "Whole columns work, such as Orders!A:A: a header row is recognised, blank rows at the end are ignored. Ranges of one table must begin in the same row.",
  "Give ranges to a function of single values, and one formula fills the whole column. Do not wrap it in ARRAYFORMULA or MAP.",
  "Rates are fractions: 5% or 0.05, never 5.",
  "Dates are dates or text such as 2026-03-31. Nothing reads the clock: give as_of where a day matters.",
  "No argument may hold NOW(), RAND() or their like, nor a cell that does.",
  "A table is spilled from the cell down and to the right, with a header row where it has columns; the cells there must be empty. INDEX(…, row, column) takes one value.",
  "An error says which argument and row, and what to do.",
];

function result({ name, result: text, unit, columns }: CustomFunction) {
  if (!columns) return { text, unit: unit ?? "text" };
  const described = columns.map((column) => ({
    name: column.name,
    unit: column.unit,
    meaning: columnMeaning(name, String(column.name)),
  }));
  return { text, columns: described };
}

export function functionList(version: string) {
  const terms = contract();
  return {
    name: "CLV for Google Sheets",
    version,
    conventions,
    functions: sections.flatMap((section) => {
      const [{ entries }] = catalogue([section]) as [CatalogueSection];
      return section.functions.map((record, order) => ({
        name: record.name,
        section: section.title,
        signature: signature(record),
        // in seven languages, the words that mean just this function first
        alsoCalled: [...entries[order]!.meantBy, ...entries[order]!.terms],
        summary: record.summary,
        details: record.details,
        notFor: record.notFor,
        arguments: record.args.map((argument, index) => ({
          ...terms[record.name]!.arguments[index]!,
          text: argumentText(argument),
        })),
        result: result(record),
        example: record.example,
        source: record.source,
      }));
    }),
  };
}
