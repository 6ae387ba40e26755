// A page of Markdown as HTML, with what it refers to.
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import MarkdownIt, { type Token } from "markdown-it";
import { functions } from "../../src/functions";
import { type Fault, type Heading, type Page, type Reference, type Source, htmlPath } from "./pages";
import { escaped, plainText } from "./html";
import { math, mathFault } from "./math";
import { cellsTable, sheetLines, signatureHtml } from "./sheetBlocks";

const names = new Set(functions.map(({ name }) => name));

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(math);
markdown.renderer.rules["table_open"] = () => '<div class="table"><table>\n';
markdown.renderer.rules["table_close"] = () => "</table></div>\n";
markdown.renderer.rules["fence"] = (tokens, index) => {
  const { info, content } = tokens[index]!;
  const [kind, ...title] = info.trim().split(/\s+/);
  if (kind === "sheet") return sheetLines(content);
  if (kind === "csv") return cellsTable(title.join(" "), content);
  if (kind === "cells") return cellsTable("", content);
  if (kind === "signature") return signatureHtml(content);
  return `<pre><code>${escaped(content)}</code></pre>\n`;
};

/** The anchor of a heading as GitHub makes it, so that a link works there as well. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
    .replace(/ /g, "-");

/** @param imageFolder where images are looked up, the folder of the pages' sources */
export function render(source: Source, imageFolder: string): Page {
  const tokens = markdown.parse(source.markdown.replace(/^<!--[^]*?-->/gm, blankLines), {});
  const all = withLines(tokens);
  const headings = headingsOf(tokens);
  const links: Reference[] = [];
  const images: Reference[] = [];
  const faults: Fault[] = [];
  const named = new Set<string>();
  const ownName = posix.basename(source.path, ".md");
  const toFunctions = `${"../".repeat(source.path.split("/").length - 1)}functions/`;
  for (const { token, line } of all) {
    if (token.type === "link_open") {
      const target = String(token.attrGet("href"));
      links.push({ target, line });
      const name = /(?:^|\/)(CLV\w*)\.md(?:#|$)/.exec(target)?.[1];
      if (name) named.add(name);
      if (!isElsewhere(target)) token.attrSet("href", target.replace(/\.md(?=#|$)/, ".html"));
    } else if (token.type === "image") {
      const target = String(token.attrGet("src"));
      images.push({ target, line });
      if (!token.content.trim()) faults.push({ line, what: `the image ${target} has no text beside it` });
      sizeImage(token, posix.join(imageFolder, posix.dirname(source.path), target));
    } else if (token.type === "math" || token.type === "mathBlock") {
      const what = mathFault(token.content);
      if (what) faults.push({ line, what });
    } else if (token.type === "code_inline") {
      for (const name of namesIn(token.content)) named.add(name);
    } else if (token.type === "fence" && /^sheet\b/.test(token.info)) {
      for (const name of namesIn(token.content)) named.add(name);
    }
  }
  linkNames(tokens, ownName, toFunctions);
  emptyCorners(tokens);
  if (headings.filter(({ level }) => level === 1).length !== 1 || tokens[0]?.tag !== "h1")
    faults.push({ line: 1, what: "a page begins with its title, # and text, and has one" });
  named.delete(ownName);
  const html = markdown.renderer.render(tokens, markdown.options, {});
  const summary = all.find(({ token }) => token.type === "paragraph_open");
  return {
    source,
    path: htmlPath(source.path),
    title: headings[0]?.text ?? source.path,
    summary: summary ? textOf(tokens[tokens.indexOf(summary.token) + 1]) : "",
    html,
    headings,
    links,
    images,
    blocks: all
      .filter(({ token }) => token.type === "fence")
      .map(({ token, line }) => ({ info: token.info.trim(), text: token.content, line: line + 1 })),
    functions: named,
    faults,
  };
}

/** The functions that code names; CLV alone is the value, unless it is called. */
const namesIn = (code: string) =>
  Array.from(code.matchAll(/\bCLV(?:_[A-Z_]+|(?=\())/g), ([name]) => name).filter((name) => names.has(name));

/** Whether a link leads out of the pages. */
export const isElsewhere = (target: string): boolean => /^[a-z]+:/i.test(target);

/** As many lines without text: a comment is no part of a page, and those after it keep their numbers. */
const blankLines = (comment: string) => comment.replace(/[^\n]/g, "");

/** Each token, those within a line of text included, with its line in the file. */
function withLines(tokens: readonly Token[]): { readonly token: Token; readonly line: number }[] {
  let line = 1;
  return tokens.flatMap((token) => {
    if (token.map) line = token.map[0] + 1;
    let own = line;
    const children = (token.children ?? []).map((child) => {
      const at = { token: child, line: own };
      if (child.type === "softbreak" || child.type === "hardbreak") own++;
      return at;
    });
    return [{ token, line }, ...children];
  });
}

const textOf = (token: Token | undefined): string =>
  token ? plainText(markdown.renderer.renderInline(token.children ?? [], markdown.options, {})) : "";

/** The headings, each of which gets an anchor; equal ones get a number behind it. */
function headingsOf(tokens: readonly Token[]): Heading[] {
  const counts = new Map<string, number>();
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const text = textOf(tokens[index + 1]);
    const anchor = anchorOf(text);
    const before = counts.get(anchor) ?? 0;
    counts.set(anchor, before + 1);
    const id = before === 0 ? anchor : `${anchor}-${before}`;
    token.attrSet("id", id);
    return [{ id, level: Number(token.tag.slice(1)), text, line: token.map![0] + 1 }];
  });
}

/** An empty cell among the headings of a table is no heading. */
function emptyCorners(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (token.type !== "th_open" || tokens[index + 1]!.content !== "") return;
    for (const one of [token, tokens[index + 2]!]) one.tag = "td";
  });
}

/** The name of a function in code becomes a link to its page, but for its own page and where it is in a link already. */
function linkNames(tokens: readonly Token[], ownName: string, toFunctions: string): void {
  for (const token of tokens) {
    let isInLink = false;
    for (const child of token.children ?? []) {
      if (child.type === "link_open" || child.type === "link_close") isInLink = child.type === "link_open";
      const isName = child.type === "code_inline" && names.has(child.content) && child.content !== ownName;
      if (!isInLink && isName) child.meta = { href: `${toFunctions}${child.content}.html` };
    }
  }
}

markdown.renderer.rules["code_inline"] = (tokens, index) => {
  const { content, meta } = tokens[index]! as { content: string; meta: { href: string } | null };
  // Paths break behind a slash.
  const code = `<code>${escaped(content).replace(/\//g, "/<wbr>")}</code>`;
  return meta ? `<a href="${meta.href}">${code}</a>` : code;
};

/** The image keeps its room while it loads; one that is not there is told elsewhere. */
function sizeImage(token: Token, file: string): void {
  token.attrSet("loading", "lazy");
  const size = pngSize(file);
  if (!size) return;
  token.attrSet("width", String(size.width));
  token.attrSet("height", String(size.height));
}

/** The size of a .png file in pixels. */
export function pngSize(file: string): { readonly width: number; readonly height: number } | undefined {
  try {
    const bytes = readFileSync(file);
    return file.endsWith(".png")
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : undefined;
  } catch {
    return undefined;
  }
}
