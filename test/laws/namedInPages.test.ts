import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";

const folder = "src/docs";
const pages = ["README.md", ...readdirSync(folder, { recursive: true, encoding: "utf8" })]
  .filter((path) => path.endsWith(".md"))
  .map((path) => (path === "README.md" ? path : join(folder, path)))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** All that a page names of one kind, with the page. */
const named = (pattern: RegExp) =>
  pages.flatMap(({ path, text }) =>
    Array.from(text.matchAll(pattern), ([, name, more]) => ({ page: path, name: name!, more })),
  );

test("the README takes 7 KB at most", () => {
  expect(Buffer.byteLength(readFileSync("README.md"))).toBeLessThanOrEqual(7 * 1024);
});

describe("what the pages and the README point to in the project is there", () => {
  test("files of tests, of the source and of the build", () => {
    const files = named(/\b((?:test|src|build)\/[\w./-]+\.(?:tsx?|mjs|cjs|json|py|md|png))\b/g);
    expect(files.length).toBeGreaterThan(30);
    // What the build makes.
    const made = /^build\/(?:out|local|release|site)\//;
    expect(files.filter(({ name }) => !made.test(name) && !existsSync(name))).toEqual([]);
  });

  test("commands of npm", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object };
    const commands = named(/\bnpm run (?:-s )?([\w:]+)/g);
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  test("tests by their titles, in the files named before them", () => {
    const titles = named(/`(test\/[\w./]+\.test\.ts)`(?:,[^`|;]*)?: ((?:_[^_]+_(?:, )?)+)/g).flatMap(
      ({ page, name, more }) =>
        Array.from(more!.matchAll(/_([^_]+)_/g), ([, title]) => ({ page, file: name, title: title! })),
    );
    expect(titles.length).toBeGreaterThan(15);
    // An ellipsis stands for what a title has of its data, or for the rest of a long one.
    const isIn = (file: string, title: string) =>
      title.split("…").every((part) => readFileSync(file, "utf8").includes(part.trim()));
    expect(titles.filter(({ file, title }) => !isIn(file, title))).toEqual([]);
  });
});
