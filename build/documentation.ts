import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Node, type Program, parse } from "acorn";
import { type Plugin, transform } from "esbuild";

/** Fields of a custom function's record and of its section that only people read. */
const documentationFields = [
  "title",
  "summary",
  "details",
  "notFor",
  "about",
  "maths",
  "text",
  "result",
  "example",
  "source",
  "whenLeftOut",
];

/** Fields that tell what a result's numbers count, for those who format them. */
const unitFields = ["unit", "units", "otherColumns"];

interface Script {
  readonly code: string;
  readonly program: Program;
}

/** Files as scripts, which several bundles are made from. */
const known = new Map<string, Promise<Script>>();

function scriptAt(path: string): Promise<Script> {
  const before = known.get(path);
  if (before) return before;
  const now = readScript(path);
  known.set(path, now);
  return now;
}

async function readScript(path: string): Promise<Script> {
  const { code } = await transform(await readFile(path, "utf8"), {
    loader: "ts",
    target: "es2019",
    charset: "utf8",
  });
  return { code, program: parse(code, { ecmaVersion: 2020, sourceType: "module" }) };
}

/** Leaves fields out of the records of the custom functions and of what they return, and imports that only they use. */
const without = (fields: readonly string[]): Plugin => ({
  name: "without-fields",
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /\/native\/|InSheets$/ }, ({ path, resolveDir }) => ({
      path: `${resolve(resolveDir, path)}.ts`,
      sideEffects: false,
    }));
    onLoad({ filter: /src[\\/](?:functions|sheet)[\\/].*\.ts$/ }, async ({ path }) => {
      const { code, program } = await scriptAt(path);
      return { contents: cut(code, propertiesIn(program, new Set(fields))), loader: "js" };
    });
  },
});

/**
 * Without the documentation: in the built script it stands in the help cards already, and every formula cell would load
 * it a second time.
 */
export const withoutDocumentation = without(documentationFields);

/** What a formula cell needs: neither the documentation, the units, the picture nor the formulas for those without the add-on. */
export const forCells = without([...documentationFields, ...unitFields, "picture", "native"]);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The properties of object literals with these names, outermost first. */
function propertiesIn(node: Program | Node, fields: ReadonlySet<string>): Span[] {
  if (node.type === "ObjectPattern") return [];
  if (isProperty(node, fields)) return [node];
  return Object.values(node).flatMap((child: unknown) => {
    const children = Array.isArray(child) ? child : [child];
    return children.filter(isNode).flatMap((one) => propertiesIn(one, fields));
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function isProperty(node: Node, fields: ReadonlySet<string>): boolean {
  if (node.type !== "Property") return false;
  const { key } = node as unknown as { key: { name?: string } };
  return fields.has(key.name ?? "");
}

/** The code without the spans and the commas that follow them. */
function cut(code: string, spans: readonly Span[]): string {
  let kept = "";
  let at = 0;
  for (const { start, end } of spans) {
    kept += code.slice(at, start);
    at = end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0);
  }
  return kept + code.slice(at);
}
