import { documentsIn } from "../../sheet/written/documents";
import { amountsOf, type Facts } from "./facts";
import type { FoundTable } from "../types";

/** Credit notes among the rows of an amount, where all that are seen have amounts above 0. */
export function creditsOf(amount: Facts, all: readonly Facts[]): FoundTable["credits"] {
  const amounts = amountsOf(amount);
  // To a bank "Gutschrift" is what comes in.
  const ofDocuments = all.filter(
    ({ words }) => !words.concepts.some((one) => one === "bank" || one === "pay"),
  );
  for (const { column, texts, cells, kind } of ofDocuments) {
    const seen = [...new Set(texts)];
    const named = seen.filter(documentsIn(seen).isCredit);
    if (kind !== "text" || seen.length > 15 || named.length === 0 || named.length === seen.length) continue;
    const credited = amounts.filter((_, row) => named.includes(cells[row] as string));
    const known = credited.filter((one) => one !== undefined);
    return known.length > 0 && known.every((one) => one > 0) ? { column, texts: named } : undefined;
  }
  return undefined;
}
