// Writes the README's table from the records of the custom functions, whose indexes build/indexes.ts has written before.
import { readFileSync, writeFileSync } from "node:fs";
import { sections } from "../src/functions";
import { functionTable } from "./functionTable";
import { indexes } from "./indexes";

/** Every generated file with its content as it should be. */
export const generatedFiles = (): { readonly path: string; readonly content: string }[] => [
  ...indexes(),
  { path: "README.md", content: withTable(readFileSync("README.md", "utf8"), functionTable(sections)) },
];

function withTable(readme: string, table: string): string {
  const [start, end] = ["<!-- functions:start -->", "<!-- functions:end -->"];
  const before = readme.indexOf(start);
  const after = readme.indexOf(end);
  if (before < 0 || after < before) throw new Error(`README.md must hold ${start} and ${end}`);
  return `${readme.slice(0, before + start.length)}\n\n${table}\n${readme.slice(after)}`;
}

if (process.argv[1]?.endsWith("generate.ts")) {
  for (const { path, content } of generatedFiles()) writeFileSync(path, content);
}
