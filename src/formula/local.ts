import { withSigns } from "./signs";

/**
 * A formula as a person types it in a spreadsheet whose locale writes 1,5 for one and a half: semicolons between
 * arguments, backslashes between the columns of an array, commas in numbers.
 */
export const inLocalNotation = (formula: string): string =>
  withSigns(formula, (sign, bracket) => {
    if (sign === ",") return bracket === "{" ? "\\" : ";";
    return /^\d+\./.test(sign) ? sign.replace(".", ",") : sign;
  });
