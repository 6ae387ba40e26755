import type { Section } from "../src/functions/section";
import type { CustomFunction } from "../src/sheet/customFunction";
import { signature } from "./catalogue";

/** The README's list of all functions: one table a section. */
export function functionTable(sections: readonly Section[]): string {
  return sections
    .map(({ title, functions }) => {
      const rows = functions.map(
        (record) =>
          `| \`${signature(record)}\` | ${[record.summary, record.details].filter(Boolean).join(" ").replace(/\n+/g, " ")} | ${example(record)} |`,
      );
      return `### ${title}\n\n| Function | What it gives | Example |\n|---|---|---|\n${rows.join("\n")}\n`;
    })
    .join("\n");
}

function example({ example: { formula, result }, result: meaning }: CustomFunction): string {
  const isLong = Array.isArray(result) || String(result).includes("\n");
  const value = isLong ? meaning : shown(result as number | string);
  return `\`${formula}\` → ${value}`;
}

function shown(value: number | string): string {
  return typeof value === "number" ? String(Number(value.toPrecision(6))) : value;
}
