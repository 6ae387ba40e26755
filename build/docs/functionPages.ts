// The pages of the functions, as Markdown, from their records: what the example gives and what the errors say is tried out.
import { functions, sections } from "../../src/functions";
import { columnMeaning } from "../../src/functions/columnMeanings";
import { searchTerms } from "../../src/functions/terms";
import { type ArgumentUnit, argumentUnit } from "../argumentUnits";
import { signature } from "../catalogue";
import { sectionNames } from "../sectionNames";
import type { ArgumentDoc, CustomFunction } from "../../src/sheet/customFunction";
import type { ColumnArgument } from "../../src/sheet/argument";
import type { Cell } from "../../src/sheet/cell";
import type { ColumnDoc, Unit } from "../../src/sheet/unit";
import { exampleCells } from "../../test/support/exampleCells";
import { argumentsOf, shown, writtenArguments, zone } from "./exampleCall";
import { type FunctionError, errorsOf } from "./functionErrors";
import { literally } from "./html";
import type { Source } from "./pages";

const names = new Set(functions.map(({ name }) => name));

/** A row of a table in Markdown. */
const row = (...cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells))].join("\n");

const code = (text: string) => `\`${text.replaceAll("|", "\\|")}\``;

/** Text of a record in Markdown: formulas in it as code, names of functions as links, all else as it is. */
function prose(text: string, ownName: string): string {
  const formula = String.raw`=CLV\w*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)`;
  const pieces = text.split(new RegExp(String.raw`(${formula}|\bCLV_[A-Z_]+\b)`));
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return literally(piece);
      return names.has(piece) && piece !== ownName ? `[${literally(piece)}](${piece}.md)` : code(piece);
    })
    .join("");
}

const unitWords: Readonly<Record<Unit | "by row", string>> = {
  money: "money",
  share: "share",
  count: "count",
  periods: "periods",
  ratio: "ratio",
  number: "number",
  parameter: "parameter",
  date: "date",
  period: "date",
  text: "text",
  "by row": "by row",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What an argument accepts: as its reader says, or as its error does. */
function accepted(
  argument: ArgumentDoc & Partial<Pick<ColumnArgument<unknown>, "kind" | "reader" | "mayBeOne">>,
  errors: readonly FunctionError[],
): string {
  const range = argument.mayBeOne ? "One cell or a range, each" : "A range, each cell";
  const of = argument.kind === "column" ? `${range} ` : "";
  if (argument.reader) {
    const { expected } = argument.reader;
    // The words to choose from stand in the text already.
    const words = expected.match(/"[^"]+"/g) ?? [];
    if (words.length > 1 && words.every((word) => argument.text.includes(word))) return "One of these words";
    return of ? of + expected : capital(expected);
  }
  const error = errors.find((one) => one.argument === argument.name);
  const must = error && / must be ([^]*?), got /.exec(error.message)?.[1];
  return must ? capital(must) : "A range, or a cell";
}

/** What a number counts, in brackets; a rate and a mere number say no more. */
const countedIn = (unit: ArgumentUnit | undefined) =>
  unit === undefined || unit === "share" || unit === "number" ? "" : ` (${unit})`;

function argumentRows(record: CustomFunction, errors: readonly FunctionError[]): string[][] {
  return record.args.map((argument) => [
    code(argument.name),
    prose(argument.text, record.name),
    prose(accepted(argument, errors) + countedIn(argumentUnit(record, argument)), record.name),
    argument.optional
      ? prose(["Optional", argument.whenLeftOut ?? []].flat().join(": "), record.name)
      : "Required",
  ]);
}

/** What the result is, without the list of columns that a table's has below it. */
function resultPart({ name, result, unit, columns }: CustomFunction): string {
  if (!columns?.length)
    return `${prose(result, name)}${unit && unit !== "text" ? `: ${unitWords[unit]}` : ""}.`;
  const note = /;\s*([^]*)$/.exec(result)?.[1];
  const rows = columns.map(({ name: column, unit: of }: ColumnDoc) => [
    literally(String(column)),
    prose(columnMeaning(name, String(column)) ?? "", name),
    unitWords[of],
  ]);
  return [
    `A table${note ? `, ${prose(note, name)}` : ""}.`,
    "",
    table(["Column", "What it means", "Unit"], rows),
  ].join("\n");
}

/** So many rows are shown of a result that is longer than a block of settings and parameters. */
const [mostRows, ofLong] = [31, 8];

function gridBlock(rows: readonly (readonly string[])[]): string {
  const csv = rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\n");
  return ["```cells", csv, "```"].join("\n");
}

/** The ranges of the examples' sheet that a formula refers to, and the first of their rows. */
function cellsPart(formula: string): string[] {
  const ranges = writtenArguments(formula).filter((part) => part in exampleCells);
  if (ranges.length === 0) return [];
  const columns = ranges.map((range) => exampleCells[range]!);
  const longest = Math.max(...columns.map((cells) => cells.length));
  const list = ranges.map((range) => code(range)).join(", ");
  return [
    `In the example ${list} ${ranges.length === 1 ? "holds" : "hold"} ${longest} rows, which begin so:`,
    "",
    table(
      ranges.flatMap((range) =>
        exampleCells[range]![0]!.length === 1 ? [code(range)] : [code(range), "", ""],
      ),
      Array.from({ length: Math.min(4, longest) }, (_, at) =>
        columns.flatMap((cells) => (cells[at] ?? [""]).map((cell) => literally(shown(cell as Cell)))),
      ),
    ),
    "",
  ];
}

function examplePart({ example: { formula }, run }: CustomFunction): string {
  const result = run(argumentsOf(formula), zone);
  const before = cellsPart(formula);
  if (!Array.isArray(result)) {
    const text = shown(result);
    if (text.includes("\n"))
      return [...before, "```sheet", formula, "```", "", "gives this text:", "", "```", text, "```"].join(
        "\n",
      );
    return [...before, "```sheet", `${formula} → ${text}`, "```"].join("\n");
  }
  const rows = result
    .slice(0, result.length > mostRows + 1 ? ofLong + 1 : undefined)
    .map((cells) => cells.map(shown));
  const left = result.length - rows.length;
  return [
    ...before,
    "```sheet",
    formula,
    "```",
    "",
    gridBlock(rows),
    ...(left > 0 ? ["", `and ${left} more rows.`] : []),
  ].join("\n");
}

/** The same in Sheets' own functions. */
function nativePart({ native, example: { formula }, run }: CustomFunction): string[] {
  const own = native?.(writtenArguments(formula));
  if (own === undefined) return [];
  return [
    "## Without the add-on",
    "",
    "The same in functions of Sheets itself:",
    "",
    "```sheet",
    `=${own} → ${shown(run(argumentsOf(formula), zone) as Cell)}`,
    "```",
    "",
    "*Replace with built-in formulas* in the add-on's menu writes it for you, for workbooks that go to people without CLV.",
    "",
  ];
}

function functionPage(record: CustomFunction): string {
  const { name, summary, details, maths, notFor, args, source } = record;
  const errors = errorsOf(record);
  const paragraphs = details?.split("\n\n") ?? [];
  return [
    `# ${literally(name)}`,
    "",
    prose(summary, name),
    "",
    "```signature",
    signature(record),
    "```",
    "",
    ...paragraphs.flatMap((paragraph) => [prose(paragraph, name), ""]),
    ...(maths ? ["## Formula", "", ...maths.flatMap((one) => [`$$${one}$$`, ""])] : []),
    "## When not to use it",
    "",
    prose(notFor, name),
    "",
    ...(args.length > 0
      ? [
          "## Arguments",
          "",
          table(["Argument", "What it is", "Accepts", "Needed"], argumentRows(record, errors)),
          "",
        ]
      : []),
    "## Result",
    "",
    resultPart(record),
    "",
    "## Example",
    "",
    examplePart(record),
    "",
    ...nativePart(record),
    ...(errors.length > 0
      ? [
          "## Errors",
          "",
          "What a cell says where an argument holds something else, as tried with the example:",
          "",
          table(
            ["Argument", "Holds", "The cell says"],
            errors.map(({ argument, given, message }) => [
              code(argument),
              literally(given),
              literally(message),
            ]),
          ),
          "",
        ]
      : []),
    "## Source",
    "",
    `${prose(source, name)}.`,
    "",
  ].join("\n");
}

/** What people call the figures of a function, in several languages. */
const termsOf = ({ name }: CustomFunction): string[] =>
  searchTerms.filter((one) => one.functions.includes(name)).flatMap(({ words }) => words);

const indexPath = "functions/index.md";
const pathOf = ({ name }: CustomFunction) => `functions/${name}.md`;

function indexPage(): string {
  const parts = sections.map(({ title, functions: members }) => {
    const rows = members.map((one) => [
      `[${literally(one.name)}](${one.name}.md)`,
      prose(firstSentence(one.summary), ""),
    ]);
    return `## ${literally(title)}\n\n${table(["Function", "What it gives"], rows)}\n`;
  });
  return [
    "# All functions",
    "",
    `Type \`=CLV\` into a cell to see all ${functions.length} of them. Each has a page here: its arguments, an example that runs, and what its errors mean.`,
    "",
    ...parts,
  ].join("\n");
}

/** The first sentence, without its full stop. */
const firstSentence = (text: string) => /^[^]*?\S{2}(?=\.(?:\s|$))/.exec(text)?.[0] ?? text;

/** The sections of src/functions with their pages, in the order of the documentation. */
export const functionGroups = sections.map(({ title, functions: members }) => ({
  title,
  pages: members.map(pathOf),
}));

/** The index of all functions, then a page for each. */
export const functionPages = (): Source[] => [
  { path: indexPath, file: "build/docs/functionPages.ts", markdown: indexPage(), hasLines: false },
  ...sections.flatMap(({ functions: members }, index) =>
    members.map((record) => ({
      path: pathOf(record),
      file: `src/functions/${sectionNames[index]}/${record.name}.ts`,
      markdown: functionPage(record),
      terms: termsOf(record),
      hasLines: false,
    })),
  ),
];
