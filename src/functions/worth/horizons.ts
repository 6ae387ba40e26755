import { refusal } from "../../core/refusal";
import type { WholeArgument } from "../../sheet/argument";
import { type Cell, isBlank } from "../../sheet/cell";
import { type Fault, refuseFaults } from "../../sheet/fault";
import { isHeader } from "../../sheet/header";
import { cellOf, isRange, toRange } from "../../sheet/range";
import { readCell } from "../../sheet/readCell";
import { horizonMonths, monthsOrForever } from "../predictions/arguments";

/** Horizons, each its own row: one or a range of them, or nothing. */
export const horizonsIfAny: WholeArgument<readonly (number | "forever")[] | undefined> = {
  kind: "whole",
  name: horizonMonths.name,
  text: 'Months from the first order on, a range of them, or "forever".',
  optional: true,
  whenLeftOut: "24 or 12, depending on the data",
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
