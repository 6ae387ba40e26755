import { withSigns } from "../../formula/signs";

/**
 * A formula with `;` between arguments, as Sheets accepts in every locale, rewritten with commas. Left alone are array
 * literals, where `;` begins a new row.
 */
export const withCommas = (formula: string): string =>
  formula.startsWith("=") && formula.includes(";")
    ? withSigns(formula, (sign, bracket) => (sign === ";" && bracket === "(" ? "," : sign))
    : formula;
