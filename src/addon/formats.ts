import type { Cell } from "../sheet/cell";

const shares = /rate|share|%|churn|^GRR$|^NRR$|survival|^P\(|^\d+$/i;
const amounts =
  /revenue|CLV|MRR|value|average order|monetary|expansion|contraction|reactivation|^(from|to|effect|low|high|estimate|change)$/i;

/** The number format of a result's column by its header; "" where its values have none in common. */
export function formatOf(header: Cell, money: string): string {
  const text = String(header);
  if (shares.test(text)) return "0.0%";
  return amounts.test(text) ? money : /^lifetime/i.test(text) ? "0.0" : "";
}
