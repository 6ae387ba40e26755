import type { Cell } from "../../src/sheet/cell";
import { call, column } from "./call";
import { seeded } from "./orders";

/** What CLV_HEALTH_FIT gives for metrics of customers and who has left. */
export const fitted = (metrics: unknown[][], churned: unknown) =>
  call("CLV_HEALTH_FIT", metrics, churned) as Cell[][];

/** What stands next to a label. */
export const item = (table: Cell[][], name: string) => table.find(([label]) => label === name)![1];

/** Customers of whom those with few logins and many tickets leave, more often than not. */
export function accounts(count: number, seed = 3) {
  const random = seeded(seed);
  const rows = Array.from({ length: count }, () => {
    const [logins, tickets] = [Math.floor(random() * 30), Math.floor(random() * 8)];
    const left = random() < 1 / (1 + Math.exp(1 + 0.15 * logins - 0.5 * tickets));
    return { logins, tickets, left };
  });
  return {
    rows,
    metrics: [["Logins", "Tickets"], ...rows.map(({ logins, tickets }) => [logins, tickets])] as unknown[][],
    churned: column(...rows.map(({ left }) => left)),
  };
}
