import { type Horizon, leastEndlessDiscount } from "../../core/prediction/discounting";
import { refusal } from "../../core/refusal";
import { type ScalarArgument, type WholeArgument, rate } from "../../sheet/argument";
import { type Cell, isBlank } from "../../sheet/cell";
import { type Fault, refuseFaults } from "../../sheet/fault";
import { isHeader } from "../../sheet/header";
import { cellOf, isRange, toRange } from "../../sheet/range";
import { readCell } from "../../sheet/readCell";
import { percent } from "../../sheet/words";
import { type Reader, wholeNumberReader } from "../../sheet/reader";

function monthsOrForever(atLeast: number): Reader<number | "forever"> {
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
  text: "Discount rate a year.",
  otherwise: 0.1,
});

/** What never ends has a value only where later years count less. */
export function horizonOf(horizon: number | "forever", annual: number): Horizon {
  if (horizon === "forever" && annual < leastEndlessDiscount)
    throw refusal(
      `annual_discount must be ${percent(leastEndlessDiscount)} or more where horizon_months is "forever", got ${annual}: give a rate such as 10%, or a number of months`,
    );
  return { months: horizon, annual };
}

/** Horizons, each its own row: one or a range of them, or nothing. */
export const horizonsIfAny: WholeArgument<readonly (number | "forever")[] | undefined> = {
  kind: "whole",
  name: horizonMonths.name,
  text: 'Months from the first order on, a range of them, or "forever".',
  optional: true,
  whenLeftOut: "24 or 12, as the data allow",
  read: (given, zone) => {
    const reader = monthsOrForever(1);
    const faults: Fault[] = [];
    const range = isRange(given) ? toRange(given) : [[(cellOf(given) ?? "") as Cell]];
    const [line, cells] =
      range.length === 1 ? ["column", range[0]!] : ["row", range.map(([cell]) => cell ?? "")];
    if (range.length > 1 && range[0]!.length > 1)
      throw refusal(
        `${horizonMonths.name} must be one column or one row, got ${range.length} rows × ${range[0]!.length} columns`,
      );
    const hasTitle = cells.length > 1 && isHeader([{ cell: cells[0]!, reader }], zone);
    const horizons = cells.flatMap((cell, index) =>
      isBlank(cell) || (hasTitle && index === 0)
        ? []
        : readCell(
            { name: horizonMonths.name, reader },
            cell,
            isRange(given) ? `${line} ${index + 1}` : undefined,
            zone,
            faults,
          ),
    );
    refuseFaults(faults, zone);
    return horizons.length > 0 ? (horizons as (number | "forever")[]) : undefined;
  },
};
