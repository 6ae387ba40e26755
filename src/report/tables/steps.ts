import { type Term, apply } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf, columnOf } from "../live";
import type { Make } from "./making";
import { join, moneyOf } from "./terms";

/** What the report says to do next, in the order of the page: the keys of the sentences, and what each is about. */
export const steps = {
  stepDriver: "Most to gain",
  stepLate: "Write to",
  stepSave: "Win back",
  stepHealth: "Look after",
  stepChannel: "Spend on",
} as const;

const say = (make: Make, key: keyof typeof steps, sentence: Term): DataTable =>
  make.single(key, `${steps[key]}, in words`, sentence);

const count = (table: DataTable, column: string) => apply("NUMBERS", columnOf(table, column));

/** A sentence about the rows of a table; nothing where it has none. */
const ifAny = (table: DataTable, column: string, sentence: Term) =>
  apply("IF_ABOVE", count(table, column), sentence, "");

/** The first three customers of a table. */
const firstOf = (table: DataTable): Term =>
  join(
    cellOf(table, 0, "Customer"),
    ...[1, 2].map((row) => {
      const cell = cellOf(table, row, "Customer");
      return apply("IF_BLANK", cell, "", join(", ", cell));
    }),
  );

/** Which driver moves the value most. */
export function driverStep(make: Make, sign: string, drivers: DataTable): DataTable[] {
  const isAdvice = drivers.columns.some(({ name }) => name === "Driver");
  const best = isAdvice
    ? drivers
    : make.rowsOf("bestDriver", "Worth most", drivers, { rows: 1, by: "Worth (a customer)" });
  const name = cellOf(best, 0, isAdvice ? "Driver" : "10% better");
  const worth = moneyOf(sign, cellOf(best, 0, "Worth (a customer)"));
  const sentence = join(name, ": 10% better would add ", worth, " more per customer.");
  return [...(isAdvice ? [] : [best]), say(make, "stepDriver", sentence)];
}

/** Who is late by their own rhythm. */
export const lateStep = (make: Make, overdue: DataTable): DataTable =>
  say(
    make,
    "stepLate",
    ifAny(
      overdue,
      "Orders",
      join(
        "Overdue by their own rhythm, but not lost: ",
        count(overdue, "Orders"),
        " customers. Highest revenue first: ",
        firstOf(overdue),
        ".",
      ),
    ),
  );

/** Whose value can still be saved. */
export const saveStep = (make: Make, sign: string, savable: DataTable): DataTable =>
  say(
    make,
    "stepSave",
    ifAny(
      savable,
      "Orders",
      join(
        "20% to 80% likely to be active: ",
        count(savable, "Orders"),
        " customers, who would bring in ",
        moneyOf(sign, apply("SUM", columnOf(savable, "Value at risk"))),
        " more if all stayed. Most to win: ",
        firstOf(savable),
        ".",
      ),
    ),
  );

/** Who does worst by how they use it, and how well that tells who leaves. */
export function healthStep(make: Make, risky: DataTable, model: DataTable | undefined): DataTable[] {
  const names = join(firstOf(risky), ".");
  if (!model) return [say(make, "stepHealth", ifAny(risky, "Health", join("Worst by usage: ", names)))];
  const auc = make.rowsOf("healthAuc", "How well health predicts", model, {
    where: "Item: AUC cross-validated",
  });
  const sentence = join(
    "Most likely to leave, by usage: ",
    names,
    " In ",
    apply("IN_DECIMALS", apply("PRODUCT", 100, cellOf(auc, 0, "Value")), 0),
    " of 100 pairs, the one who left had the worse score.",
  );
  return [auc, say(make, "stepHealth", ifAny(risky, "Health", sentence))];
}

/** Which channel brings most for what it costs. */
export function channelStep(make: Make, sign: string, channels: DataTable): DataTable {
  const best = (column: string) => cellOf(channels, 0, column);
  const month = best("Payback (months)");
  return say(
    make,
    "stepChannel",
    apply(
      "IF_BLANK",
      best("CLV:CAC"),
      "",
      join(
        best("Channel"),
        ": a customer costs ",
        moneyOf(sign, best("CAC")),
        " and brings ",
        apply("IN_DECIMALS", best("CLV:CAC"), 1),
        " times that",
        apply(
          "IF_BLANK",
          month,
          "; not paid back so far.",
          apply(
            "IF_ABOVE",
            month,
            join("; paid back in month ", month, "."),
            "; paid back with the first order.",
          ),
        ),
      ),
    ),
  );
}
