import { readFileSync } from "node:fs";
import { type Node, type Program, parse } from "acorn";
import { type Plugin, transformSync } from "esbuild";

/** Fields of a custom function's record and of its section that only people read. */
const documentationFields = new Set([
  "title",
  "summary",
  "details",
  "text",
  "result",
  "example",
  "source",
  "whenLeftOut",
]);

/**
 * Leaves the documentation out of the records of the custom functions: in the built script it stands in the help cards
 * already, and every formula cell would load it a second time.
 */
export const withoutDocumentation: Plugin = {
  name: "without-documentation",
  setup: ({ onLoad }) => {
    onLoad({ filter: /src[\\/](?:functions|sheet)[\\/].*\.ts$/ }, ({ path }) => {
      const { code } = transformSync(readFileSync(path, "utf8"), {
        loader: "ts",
        target: "es2019",
        charset: "utf8",
      });
      const program = parse(code, { ecmaVersion: 2020, sourceType: "module" });
      return { contents: cut(code, documentationIn(program)), loader: "js" };
    });
  },
};

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The documentation properties of object literals, outermost first. */
function documentationIn(node: Program | Node): Span[] {
  if (node.type === "ObjectPattern") return [];
  if (isDocumentation(node)) return [node];
  return Object.values(node).flatMap((child: unknown) => {
    const children = Array.isArray(child) ? child : [child];
    return children.filter(isNode).flatMap(documentationIn);
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function isDocumentation(node: Node): boolean {
  if (node.type !== "Property") return false;
  const { key } = node as unknown as { key: { name?: string } };
  return documentationFields.has(key.name ?? "");
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
