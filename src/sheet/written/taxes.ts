const tax = " (\\w+ )?(tax\\w*|vat|btw|mwst|ust|iva|tva|impost\\w*|impuest\\w*|steuern?)\\b";
export const withoutTax = new RegExp(
  `\\b(ex\\w*|hors|sin|sem|senza|ohne|before|zzgl|w o|s|nett?[ao]? (of|de|di|da|von|van|der))${tax}|base imponible`,
);
export const withTax = new RegExp(`\\b(inc\\w*|inkl\\w*|con|com|toutes|c)${tax}`);
const net = /\b(net|netto|nett?os?|neto|liquido|sub ?total|ht|h t|hors taxes?|imponibile|base)\b/;
const gross = /\b(gross|brutto|bruto|lordo|ttc|t t c|incl)\b/;

/** True of the words of a header whose amounts include tax, false of one whose amounts do not; undefined where they don't say. */
export function includesTax(words: string): boolean | undefined {
  if (withoutTax.test(words) || net.test(words)) return false;
  return withTax.test(words) || gross.test(words) ? true : undefined;
}

/** Near enough to a rate as laws set them, in whole or half per cent. */
const isUsual = (rate: number) =>
  rate > 0 && rate < 0.35 && Math.abs(rate * 200 - Math.round(rate * 200)) < 0.06;

/**
 * True where taxes are a usual rate of the amounts less them, in nearly all rows, false where they are one of the amounts
 * themselves; undefined where that does not tell.
 */
export function areIncluded(amounts: ArrayLike<number>, taxes: ArrayLike<number>): boolean | undefined {
  let rows = 0;
  let within = 0;
  let beside = 0;
  for (let row = 0; row < amounts.length; row++) {
    const [amount, part] = [Math.abs(amounts[row]!), Math.abs(taxes[row]!)];
    // Cents rounded away hide the rate of small amounts.
    if (!(part > 0) || !(amount >= 20) || part >= amount) continue;
    rows++;
    if (isUsual(part / (amount - part))) within++;
    if (isUsual(part / amount)) beside++;
  }
  const [isWithin, isBeside] = [within, beside].map((count) => rows > 0 && count >= 0.9 * rows);
  return isWithin === isBeside ? undefined : isWithin;
}
