/** Pixels: of a letter, beside the text, of the narrowest and of the widest column, and of one of numbers or dates. */
const [letter, padding, narrowest, widest, ofFigures] = [7, 18, 64, 260, 96];

/** The widths that the columns of a table need for their texts; a header may take two lines. */
export function columnWidths([header = [], ...rows]: readonly (readonly unknown[])[]): number[] {
  return header.map((title, column) => {
    const texts = rows.flatMap((row) => (typeof row[column] === "string" ? row[column] : []));
    const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
    const isText = texts.some((text) => text !== "");
    const ofTitle = Math.max(
      String(title).length / 2,
      ...String(title)
        .split(" ")
        .map(({ length }) => length),
    );
    const needed = letter * Math.max(isText ? longest : 0, ofTitle) + padding;
    const least = isText || typeof title === "number" ? narrowest : ofFigures;
    return Math.round(Math.min(widest, Math.max(least, needed)));
  });
}
