import type { Facts } from "./facts";
import { areRising } from "../words/periods";
import type { Assigned } from "./assigned";
import type { DecimalMark, FoundColumn } from "../types";
import { decimalOf, isBlank } from "../words/values";
import type { Concept } from "../words/words";

/** What is said of a column, with the meaning that it was given. */
export function foundColumn(facts: Facts, assigned: Assigned | undefined): FoundColumn {
  const { column, header, kind, dates, decimal, currency, heading } = facts;
  const rates = ratesIn(facts);
  const isAmount = (facts.amountShare >= 0.5 || rates.length > 0) && facts.dateShare < 0.5;
  const isCount = /^(customerCount|customersAtEnd|newCustomers|lost|orderCount)$/.test(
    assigned?.meaning ?? "",
  );
  // Text among numbers, such as a dash, is text to be read too.
  const isWritten =
    kind !== "number" || facts.cells.some((cell) => typeof cell === "string" && cell.trim() !== "");
  const last = facts.cells[facts.cells.length - 1];
  return {
    column,
    header,
    kind,
    samples: facts.values.slice(0, 3),
    ...(facts.said
      ? { isSaid: true, meaning: facts.said.meaning, confidence: "high" as const }
      : { meaning: assigned?.meaning, confidence: assigned?.confidence ?? "low" }),
    ...(heading && { heading }),
    ...(assigned?.meaning === "signal" && { moreIs: moreIs(facts) }),
    ...(facts.filled < 0.7 && kind !== "blank" && { isSparse: true }),
    ...(facts.numbers.some((number) => Math.abs(number) > 1) && { exceedsOne: true }),
    ...((isBlank(last) || last === 0) && { endsEmpty: true }),
    ...(dates && { dates, isRising: areRising(facts.values, dates) }),
    ...(isAmount && {
      amounts: isWritten ? "text" : "number",
      decimal: rates.length > 0 ? decimalOf(rates) : isCount ? groupedBy(facts) : decimal,
      currency,
    }),
  };
}

/** Logins are good and tickets are not, nor is it long ago that someone was seen. */
function moreIs({ words: { concepts }, dateShare }: Facts): FoundColumn["moreIs"] {
  const says = (...sought: Concept[]) => sought.every((one) => concepts.includes(one));
  if (dateShare > 0.8 || says("trouble") || says("start", "day")) return "worse";
  return says("signal") || says("visits") || says("active", "day") ? "better" : undefined;
}

/** The decimal mark of counts, which have none: the other one than stands between their thousands. */
const groupedBy = ({ texts, decimal }: Facts): DecimalMark | undefined =>
  decimal && (texts.some((text) => text.includes(",")) ? "point" : "comma");

/** The numbers of a column of rates as text such as "0,5 %". */
function ratesIn({ texts }: Facts): string[] {
  const rates = texts.flatMap((text) => /^(.*\d) ?%$/.exec(text.trim())?.[1] ?? []);
  return rates.length > texts.length / 2 ? rates : [];
}
