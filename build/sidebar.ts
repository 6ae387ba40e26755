import { readFileSync } from "node:fs";
import { build, transform } from "esbuild";
import { withoutCommentMarks } from "./scriptText";
import { licenceOf } from "./licences";

/**
 * The sidebar as one page without any request of its own. HtmlService strips what follows `//` inside template
 * literals, so the script may hold none.
 */
export async function buildSidebar(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["src/sidebar/main.tsx"],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2020",
    jsx: "automatic",
    jsxImportSource: "preact",
    supported: { "template-literal": false },
    charset: "utf8",
    minify: true,
    legalComments: "none",
    lineLimit: 500,
  });
  const script = withoutCommentMarks(outputFiles[0]!.text.trim());
  if (script.includes("`")) throw new Error("Sidebar.html would hold a template literal");
  const { code: style } = await transform(readFileSync("src/sidebar/sidebar.css", "utf8"), {
    loader: "css",
    minify: true,
    lineLimit: 500,
  });
  return [
    "<!doctype html>",
    `<!--\n${licenceOf("preact")}\n-->`,
    '<html lang="en">',
    '<head><meta charset="utf-8"><title>CLV</title>',
    `<style>${style.trim()}</style></head>`,
    '<body><div id="app"></div>',
    `<script>${script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")}</script>`,
    "</body></html>",
    "",
  ].join("\n");
}
