import { tokens } from "./tokens";

/** A formula apart from its references, which are kept elsewhere where they follow the cells that they mean. */
export interface Template {
  /** The formula with ⟦1⟧, ⟦2⟧, … for its references, ⟦own 1⟧ for one that names no tab. */
  readonly text: string;
  /** The references, each with a tab. */
  readonly references: readonly string[];
}

const placeholder = /^⟦(own )?(\d+)⟧/;

/** Takes the references out of a formula; `ownTab` is the name of its tab as formulas write it. */
export function templateOf(formula: string, ownTab: string): Template {
  const references: string[] = [];
  const pieces = tokens(formula).map(({ kind, text }) => {
    if (kind !== "reference") return text;
    const isOwn = !text.includes("!");
    references.push(isOwn ? `${ownTab}!${text}` : text);
    return `⟦${isOwn ? "own " : ""}${references.length}⟧`;
  });
  return { text: pieces.join(""), references };
}

/** The numbers of the references that a template needs. */
export const placeholders = (text: string): number[] =>
  (text.match(/⟦(?:own )?\d+⟧/g) ?? []).map((piece) => Number(piece.replace(/\D/g, "")));

/** Splits a reference into its tab as formulas write it, "" where it names none, and its cells. */
export function splitReference(reference: string): { tab: string; cells: string } {
  const [tab = ""] = /^(?:'(?:[^']|'')*'|[^'!#]*)!/.exec(reference) ?? [];
  return { tab: tab.slice(0, -1), cells: reference.slice(tab.length) };
}

/** The name of a tab without the quotes that formulas may put around it. */
export const plainTab = (tab: string): string => tab.replace(/^'(.*)'$/, "$1").replace(/''/g, "'");

/** The formula on a tab again; references that name no tab lose theirs, unless the formula has moved to another. */
export function filledTemplate(text: string, references: readonly string[], ownTab: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const [quoted] = /^"(?:[^"]|"")*"?|^'(?:[^']|'')*'/.exec(text.slice(at)) ?? [];
    const [whole, own, number] = placeholder.exec(text.slice(at)) ?? [];
    pieces.push(
      quoted ?? (whole ? reference(references[Number(number) - 1]!, own !== undefined, ownTab) : text[at]!),
    );
    at += (quoted ?? whole ?? " ").length;
  }
  return pieces.join("");
}

function reference(text: string, namesNoTab: boolean, ownTab: string): string {
  const { tab, cells } = splitReference(text);
  return namesNoTab && (tab === "" || plainTab(tab) === ownTab) ? cells : text;
}
