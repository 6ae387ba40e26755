import { column } from "./call";

/** Figures of a business of our own making: 18 months, 3 of which are left out of a window of 15. */
export const months = Array.from(
  { length: 18 },
  (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
);
export const customers = months.map((_, index) => 200 + 5 * index);
export const lost = months.map((_, index) => 4 + (index % 3));
export const revenue = customers.map((count, index) => count * (90 + index));

export const mean = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length;
export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

export const given = [column(...revenue), column(...customers), column(...lost)] as const;
