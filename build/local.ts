import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { licencesOf } from "./licences";

/** Where the local workbook is built: the page with what it serves, and the headless engine. */
export const localFolder = "build/local";

/**
 * Leaves out how some sixty languages hyphenate, half of what Univer's drawing weighs: it does so in documents where
 * that is switched on, never in cells. It begins with English, which stays.
 */
const withoutHyphenation: Plugin = {
  name: "without-hyphenation",
  setup: ({ onLoad }) => {
    onLoad({ filter: /@univerjs[\\/]engine-render[\\/]lib[\\/]es[\\/].*-[\w-]{8}\.js$/ }, ({ path }) => {
      const [, language] = /hyphenation\/patterns\/([\w-]+)\.ts/.exec(readFileSync(path, "utf8")) ?? [];
      const isLeftOut = language !== undefined && !language.startsWith("en-");
      return isLeftOut ? { contents: "export {};", loader: "js" } : undefined;
    });
  },
};

/**
 * Sets the fields of Univer's objects as any others are set. As published they go through a helper that looks each of them
 * up by name first: of a workbook's cells, formulas and results there are very many.
 */
const plainFields: Plugin = {
  name: "plain-fields",
  setup: ({ onLoad }) => {
    onLoad({ filter: /@univerjs[\\/][\w-]+[\\/]lib[\\/]es[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/\b_defineProperty\(this, "(\w+)", /g, "(this.$1 = "),
      loader: "js",
    }));
  },
};

const shared: BuildOptions = {
  bundle: true,
  plugins: [withoutHyphenation, plainFields],
  logLevel: "warning",
  legalComments: "none",
  // Univer carries React's development checks unless told.
  define: { "process.env.NODE_ENV": '"production"' },
};

/** The browser page; parts that are not needed at first become files of their own, loaded when they are. */
export const pageOptions: BuildOptions = {
  ...shared,
  entryPoints: { page: "src/workbook/page/main.ts" },
  outdir: localFolder,
  format: "esm",
  target: "es2022",
  splitting: true,
  minify: true,
  chunkNames: "chunks/[name]-[hash]",
  loader: { ".woff": "file", ".woff2": "file", ".ttf": "file" },
};

/** The headless engine for Node. */
const engineOptions: BuildOptions = {
  ...shared,
  entryPoints: { engine: "src/workbook/node/headless.ts" },
  outdir: localFolder,
  outExtension: { ".js": ".cjs" },
  platform: "node",
  format: "cjs",
  target: "node20",
  // Jest and Node refuse the packages as published, so they are bundled, from their ES modules.
  mainFields: ["module", "main"],
  external: ["exceljs", "jszip"],
  // Under Jest only require() loads what is loaded late.
  supported: { "dynamic-import": false },
};

/** Builds the page and the headless engine; the add-on itself must have been built before. */
export async function buildLocal(): Promise<void> {
  emptyFolder();
  await Promise.all([build(engineOptions), bundlePage()]);
  copyStatic();
}

/** Builds the headless engine alone, which tests and the examples of the documentation need. */
export async function buildEngine(): Promise<void> {
  mkdirSync(localFolder, { recursive: true });
  await build(engineOptions);
}

/** Builds the page alone, which is all that is served. */
export async function buildPage(): Promise<void> {
  emptyFolder();
  await bundlePage();
}

/** The page with the licences of all that it holds beside it. */
async function bundlePage(): Promise<void> {
  const { metafile } = await build({ ...pageOptions, metafile: true });
  writeFileSync(`${localFolder}/licences.txt`, licencesOf(metafile));
}

function emptyFolder(): void {
  rmSync(localFolder, { recursive: true, force: true });
  mkdirSync(localFolder, { recursive: true });
}

/** Copies what needs no building: the page itself and the add-on as clasp would push it. */
export function copyStatic(): void {
  copyFileSync("src/workbook/page/index.html", `${localFolder}/index.html`);
  for (const file of ["Code.js", "Sidebar.html", "Catalogue.html", "Server.html"])
    copyFileSync(`build/out/${file}`, `${localFolder}/${file}`);
}

if (process.argv[1]?.endsWith("local.ts")) await buildLocal();
