// Scripts as the pages of Apps Script can carry them.
import { tokenizer } from "acorn";

/** The same script without what begins a comment or a template inside its strings: HtmlService would strip what follows. */
export function withoutCommentMarks(script: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { type, start, end } of tokenizer(script, { ecmaVersion: 2020 })) {
    const text = script.slice(start, end);
    if (type.label !== "string" || !/\/[/*]|`/.test(text)) continue;
    pieces.push(script.slice(from, start), text.replace(/\/(?=[/*])/g, "/\\").replace(/`/g, "\\x60"));
    from = end;
  }
  const whole = pieces.join("") + script.slice(from);
  const left = /.{0,30}\/[/*].{0,30}/.exec(whole);
  if (left) throw new Error(`A page would hold what reads as a comment: ${left[0]}`);
  return whole;
}
