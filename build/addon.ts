// Builds what clasp pushes into build/out: Code.js, which every formula cell loads, the pages, and the manifest.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { type BuildOptions, build } from "esbuild";
import { sections } from "../src/functions";
import { forCells, withoutDocumentation } from "./documentation";
import { ownFields } from "./ownFields";
import { sectionNames } from "./sectionNames";
import { literal, sectionParts } from "./sectionParts";
import { pagePrint, plainText } from "../src/addon/pagePrint";
import { withoutCommentMarks } from "./scriptText";
import { stub } from "./signature";
import { catalogue } from "./catalogue";
import { buildSidebar } from "./sidebar";
import { sizeLines } from "./sizes";
import { title, version } from "./version";

export const outFolder = "build/out";

/** Functions that the menu and the sidebar call, and their parameters. */
const entryPoints = {
  onOpen: "",
  onInstall: "",
  useInThisSpreadsheet: "",
  showSidebar: "",
  answer: "name, json",
};

/** Functions of menu items, which the page Server.html answers. */
const menuItems = [
  "addToHistory",
  "buildReport",
  "freezeFormulas",
  "freezeTab",
  "prepareCopyToShare",
  "selfTest",
  "thawFormulas",
  "updateData",
  "useNativeFormulas",
  "useNativeInSelection",
];

/** Writes all files that clasp pushes into a folder; returns the parts of the custom functions, by name. */
export async function buildAddon(folder = outFolder): Promise<ReadonlyMap<string, string>> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const parts = await sectionParts({
    ...bundling,
    lineLimit: 0,
    plugins: [forCells],
    mangleProps: await ownFields(),
  });
  const pages = {
    Server: await bundleServer(),
    Sidebar: await buildSidebar(),
    Catalogue: cataloguePage(),
  };
  for (const [name, text] of Object.entries(pages)) writeFileSync(`${folder}/${name}.html`, text);
  writeFileSync(`${folder}/Code.js`, await bundleCode(parts, pages));
  copyFileSync("appsscript.json", `${folder}/appsscript.json`);
  return parts;
}

/**
 * One script: the code in a function of its own, then a top-level function for each name that a cell, the menu or the
 * sidebar may call. The custom functions are text that compiles part by part as it is needed, since every formula cell
 * loads all of the script.
 */
async function bundleCode(
  parts: ReadonlyMap<string, string>,
  pages: Readonly<Record<string, string>>,
): Promise<string> {
  const prints = Object.entries(pages).map(([name, text]) => [name, pagePrint(plainText(text))]);
  const calls = Object.entries(entryPoints).map(
    ([name, parameters]) => `function ${name}(${parameters}) { return clv_.${name}(${parameters}); }`,
  );
  const chosen = menuItems.map((name) => `function ${name}() { clv_.choose("${name}"); }`);
  return [
    title,
    '"use strict";',
    `var clv_=(()=>{${await bundled("src/addon/main.ts")}})();`,
    `clv_.pages=${JSON.stringify(Object.fromEntries(prints))};`,
    ...customFunctions(parts),
    ...calls,
    ...chosen,
    "",
  ].join("\n");
}

/** A script of the custom functions alone, which needs no page and asks nobody for a permission. */
export const functionsOnly = (parts: ReadonlyMap<string, string>): string =>
  [`${title}, functions only`, '"use strict";', "var clv_={};", ...customFunctions(parts), ""].join("\n");

/** What loads the parts, and a top-level function for each custom function. */
const customFunctions = (parts: ReadonlyMap<string, string>): string[] => [
  `clv_.parts={\n${partsOfScript(parts)}\n};`,
  "clv_.loaded={};",
  "clv_.load=name=>clv_.loaded[name]||(clv_.loaded[name]=" +
    'new Function("load","\'use strict\';"+clv_.parts[name]+"\\n//# sourceURL=clv-"+name+".js")(clv_.load));',
  "clv_.run=(section,name,given)=>clv_.load(section).run(name,given);",
  ...sections.flatMap((section, index) =>
    section.functions.map((record) => stub(record, sectionNames[index]!)),
  ),
];

/** The parts of the custom functions as the properties of an object literal, a line each. */
function partsOfScript(parts: ReadonlyMap<string, string>): string {
  return Array.from(parts, ([name, text]) => `${name}:${literal(text)}`).join(",\n");
}

/**
 * The body of a function that returns what the menu and the sidebar ask for, as load.ts takes it from the page. Its
 * fields cross to the sidebar, so they keep their names; HtmlService strips what follows `//` inside template literals,
 * so it may hold none.
 */
async function bundleServer(): Promise<string> {
  const page = await bundled("src/addon/server.ts", {
    supported: { "template-literal": false },
    define: { ADDON_VERSION: JSON.stringify(version) },
  });
  const body = withoutCommentMarks(`function page(){${page}}`).slice(16, -1);
  if (/<\/?script|<\?|`/i.test(body)) throw new Error("Server.html would hold a tag or a template literal");
  return `<script>"use strict";${body}</script>\n`;
}

/** The functions' documentation, a line each and one for the words by which each is found. */
const cataloguePage = (): string =>
  `${JSON.stringify(catalogue(sections))
    .replaceAll("<", "\\u003c")
    .replaceAll('{"name":"CLV', '\n{"name":"CLV')
    .replaceAll(',"terms":', ',\n"terms":')}\n`;

/** Longest line of scripts: editors that are to open them give up on lines of hundreds of kilobytes. */
export const lineLimit = 400;

const bundling = {
  lineLimit,
  bundle: true,
  write: false,
  format: "esm",
  target: "es2019",
  charset: "utf8",
  minify: true,
  inject: ["build/math.js"],
  legalComments: "none",
  logLevel: "warning",
  plugins: [withoutDocumentation],
} satisfies BuildOptions;

/**
 * A module with all that it imports as the body of a function that returns its exports: the form that esbuild has for it
 * is 600 bytes longer. Warnings fail the build, since a lowering that esbuild only warns of breaks Apps Script's parser.
 */
async function bundled(entryPoint: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles, warnings } = await build({ ...bundling, entryPoints: [entryPoint], ...options });
  if (warnings.length > 0) throw new Error(`esbuild warns of ${warnings.length} things in ${entryPoint}`);
  const [, code, names] = /^([^]*)export\s*\{([^}]*)\};\s*$/.exec(outputFiles![0]!.text)!;
  return `${code}return{${names!.replace(/([\w$]+)\s+as\s+(\w+)/g, "$2:$1")}}`;
}

if (process.argv[1]?.endsWith("addon.ts")) {
  const parts = await buildAddon();
  console.log(sizeLines(outFolder, parts, sectionNames).join("\n"));
}
