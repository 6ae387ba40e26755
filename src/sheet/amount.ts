/** What a text says about money: a number, more than one number depending on the country, or no number. */
export type AmountReading = number | "ambiguous" | undefined;

/** Spaces and apostrophes that group digits: 1 234 567, 1'234'567, with the narrow and no-break forms. */
const groupingMarks = /[\s'’]/g;
const hasMarkBetweenDigits = /\d[\s'’]+\d/;
const isGroupedByMarks = /^\D*\d{1,3}(?:[\s'’]\d{3})+(?!\d|[\s'’]\d)/;

/** Currency signs, ISO codes, and the usual abbreviations, at either end. */
const currency =
  "(?:[A-Za-z]{1,2}\\$|[$€£¥₹₽₩₪₺₴₫฿₦₱₡₲₵₸₾]|[A-Za-z]{3}|kr\\.?|zł|Kč|Ft|lei|лв\\.?|Fr\\.?|Rs\\.?|R)";
const withCurrency = new RegExp(`^([-+]?)(?:${currency})?([-+]?)([\\d.,]+)([-+]?)(?:${currency})?([-+]?)$`);

/**
 * Reads an amount written as text in any common notation: `€1.234,56`, `$1,234.56`, `1 234,56 EUR`, `12-`, `(12.00)`
 * for minus. `1,234` is 1234 to some and 1.234 to others: "ambiguous".
 */
export function readAmount(text: string): AmountReading {
  const bare = text.replace(/[\u2212\u2013]/g, "-").trim();
  const inBrackets = /^\((.*)\)$/.exec(bare);
  const body = (inBrackets ? inBrackets[1]! : bare).replace(groupingMarks, "");
  const grouped = hasMarkBetweenDigits.test(bare);
  if (grouped && !isGroupedByMarks.test(bare)) return undefined;
  const match = withCurrency.exec(body);
  if (!match) return undefined;
  const signs = match[1]! + match[2]! + match[4]! + match[5]!;
  if (signs.length > (inBrackets ? 0 : 1)) return undefined;
  const size = readDigits(match[3]!, grouped);
  if (typeof size !== "number") return size;
  return inBrackets || signs === "-" ? -size : size;
}

/** Reads digits with points and commas; `grouped` says that spaces already group the thousands. */
function readDigits(digits: string, grouped: boolean): AmountReading {
  const marks = digits.replace(/\d/g, "");
  if (marks === "") return Number(digits);
  const last = marks[marks.length - 1]!;
  const [whole, ...rest] = splitAtLast(digits, last);
  const decimals = rest.join("");
  if (marks.length === 1) {
    if (!/^\d+$/.test(decimals)) return undefined;
    const couldGroup = !grouped && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    return couldGroup ? "ambiguous" : Number(`${whole === "" ? "0" : whole}.${decimals}`);
  }
  if (grouped) return undefined;
  const others = marks.slice(0, -1);
  if (others === last.repeat(others.length))
    return inGroups(digits, last) ? Number(digits.split(last).join("")) : undefined;
  const other = last === "." ? "," : ".";
  if (others !== other.repeat(others.length) || !inGroups(whole, other) || !/^\d+$/.test(decimals))
    return undefined;
  return Number(`${whole.split(other).join("")}.${decimals}`);
}

function splitAtLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** True where the mark separates thousands, or lakhs and crores (12,34,567). */
function inGroups(text: string, mark: string): boolean {
  const [first, ...groups] = text.split(mark);
  if (!/^\d{1,3}$/.test(first!) || groups.length === 0) return false;
  const thousands = groups.every((group) => /^\d{3}$/.test(group));
  const lakhs =
    first!.length <= 2 &&
    /^\d{3}$/.test(groups[groups.length - 1]!) &&
    groups.slice(0, -1).every((group) => /^\d{2}$/.test(group));
  return thousands || lakhs;
}
