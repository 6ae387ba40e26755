// Builds the documentation into build/site: plain pages that open by double click and need no server. `npm run docs`
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import MiniSearch from "minisearch";
import { licenceOf } from "../licences";
import { version } from "../version";
import { deadLinks, pageFaults, strayPages } from "./checks";
import { plainText } from "./html";
import { docsFolder, siteFolder } from "./folders";
import { functionPages } from "./functionPages";
import { layout } from "./layout";
import { readNavigation } from "./navigation";
import type { Page, Source } from "./pages";
import { render } from "./render";
import { type Part, searchOptions } from "./searchOptions";

const navigationFile = "navigation.json";

/** The pages that are written by hand in a folder. */
export const writtenPages = (folder = docsFolder): Source[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => ({
      path,
      file: `${folder}/${path}`,
      markdown: readFileSync(join(folder, path), "utf8"),
      hasLines: true,
    }));

/** All pages of a folder and of the functions, rendered. */
export const renderAll = (folder = docsFolder, ofFunctions = functionPages()): Page[] =>
  [...writtenPages(folder), ...ofFunctions].map((source) => render(source, folder));

/** All that is wrong with the pages, their examples apart. */
export function siteFaults(pages: readonly Page[], folder = docsFolder): string[] {
  const file = join(folder, navigationFile);
  return [
    ...pageFaults(pages),
    ...deadLinks(pages, folder),
    ...strayPages(pages, readNavigation(file), file),
  ];
}

/** Writes the pages with what they need into a folder, which changes only when all of it is there. */
export async function writeSite(
  pages: readonly Page[],
  out = siteFolder,
  folder = docsFolder,
): Promise<void> {
  const whole = `${out}.new`;
  rmSync(whole, { recursive: true, force: true });
  await writePages(pages, whole, folder);
  rmSync(out, { recursive: true, force: true });
  renameSync(whole, out);
}

async function writePages(pages: readonly Page[], out: string, folder: string): Promise<void> {
  const groups = readNavigation(join(folder, navigationFile));
  const titles = new Map(pages.map((page) => [page.source.path, page.title]));
  for (const page of pages) {
    const file = join(out, page.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, layout(page, { groups, titles, version, related: relatedTo(page, pages) }));
  }
  if (existsSync(join(folder, "images"))) {
    mkdirSync(join(out, "images"), { recursive: true });
    for (const file of readdirSync(join(folder, "images")))
      copyFileSync(join(folder, "images", file), join(out, "images", file));
  }
  // A script and no JSON: a page that is opened as a file may not fetch.
  writeFileSync(join(out, "search-index.js"), `window.docsIndex=${JSON.stringify(searchIndex(pages))};\n`);
  await build({
    entryPoints: { docs: "build/docs/page/docs.ts", style: "build/docs/page/docs.css" },
    entryNames: "docs",
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    legalComments: "none",
    banner: { js: `/*!\n${licenceOf("minisearch")}\n*/` },
    logLevel: "warning",
  });
}

/** Pages that name the function of a page, and functions that it names itself. */
function relatedTo(page: Page, pages: readonly Page[]): string[] {
  const name = /^functions\/(CLV\w*)\.md$/.exec(page.source.path)?.[1];
  if (!name) return [];
  const naming = pages.filter(
    ({ source, functions }) => source.hasLines && functions.has(name) && !source.path.startsWith("project/"),
  );
  return naming.map(({ source }) => source.path);
}

function searchIndex(pages: readonly Page[]): string {
  const index = new MiniSearch<Part>(searchOptions);
  index.addAll(pages.flatMap(partsOf));
  return JSON.stringify(index);
}

/** A page cut at its headings. */
function partsOf(page: Page): Part[] {
  const isOfFunction = !page.source.hasLines && page.title.startsWith("CLV");
  return page.html.split(/(?=<h[1-3] id=)/).flatMap((part, index) => {
    const [, id, heading] = /^<h[1-3] id="([^"]*)"[^>]*>([^]*?)<\/h[1-3]>/.exec(part) ?? [];
    if (id === undefined) return [];
    return [
      {
        id: index === 0 ? page.path : `${page.path}#${id}`,
        // "Errors" alone would say little in a list of pages found.
        title: isOfFunction && index > 0 ? `${page.title}: ${plainText(heading!)}` : plainText(heading!),
        page: page.title,
        text: plainText(part.replace(/^<h[1-3][^]*?<\/h[1-3]>/, "")),
        terms: index === 0 ? (page.source.terms ?? []).join(" ") : "",
      },
    ];
  });
}
