/** Pixels: of a letter, next to the text, of the narrowest and of the widest column, and of one of numbers or dates. */
const [letter, padding, narrowest, widest, ofFigures] = [7, 18, 64, 260, 96];

/** Letters of the longer line of a title that is broken into two where that is shortest. */
function inTwoLines(title: string): number {
  const words = title.split(" ");
  const length = (some: readonly string[]) => some.join(" ").length;
  return Math.min(...words.map((_, at) => Math.max(length(words.slice(0, at)), length(words.slice(at)))));
}

/** The widths that the columns of a table need for their texts; a header may take two lines. */
export function columnWidths([header = [], ...rows]: readonly (readonly unknown[])[]): number[] {
  return header.map((title, column) => {
    const texts = rows.flatMap((row) => (typeof row[column] === "string" ? row[column] : []));
    const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
    const isText = texts.some((text) => text !== "");
    const ofTitle = inTwoLines(String(title));
    const needed = letter * Math.max(isText ? longest : 0, ofTitle) + padding;
    const least = isText || typeof title === "number" ? narrowest : ofFigures;
    return Math.round(Math.min(widest, Math.max(least, needed)));
  });
}
