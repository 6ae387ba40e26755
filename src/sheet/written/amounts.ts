import { type AmountReading, type DecimalMark, currencyOf, digitsOf, readAmount } from "../amount";
import type { Cell } from "../cell";

const plain = /^-?\d{1,15}(?:[.,]\d\d?)?$/;

/** The amount that a text says, as `readAmount` reads it, faster where it is a plain number. */
export const amountWritten = (text: string, decimal?: DecimalMark): AmountReading =>
  plain.test(text) ? Number(text.replace(",", ".")) : readAmount(text, decimal);

const dash = /^\s*(?:(?:R?\$|[€£¥])?\s*[-\u2013\u2014]\s*[€£$]?)?\s*$/;

/** True for a dash, which stands for nothing among amounts, and for what is blank. */
export const isDash = (text: string): boolean => dash.test(text);

/** Currencies with three decimals. */
const inThousandths = /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/;

/** True where the text names a currency whose amounts have no three decimals, so that three digits are thousands. */
const isMoney = (text: string) => {
  const currency = currencyOf(text);
  return currency !== undefined && !currency.some((code) => inThousandths.test(code));
};

const other = (mark: string): DecimalMark => (mark === "." ? "," : ".");

/** The mark before the decimals of one amount, as far as it alone tells it. */
export function markOf(digits: string): DecimalMark | "ambiguous" | undefined {
  const marks = digits.replace(/[^.,]/g, "");
  if (marks === "") return undefined;
  const last = marks[marks.length - 1] as DecimalMark;
  const after = digits.length - digits.lastIndexOf(last) - 1;
  if (marks.length > 1) return marks === last.repeat(marks.length) ? other(last) : last;
  // Behind a 0 or a fourth digit, and beside spaces, it stands before decimals.
  return after === 3 && /^[1-9]\d{0,2}\D/.test(digits) && !/[ '’\u00a0\u202f]/.test(digits)
    ? "ambiguous"
    : last;
}

/**
 * The mark before the decimals of a column of amounts as text: the one that its cells tell, "ambiguous" where they tell
 * different ones or none, undefined where none has a mark. Nobody writes money with three decimals.
 */
export function decimalMark(
  texts: Iterable<string>,
  areMoney = false,
): DecimalMark | "ambiguous" | undefined {
  const marks = new Set<DecimalMark | "ambiguous" | undefined>();
  for (const text of texts) {
    const digits = digitsOf(text) ?? "";
    const mark = markOf(digits);
    marks.add(
      mark === "ambiguous" && (areMoney || isMoney(text)) ? other(digits.includes(",") ? "," : ".") : mark,
    );
  }
  if (marks.has(".") && marks.has(",")) return "ambiguous";
  return ([".", ",", "ambiguous"] as const).find((mark) => marks.has(mark));
}

/**
 * The numbers of cells that are written in one way, as it is told or as all of them tell it: a text that could be read in
 * two ways is read as the others are. NaN where a cell holds no number, or nothing tells which.
 */
export function amountsWritten(cells: readonly Cell[], decimal?: DecimalMark): Float64Array {
  const values = new Float64Array(cells.length).fill(NaN);
  const open: number[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    if (typeof cell === "number") values[at] = Number.isFinite(cell) ? cell : NaN;
    else if (typeof cell === "string" && cell !== "") {
      const reading = amountWritten(cell, decimal);
      if (reading === "ambiguous") open.push(at);
      else values[at] = reading ?? NaN;
    }
  }
  const mark = open.length > 0 ? decimalMark(textsOf(cells)) : undefined;
  if (mark === "." || mark === ",")
    for (const at of open) values[at] = amountWritten(cells[at] as string, mark) as number;
  return values;
}

function* textsOf(cells: readonly Cell[]): Generator<string> {
  for (const cell of cells) if (typeof cell === "string" && cell !== "") yield cell;
}

/** What the words of a header have in them whose amounts are in hundredths. */
export const cents = /\b(cents?|centimes?|centesimi|centavos|pence)\b/;
