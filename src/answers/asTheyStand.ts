import type { Term } from "../recipe/term";
import { blockOf, cellsTerm, columnOf } from "./columns";
import type { Reading, Signal, Source } from "./reading";

/** Contacts stand as they are: CLV_ATTRIBUTION reads their dates and times itself. */
export function readingOfTouches(table: Source, number: number): Reading {
  const basis = { table, number, kept: [] };
  const columns = (["customer", "date", "segment"] as const).map((meaning) => columnOf(table, meaning));
  const [customer, date, channel] = columns.map((column) => column && cellsTerm(table, column.column));
  const isRead = columns[1]?.dates === "real" || columns[1]?.dates === "iso";
  return customer && date && channel && isRead ? { ...basis, touches: { customer, date, channel } } : basis;
}

/** Signals stand as they are: the functions of health read them themselves. */
export function readingOfUsage(table: Source, number: number): Reading {
  const basis = { table, number, kept: [] };
  const customer = columnOf(table, "customer");
  if (!customer || table.headerRow === undefined) return basis;
  const left = columnOf(table, "left") ?? columnOf(table, "end");
  const signals = table.columns
    .filter(({ meaning }) => meaning === "signal")
    .map(({ header, column, dates, moreIs }): Signal => {
      const isDate = dates !== undefined;
      const name = header.trim();
      return { name: isDate ? `${daysSince}${name}` : name, column, isDate, moreIs };
    });
  const whole = (column: number): Term => ({ range: blockOf(table, column, column, table.headerRow!) });
  const usage = {
    customer: cellsTerm(table, customer.column),
    customerColumn: whole(customer.column),
    left: left && cellsTerm(table, left.column),
    leftOn: left?.dates === "real" ? whole(left.column) : undefined,
    signals,
  };
  return { ...basis, usage };
}

/** What stands before the name of a date whose days are counted. */
export const daysSince = "Days since ";
