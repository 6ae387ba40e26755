// Formulas in LaTeX, `$…$` within a line and `$$…$$` on lines of their own, as MathML: browsers draw it and screen readers say it.
import type { MarkdownIt } from "markdown-it";
import temml from "temml";

export function math(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("escape", "math", (state, silent) => {
    const found = /^\$(?![\s$])([^$\n]*?[^\s\\$])\$(?!\d)/.exec(state.src.slice(state.pos));
    if (!found) return false;
    if (!silent) state.push("math", "math", 0).content = found[1]!;
    state.pos += found[0].length;
    return true;
  });
  markdown.block.ruler.before(
    "paragraph",
    "mathBlock",
    (state, line, _end, silent) => {
      const at = state.bMarks[line]! + state.tShift[line]!;
      const found = /^\$\$([^]+?)\$\$[ \t]*(?:\n|$)/.exec(state.src.slice(at));
      if (!found) return false;
      if (silent) return true;
      state.line = line + found[0].trimEnd().split("\n").length;
      Object.assign(state.push("mathBlock", "math", 0), { content: found[1]!, map: [line, state.line] });
      return true;
    },
    { alt: ["paragraph"] },
  );
  markdown.renderer.rules["math"] = (tokens, index) => mathml(tokens[index]!.content, false);
  markdown.renderer.rules["mathBlock"] = (tokens, index) =>
    `<div class="math">${mathml(tokens[index]!.content, true)}</div>\n`;
}

/** Letters that stand for a quantity are marked: browsers slant them by code points that few fonts have. */
const mathml = (tex: string, displayMode: boolean) =>
  temml
    .renderToString(tex.trim(), { displayMode, throwOnError: false })
    .replace(/<mi>(\p{L})<\/mi>/gu, '<mi class="letter">$1</mi>');

/** What is wrong with a formula; undefined where it parses. */
export function mathFault(tex: string): string | undefined {
  try {
    temml.renderToString(tex.trim(), { throwOnError: true });
    return undefined;
  } catch (error) {
    const why = (error as Error).message.replace(/^ParseError:\s*/i, "").replace(/\s+/g, " ");
    return `the formula ${tex.trim()} does not parse: ${why}`;
  }
}
