// Writes the page that lists what the project is built with: each package with its licence and the reason it is there.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  /** The systems that a package is for, which is then installed on these alone. */
  readonly os?: readonly string[];
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as unknown;
const manifestOf = (folder: string) => json(`${folder}/package.json`) as Manifest;

/** All packages that a lock file installs on every system, by where they lie. */
const lockedIn = (folder: string): ReadonlyMap<string, Locked> => {
  const { packages } = json(`${folder}/package-lock.json`) as { packages: Record<string, Locked> };
  return new Map(Object.entries(packages).filter(([path, { os }]) => path !== "" && !os));
};

const sheet = "the spreadsheet of the local workbook";

/** Why each package is there, in a line. */
export const reasons: Readonly<Record<string, string>> = {
  "@duckdb/node-api": "the database in which the tests run the queries of CLV_SQL",
  "@google/clasp": "Google's client that pushes the add-on into a script",
  "@polyglot-sql/sdk":
    "the tests read the queries written for BigQuery with it, and translate them for DuckDB",
  "@sparticuz/chromium": "the browser of the tests, without an installation of its own",
  "@types/google-apps-script": "types of Google's services",
  "@types/node": "types of Node",
  "@types/papaparse": "types of Papa Parse",
  "@univerjs/core": `${sheet}: cells, tabs and undo`,
  "@univerjs/docs": `${sheet}: text in cells`,
  "@univerjs/engine-formula": `${sheet}: calculates the formulas`,
  "@univerjs/preset-sheets-core": `${sheet}: its parts put together`,
  "@univerjs/sheets": `${sheet}: its commands`,
  "@univerjs/sheets-conditional-formatting": `${sheet}: colours by value`,
  "@univerjs/sheets-formula": `${sheet}: custom functions`,
  "@univerjs/sheets-note": `${sheet}: notes on cells`,
  "@univerjs/sheets-note-ui": `${sheet}: shows the notes`,
  "@univerjs/sheets-numfmt": `${sheet}: number formats`,
  "@univerjs/sheets-ui": `${sheet}: the grid, menus and keys`,
  acorn: "reads the built script: its syntax, and what documentation to leave out of it",
  "axe-core": "looks for what a screen reader would stumble over",
  "chart.js": "draws the charts of the local workbook",
  esbuild: "bundles the add-on and the local workbook",
  exceljs: "reads and writes .xlsx files in the local workbook",
  "fast-check": "makes the random data of the tests",
  "idb-keyval": "keeps the local workbook in the browser",
  jest: "runs the tests",
  "jest-runner": "hands the tests to its workers; ours bundles them before",
  jszip: "adds charts to .xlsx files, and packs the release",
  "markdown-it": "reads the pages of the documentation",
  minisearch: "searches the documentation, in the browser",
  open: "opens the browser at the start",
  oxfmt: "formats the code",
  oxlint: "looks for mistakes in the code",
  "oxlint-tsgolint": "gives oxlint the types",
  papaparse: "reads and writes .csv files in the local workbook",
  "playwright-core": "drives the browser of the tests",
  preact: "draws the sidebar; the only package that is part of the add-on",
  react: "Univer asks for it",
  "react-dom": "Univer asks for it",
  rxjs: "Univer asks for it, and tells changes of the workbook through it",
  temml: "writes the formulas of the documentation as MathML",
  typescript: "checks the types",
};

function table(names: readonly string[], locked: ReadonlyMap<string, Locked>): string {
  const rows = names.map((name) => {
    const { version, license } = locked.get(`node_modules/${name}`)!;
    const reason = reasons[name];
    if (reason === undefined) throw new Error(`build/dependencies.ts gives no reason for ${name}`);
    return `| ${name} | ${version} | ${license} | ${reason} |`;
  });
  return ["| Package | Version | Licence | What for |", "|---|---|---|---|", ...rows].join("\n");
}

/** Licences with how many packages have each, the commonest first; packages that name none, by name. */
function licences(locked: ReadonlyMap<string, Locked>): string {
  const counts = new Map<string, number>();
  for (const { license } of locked.values()) if (license) counts.set(license, (counts.get(license) ?? 0) + 1);
  const named = Array.from(counts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`);
  const unnamed = Array.from(locked).flatMap(([path, { license }]) =>
    license ? [] : path.replace(/^.*node_modules\//, ""),
  );
  return [...named, ...unnamed.map((name) => `${name} names none in its package.json`)].join(", ");
}

export const dependenciesPage = "src/docs/project/dependencies.md";

/** The page as it should be. */
export function dependencies(): string {
  const { dependencies: run = {}, devDependencies: develop = {} } = manifestOf(".");
  const { dependencies: push = {} } = manifestOf("build/push");
  const locked = lockedIn(".");
  const lockedToPush = lockedIn("build/push");
  const toRun = new Map(Array.from(locked).filter(([, { dev }]) => !dev));
  return `<!-- Written by \`npm run generate\` from package.json, its lock file and build/dependencies.ts. -->

# Dependencies

What the project is built with, why, and under which licence. In the add-on itself, of all these, is only Preact: your spreadsheet loads nothing else of others. Versions are exact, and the lock files hold a checksum of every package.

## To try it and to build it

\`npm ci --omit=dev\` installs these and what they need, ${toRun.size} packages and the programs for your system. The bundled ones' licences go along: Preact's in the sidebar and the release, all others' in the local workbook as \`licences.txt\`.

${table(Object.keys(run), locked)}

## To work on it

\`npm ci\` adds these, ${locked.size} packages in all.

${table(Object.keys(develop), locked)}

## To push it with clasp

Installed in \`build/push\` when it is first asked for, by \`npm run push\`, \`npm run clasp\` or the tests: ${lockedToPush.size} packages.

${table(Object.keys(push), lockedToPush)}

## Licences of all packages

Packages by licence, with those that the ones above bring:

- To try it and to build it: ${licences(toRun)}.
- To work on it: ${licences(locked)}.
- To push it: ${licences(lockedToPush)}.
`;
}

if (process.argv[1]?.endsWith("dependencies.ts")) {
  mkdirSync(dirname(dependenciesPage), { recursive: true });
  writeFileSync(dependenciesPage, dependencies());
}
