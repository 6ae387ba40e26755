const above = "Item, Model, Period, Customers, Repeat customers, From, To".split(", ");
const spend = "p, q, v, First order value, Repeat order value, Spend log-likelihood".split(", ");

/** The items of a table that a fit gives: its parameters, and what else stands below its likelihood. */
export const fitItems = (params: readonly string[], beside: readonly string[] = []): string[] => [
  ...above,
  ...params,
  "Log-likelihood",
  "AIC",
  ...beside,
  ...spend,
  "Frequency-value correlation",
  "Data fingerprint",
  "Warnings",
];

/** What stands next to an item. */
export const itemOf = (table: readonly (readonly unknown[])[], item: string): unknown =>
  table.find(([label]) => label === item)![1];
