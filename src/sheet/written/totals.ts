import { isTotalLabel } from "../labels";
import { wordsOf } from "./words";

const sum =
  /^(grand |sub ?)?(total(es|s|e|i)?|summen?|gesamt(summe|betrag)?|zwischensumme|somme|som|suma|soma|totaal|insgesamt|overall)\b/;

/** True for Total, Total for Meier, Summe Meier … */
export const beginsLikeTotal = (text: string): boolean => sum.test(wordsOf(text));

/** True for what stands in front of a row of sums: Total alone, or with a name behind it where the row lacks other things. */
export const labelsTotal = (text: string, isIncomplete: boolean): boolean =>
  isTotalLabel(text) || (isIncomplete && beginsLikeTotal(text));
