// The licences of other people's work that a bundle holds: most ask that they go along with every copy.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Metafile } from "esbuild";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly browser?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Packages that are bundled as they were built, and what was built into them; exceljs zips streams in Node alone. */
const prebuilt: Readonly<Record<string, readonly string[]>> = {
  exceljs: ["dayjs", "fast-csv", "jszip", "readable-stream", "saxes", "uuid"],
};

const licenceFile = /^(licen[cs]e|copying|notice)(\.\w+)?$/i;

/** The folder of the package that a file lies in; undefined for our own files. */
const folderOf = (file: string): string | undefined =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

const packageIn = (folder: string) => JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Package;

/** Adds the folders of packages that another one needs, and of those that they need. */
function addNeeded(folder: string, names: readonly string[], found: Set<string>): void {
  for (const name of names) {
    const own = `${folder}/node_modules/${name}`;
    const needed = existsSync(own) ? own : `node_modules/${name}`;
    if (found.has(needed) || !existsSync(needed)) continue;
    found.add(needed);
    addNeeded(needed, Object.keys(packageIn(needed).dependencies ?? {}), found);
  }
}

function entry(folder: string): string {
  const { name, version, license, author } = packageIn(folder);
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8").trim());
  const by = typeof author === "object" ? author.name : author;
  // some packages name their licence and leave its text out
  const text = texts.length > 0 ? texts.join("\n\n") : `Licence: ${license}${by ? `\nAuthor: ${by}` : ""}`;
  if (texts.length === 0 && license === undefined) throw new Error(`${name} has no licence`);
  return `${name} ${version}${license ? ` (${license})` : ""}\n\n${text}`;
}

/** All notices that have to go along with a bundle, one package after the other. */
export function licencesOf({ inputs }: Metafile): string {
  const folders = new Set(Object.keys(inputs).flatMap((file) => folderOf(file) ?? []));
  for (const [name, built] of Object.entries(prebuilt))
    if (folders.has(`node_modules/${name}`)) addNeeded(`node_modules/${name}`, built, folders);
  const entries = Array.from(folders).sort().map(entry);
  return ["This page is made with the work of others, under the licences below.", ...entries].join(
    `\n\n${"-".repeat(72)}\n\n`,
  );
}

/** The licence of one package that a page holds. */
export const licenceOf = (name: string): string => entry(`node_modules/${name}`);
