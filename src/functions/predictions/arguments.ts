import { type Horizon, leastEndlessDiscount } from "../../core/prediction/discounting";
import { refusal } from "../../core/refusal";
import { type ScalarArgument, rate } from "../../sheet/argument";
import { percent } from "../../sheet/words";
import { type Reader, wholeNumberReader } from "../../sheet/reader";

export function monthsOrForever(atLeast: number): Reader<number | "forever"> {
  const months = wholeNumberReader({ atLeast });
  return {
    ...months,
    expected: `${months.expected}, or "forever"`,
    read: (cell, zone) =>
      typeof cell === "string" && cell.trim().toLowerCase() === "forever"
        ? "forever"
        : months.read(cell, zone),
  };
}

export const horizonMonths: ScalarArgument<number | "forever"> = {
  kind: "scalar",
  name: "horizon_months",
  text: 'Months ahead, or "forever".',
  optional: true,
  whenLeftOut: "12",
  reader: monthsOrForever(1),
  otherwise: 12,
};

/** A customer who is won is worth the first order at once. */
export const horizonOfNew: ScalarArgument<number | "forever"> = {
  ...horizonMonths,
  text: 'Months ahead, 0 for the first order alone, or "forever".',
  reader: monthsOrForever(0),
};

export const annualDiscount = rate({
  name: "annual_discount",
  text: "Discount rate per year.",
  otherwise: 0.1,
});

/** What never ends has a value only where later years count less. */
export function horizonOf(horizon: number | "forever", annual: number): Horizon {
  if (horizon === "forever" && annual < leastEndlessDiscount)
    throw refusal(
      `annual_discount must be ${percent(leastEndlessDiscount)} or more when horizon_months is "forever", got ${annual}: give a rate such as 10%, or a number of months`,
    );
  return { months: horizon, annual };
}
