/** What a cell shows, as a file of Excel has it: null is a blank cell. */
export type ExcelValue = string | number | boolean | null | { readonly error: string };

/** What Excel allows: characters of a text inside a formula, of a formula, and of a cell. */
export const [LONGEST_TEXT, LONGEST_FORMULA, LONGEST_CELL] = [255, 8192, 32_767];

/**
 * A formula that Excel cannot calculate, kept with its value. As Google Sheets exports it: a function that no program
 * has fails, so that IFERROR gives the value, and whoever knows the manner finds the formula in its argument.
 * @returns undefined where it is too long for Excel
 */
export function wrapped(formula: string, value: ExcelValue): string | undefined {
  const written = `IFERROR(__xludf.DUMMYFUNCTION(${literal(formula.replace(/^=/, ""))}),${constant(value)})`;
  return written.length > LONGEST_FORMULA ? undefined : written;
}

/** A value that a formula elsewhere has spilled, in the same manner. */
export const computed = (value: ExcelValue): string | undefined => wrapped('"COMPUTED_VALUE"', value);

const dummy =
  /^IFERROR\(@?(?:_xlfn\.SINGLE\()?__xludf\.DUMMYFUNCTION\(("(?:[^"]|"")*"(?:&"(?:[^"]|"")*")*)\)/i;

/** The formula that is kept in such a one; undefined for any other formula. */
export function unwrapped(formula: string): string | undefined {
  const texts = dummy.exec(formula)?.[1]?.match(/"(?:[^"]|"")*"/g);
  return texts?.map((text) => text.slice(1, -1).replaceAll('""', '"')).join("");
}

function constant(value: ExcelValue): string {
  if (value === null) return '""';
  if (typeof value === "string") return literal(value);
  return typeof value === "object" ? value.error : String(value).toUpperCase();
}

/** Text in quotes; more than Excel allows in one piece is put together from several. */
function literal(text: string): string {
  let [pieces, piece] = [[] as string[], ""];
  for (const character of text) {
    const next = character === '"' ? '""' : character;
    if (piece.length + next.length > LONGEST_TEXT) [pieces, piece] = [[...pieces, piece], ""];
    piece += next;
  }
  return [...pieces, piece].map((each) => `"${each}"`).join("&");
}
