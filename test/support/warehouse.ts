import { sql } from "../../src/core/sql/query";
import { type OrderRow } from "./duckdb";
import { chance, simulatedOrders } from "./histories";

/** Names of the table that `createOrders` makes. */
export const ordersTable = {
  table: "orders",
  customer: "customer",
  date: "ordered_at",
  amount: "total",
} as const;

type Request = Parameters<typeof sql>[0];

export const ask = (what: Request["what"], more: Partial<Request> = {}): string =>
  sql({ what, names: ordersTable, dialect: "duckdb", as_of: undefined, scoring: undefined, ...more });

/**
 * Orders of a simulated shop with what real tables hold: several rows a day, times of day, refunds of the whole, of a part
 * and of more than was bought, refunds before any order, free orders, blanks. Amounts are quarters, so that sums are exact.
 */
export function messyOrders(customers: number, seed = 1): OrderRow[] {
  const random = chance(seed + 1000);
  const { customer, date, amount } = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], customers, 78, seed);
  const rows: OrderRow[] = [];
  const quarters = (value: number) => Math.round(value * 4) / 4;
  const at = (day: Date, days = 0) => {
    const time = Math.floor(random.uniform() * 86_400);
    return new Date(day.getTime() + days * 86_400_000 + time * 1000).toISOString().slice(0, 19);
  };
  customer.forEach(([name], index) => {
    const day = date[index]![0]!;
    const paid = quarters(amount[index]![0]!);
    rows.push({ customer: name!, date: at(day), amount: paid });
    const chanceOf = random.uniform();
    const later = Math.floor(random.uniform() * 60);
    if (chanceOf < 0.06) rows.push({ customer: name!, date: at(day, later), amount: -paid });
    else if (chanceOf < 0.12)
      rows.push({ customer: name!, date: at(day, later), amount: -quarters(paid * 2 * random.uniform()) });
    else if (chanceOf < 0.16) rows.push({ customer: ` ${name!}`, date: at(day), amount: 12.25 });
    else if (chanceOf < 0.19) rows.push({ customer: name!, date: at(day, later), amount: 0 });
    else if (chanceOf < 0.2) rows.push({ customer: name!, date: at(day), amount: -paid });
    else if (chanceOf < 0.21) rows.push({ customer: undefined, date: at(day), amount: paid });
    else if (chanceOf < 0.22) rows.push({ customer: name!, date: undefined, amount: paid });
    else if (chanceOf < 0.23) rows.push({ customer: name!, date: at(day), amount: undefined });
  });
  rows.push({ customer: "refunds only", date: "2025-03-03T10:00:00", amount: -5 });
  rows.push({ customer: "first a refund", date: "2025-02-01T10:00:00", amount: -40 });
  rows.push({ customer: "first a refund", date: "2025-04-01T10:00:00", amount: 25 });
  rows.push({ customer: " ", date: "2025-04-01T10:00:00", amount: 25 });
  return rows;
}

/** The same rows as columns of a sheet. */
export const columnsOf = (rows: readonly OrderRow[]): unknown[][][] => [
  rows.map(({ customer }) => [customer ?? ""]),
  rows.map(({ date }) => [date === undefined ? "" : date.replace("T", " ").slice(0, 16)]),
  rows.map(({ amount }) => [amount ?? ""]),
];
