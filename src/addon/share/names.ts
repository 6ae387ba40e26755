import type { Cell } from "../../sheet/cell";

/** The names of customers, to be found in cells and texts. */
export interface Names {
  /** Whether a cell is a name. */
  readonly isOne: (cell: Cell) => boolean;
  /** A text with the names in it replaced. */
  readonly without: (text: string) => string;
}

export const replacement = "(customer)";

/** Shorter names are words of other meanings too often, and shorter numbers figures. */
const [shortestName, smallestNumber] = [3, 100_000];

const isLetterOrDigit = (text: string) => /[\p{L}\p{N}]/u.test(text);

export function namesOf(cells: readonly Cell[]): Names {
  const texts = new Set(
    cells
      .flatMap((cell) => (typeof cell === "string" || typeof cell === "number" ? String(cell) : []))
      .map((text) => text.trim().toLowerCase())
      .filter((text) => text !== "" && !/^customers?$/.test(text)),
  );
  const numbers = new Set(cells.filter((cell) => typeof cell === "number" && cell >= smallestNumber));
  const sought = Array.from(texts).filter((text) => text.length >= shortestName);
  return {
    isOne: (cell) => (typeof cell === "string" ? texts.has(cell.trim().toLowerCase()) : numbers.has(cell)),
    without: (text) => {
      const lower = text.toLowerCase();
      const found = text === "" ? [] : sought.filter((word) => lower.includes(word));
      return found.reduce(withoutWord, text);
    },
  };
}

function withoutWord(text: string, word: string): string {
  for (let from = 0; ;) {
    const at = text.toLowerCase().indexOf(word, from);
    if (at < 0) return text;
    const end = at + word.length;
    const isWhole = !isLetterOrDigit(text.charAt(at - 1)) && !isLetterOrDigit(text.charAt(end));
    if (isWhole) text = text.slice(0, at) + replacement + text.slice(end);
    from = isWhole ? at + replacement.length : end;
  }
}
