// What the build weighs: each file that clasp pushes, and what a formula cell compiles of Code.js for its function.
import { readdirSync, statSync } from "node:fs";

/** Sections whose functions stand in many cells, and those whose functions stand once for a table. */
const simple = ["averages", "drivers", "rolling"];
const once = ["rows", "warehouse"];

/**
 * Bytes at most. 10,000 bytes of what a cell compiles take about a millisecond (npm run bench): a cell of averages,
 * drivers and figures may cost 5 ms, any other 10, and one that stands once for a table 12.
 */
export const budgets = {
  sidebar: 90_000,
  compiled: (section: string) =>
    simple.includes(section) ? 36_000 : once.includes(section) ? 76_000 : 72_000,
} as const;

/** Bytes that a function of each section compiles: its own part, and those that it loads. */
export function compiledBytes(parts: ReadonlyMap<string, string>, sections: readonly string[]) {
  return sections.map((section) => {
    const needed = new Set([section]);
    for (const part of needed)
      for (const [, other] of parts.get(part)!.matchAll(/\bload\("(\w+)"\)/g)) needed.add(other!);
    const bytes = Array.from(needed).reduce((sum, part) => sum + Buffer.byteLength(parts.get(part)!), 0);
    return { section, bytes };
  });
}

/** The sizes as lines to print: files, the largest first, then what a cell compiles for the functions of each section. */
export function sizeLines(
  folder: string,
  parts: ReadonlyMap<string, string>,
  sections: readonly string[],
): string[] {
  const files = readdirSync(folder)
    .map((file) => ({ file, bytes: statSync(`${folder}/${file}`).size }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const compiled = compiledBytes(parts, sections).sort((a, b) => b.bytes - a.bytes);
  return [
    ...files.map(({ file, bytes }) => `${inBytes(bytes)}  ${file}`),
    `${inBytes(total)}  in all`,
    "A formula cell compiles, for a function of",
    ...compiled.map(
      ({ section, bytes }) => `${inBytes(bytes)}  ${section} (limit ${inFigures(budgets.compiled(section))})`,
    ),
  ];
}

const inFigures = (bytes: number) => bytes.toLocaleString("en-US");
const inBytes = (bytes: number) => `${inFigures(bytes).padStart(9)} B`;
