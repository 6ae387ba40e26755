import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";

const source = resolve("src");

/** The rooms of what finds tables, each of which imports from those before it. */
const rooms = ["words", "find", "columns", "shapes", "say"];

/** What each folder may import from, itself apart. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  sheet: ["core"],
  formula: [],
  native: ["formula"],
  functions: ["core", "sheet", "native"],
  recipe: ["core", "sheet", "functions"],
  recognition: ["sheet"],
  answers: ["sheet", "recipe", "recognition"],
  pictures: ["sheet"],
  report: ["sheet", "recipe", "answers", "pictures"],
  addon: ["core", "sheet", "functions", "formula", "recipe", "recognition", "answers", "pictures", "report"],
  sidebar: ["sheet", "recipe", "recognition", "answers", "report", "addon"],
  workbook: ["core", "sheet", "functions", "formula", "pictures"],
};

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), "utf8") }));

const folderOf = (file: string) => file.split(/[\\/]/)[0]!;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly ofTypesOnly: boolean;
}

const imports = files.flatMap(({ file, text }): Import[] =>
  Array.from(text.matchAll(/^(?:import|export)\b([^;]*?)from "(\.[^"]*)"/gm), ([, clause, path]) => ({
    from: file,
    to: relative(source, resolve(source, dirname(file), path!)),
    ofTypesOnly: clause!.trimStart().startsWith("type "),
  })),
);

describe("imports run one way: core, sheet, functions, recipe, addon", () => {
  test("every folder of src has its place in the order", () => {
    expect(
      [...new Set(files.map(({ file }) => folderOf(file)))].filter((folder) => !(folder in mayImport)),
    ).toEqual([]);
  });

  test("no file imports from a folder after its own", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      return own !== other && !mayImport[own]!.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  test("no room of what finds tables imports from one after its own, and one door leads into it", () => {
    const inside = imports.filter(({ from, to }) =>
      [from, to].every((file) => folderOf(file) === "recognition"),
    );
    const shared = ["types", "survey"];
    const place = (file: string) => [...shared, ...rooms].indexOf(file.split(/[\\/]/)[1]!);
    const isAbove = (room: number, other: number) => room >= 0 && (other < 0 || other > room);
    expect(inside.filter(({ from, to }) => isAbove(place(from), place(to)))).toEqual([]);
    const doors = ["index", ...shared].map((name) => join("recognition", name));
    const outside = imports.filter(
      ({ from, to }) => folderOf(from) !== "recognition" && folderOf(to) === "recognition",
    );
    expect(outside.filter(({ to }) => to !== "recognition" && !doors.includes(to))).toEqual([]);
  });

  test("the sidebar takes nothing from the add-on but types", () => {
    const taken = imports.filter(({ from, to }) => folderOf(from) === "sidebar" && folderOf(to) === "addon");
    expect(taken.filter(({ ofTypesOnly }) => !ofTypesOnly)).toEqual([]);
  });

  test("what Apps Script loads imports no package", () => {
    const script = files.filter(({ file }) =>
      [
        "core",
        "sheet",
        "functions",
        "formula",
        "native",
        "recipe",
        "recognition",
        "answers",
        "report",
        "addon",
      ].includes(folderOf(file)),
    );
    expect(script.filter(({ text }) => /from "[^."]/.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe("each folder keeps to its own world", () => {
  const withoutComments = (text: string) => text.replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
  const naming = (pattern: RegExp, except: readonly string[]) =>
    files
      .filter(({ file, text }) => !except.includes(folderOf(file)) && pattern.test(withoutComments(text)))
      .map(({ file }) => file);

  test("only the add-on, and the workbook that stands in for Sheets, name Google's services", () => {
    const services =
      /\b(SpreadsheetApp|HtmlService|Utilities|PropertiesService|CacheService|LockService|Session)\b/;
    expect(naming(services, ["addon", "workbook"])).toEqual([]);
  });

  test("only the sidebar and the local workbook touch a page", () => {
    expect(naming(/\b(document|window)\.[a-z]/, ["sidebar", "workbook"])).toEqual([]);
  });

  test("no computation reads the clock or chance; only what is built is dated, and the self-test timed", () => {
    const clock = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/;
    expect(naming(clock, ["workbook", "sidebar"])).toEqual(
      [join("selfTest", "clock.ts"), join("spreadsheet", "today.ts")].map((file) => join("addon", file)),
    );
  });
});

test("what the add-on learns of a spreadsheet is forgotten with each call, as Apps Script begins anew", () => {
  const keeping = files.filter(
    ({ file, text }) => folderOf(file) === "addon" && /^(?:export )?let /m.test(text),
  );
  expect(keeping.map(({ file }) => file).sort()).toEqual(["addon/execution.ts", "addon/load.ts"]);
});
