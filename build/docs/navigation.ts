// The order of the pages: src/docs/navigation.json.
import { readFileSync } from "node:fs";
import { functionGroups } from "./functionPages";

/** Pages under one title, by the paths of their sources. */
export interface Group {
  readonly title: string;
  readonly pages: readonly string[];
  /** True for a section of functions, which stands within their group. */
  readonly isSection?: true;
}

type Entry = { readonly title: string } & (
  | { readonly pages: readonly string[] }
  | { readonly functions: true }
);

/** The groups of the file, that of the functions with their index and its sections after it. */
export const readNavigation = (file: string): Group[] =>
  (JSON.parse(readFileSync(file, "utf8")) as readonly Entry[]).flatMap((entry): Group[] =>
    "functions" in entry
      ? [
          { title: entry.title, pages: ["functions/index.md"] },
          ...functionGroups.map((group) => ({ ...group, isSection: true as const })),
        ]
      : [entry],
  );
