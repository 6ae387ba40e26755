import { ratio } from "../math/ratio";
import { sum } from "../math/sum";

/**
 * Cost of one new customer: Σ spend ÷ Σ new customers, the spend of period t set against the customers of t + lag and
 * what has no counterpart left out. Undefined where no customers came.
 */
export const acquisitionCost = (
  spend: readonly number[],
  newCustomers: readonly number[],
): number | undefined => ratio(sum(spend), sum(newCustomers));
