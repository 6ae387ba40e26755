// The custom functions as text, a part for each section and one for what sections share, which compile when they are
// first called: a formula cell loads all of Code.js, but pays for the parts that its function needs.
import { parse } from "acorn";
import { type BuildOptions, type Plugin, build } from "esbuild";
import { sectionNames } from "./sectionNames";

/** The section's part gives one function: it computes a custom function by its name. */
const entries: Plugin = {
  name: "section-entries",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^section:/ }, ({ path }) => ({
      path: path.slice("section:".length),
      namespace: "section",
    }));
    onLoad({ filter: /.*/, namespace: "section" }, ({ path }) => ({
      contents: `import { ${path} } from "./src/functions/${path}"; import { runIn } from "./src/addon/run"; export const run = runIn(${path});`,
      resolveDir: ".",
    }));
  },
};

/** Parts by their short names, each the body of a function of `load` that returns what it exports. */
export async function sectionParts(options: BuildOptions): Promise<ReadonlyMap<string, string>> {
  const names: readonly string[] = sectionNames;
  const { outputFiles, warnings } = await build({
    ...options,
    entryPoints: names.map((name) => ({ in: `section:${name}`, out: name })),
    outdir: "parts",
    splitting: true,
    chunkNames: "[hash]",
    plugins: [entries, ...(options.plugins ?? [])],
  });
  if (warnings.length > 0) throw new Error(`esbuild warns of ${warnings.length} things in the sections`);
  const files = outputFiles!.map(({ path, text }) => ({ file: /([^\\/]+)\.js$/.exec(path)![1]!, text }));
  const shared = files.filter(({ file }) => !names.includes(file));
  const shortName = (file: string) =>
    names.includes(file) ? file : `c${shared.findIndex((one) => one.file === file)}`;
  return new Map(files.map(({ file, text }) => [shortName(file), asBody(text, shortName)]));
}

/** A module of the ES form that esbuild gives as the body of a function. */
function asBody(text: string, shortName: (file: string) => string): string {
  const body = text
    .trim()
    .replace(/import\s*\{([^}]*)\}\s*from\s*"\.\/([^"]+)\.js";?/g, (_, names: string, file: string) => {
      return `const{${names.replace(/([\w$]+)\s+as\s+([\w$]+)/g, "$1:$2")}}=load("${shortName(file)}");`;
    })
    .replace(/import\s*"\.\/([^"]+)\.js";?/g, (_, file: string) => `load("${shortName(file)}");`)
    .replace(/export\s*\{([^}]*)\};?$/, (_, names: string) => {
      return `return{${names.replace(/([\w$]+)\s+as\s+([\w$]+)/g, "$2:$1")}}`;
    });
  // Throws where an import or export is left, or anything newer than Apps Script is sure to take.
  parse(body, { ecmaVersion: 2019, sourceType: "script", allowReturnOutsideFunction: true });
  return body;
}

/** Text as a string literal on lines of a length that an editor opens, in the quotes that need fewer escapes. */
export function literal(text: string): string {
  const count = (quote: string) => text.split(quote).length;
  const quote = count("'") < count('"') ? "'" : '"';
  const escaped = text
    .replace(/\\/g, "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replace(/\n/g, "\\n")
    .replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
  const lines = escaped.match(/(?:\\u[\da-f]{4}|\\[^]|[^\\]){1,500}/g) ?? [];
  return quote + lines.join("\\\n") + quote;
}
