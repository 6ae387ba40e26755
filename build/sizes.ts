// What the build weighs: each file that clasp pushes, and what a formula cell compiles of Code.js for its function.
import { readdirSync, statSync } from "node:fs";

/** Bytes at most; some 10,000 of what a cell compiles are a millisecond. */
export const budgets = { sidebar: 60_000, compiled: 40_000 } as const;

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

/** The sizes as lines to print: the files, the largest first, then the section whose functions compile the most. */
export function sizeLines(
  folder: string,
  parts: ReadonlyMap<string, string>,
  sections: readonly string[],
): string[] {
  const files = readdirSync(folder)
    .map((file) => ({ file, bytes: statSync(`${folder}/${file}`).size }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const [largest] = compiledBytes(parts, sections).sort((a, b) => b.bytes - a.bytes);
  return [
    ...files.map(({ file, bytes }) => `${inBytes(bytes)}  ${file}`),
    `${inBytes(total)}  in all`,
    `${inBytes(largest!.bytes)}  compiled by a cell at most, for a function of ${largest!.section} (limit ${budgets.compiled.toLocaleString("en-US")})`,
  ];
}

const inBytes = (bytes: number) => `${bytes.toLocaleString("en-US").padStart(9)} B`;
