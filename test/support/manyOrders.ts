import { type DuckDBConnection, DuckDBDateValue } from "@duckdb/node-api";
import { chance, simulators } from "./histories";

const weeks = 104;

/** The first and the last day on which something is ordered. */
export const firstDay = 20_000;
export const lastDay = firstDay + weeks * 7 - 1;

/** What customers are drawn from: r, alpha, s and beta of a Pareto/NBD, in weeks. */
export const drawnFrom = [1, 11.8, 0.87, 67];

type Added = (customer: string, day: number, amount: number) => void;

/**
 * Fills the table orders (customer, ordered_at, total) with at least so many rows of two years, among them refunds of the
 * whole or a part, free orders and rows without a customer; the same rows each time. Amounts are quarters, so that sums are
 * exact and equal revenues score alike.
 */
export async function createManyOrders(
  database: DuckDBConnection,
  wanted: number,
  added: Added = () => undefined,
): Promise<number> {
  await database.run("CREATE TABLE orders (customer VARCHAR, ordered_at DATE, total DOUBLE)");
  const appender = await database.createAppender("orders");
  const random = chance(17);
  const purchases = simulators["pareto/nbd"]!(drawnFrom);
  const quarters = (value: number) => Math.round(value * 4) / 4;
  let rows = 0;
  function add(customer: string, day: number, amount: number) {
    if (day > lastDay) return;
    rows++;
    appender.appendVarchar(customer);
    appender.appendDate(new DuckDBDateValue(day));
    appender.appendDouble(amount);
    appender.endRow();
    added(customer, day, amount);
  }
  for (let index = 0; rows < wanted; index++) {
    const customer = `C${index}`;
    const first = firstDay + Math.floor(random.uniform() * weeks * 7);
    const scale = random.gamma(4, 15);
    for (const time of [0, ...purchases(random, (lastDay - first) / 7)]) {
      const day = first + Math.floor(time * 7);
      const paid = quarters(random.gamma(6, scale));
      add(customer, day, paid);
      const chanceOf = random.uniform();
      if (chanceOf < 0.04) add(customer, day + Math.floor(random.uniform() * 40), -paid);
      else if (chanceOf < 0.06)
        add(customer, day + Math.floor(random.uniform() * 40), -quarters(paid * 2 * random.uniform()));
      else if (chanceOf < 0.07) add(customer, day, 0);
      else if (chanceOf < 0.08) add("", day, paid);
    }
  }
  appender.closeSync();
  return rows;
}
