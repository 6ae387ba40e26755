import { simulatedOrders } from "./histories";

const orders = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 100);

/** Histories of customers who share them: orders after the first, weeks from first to latest and to today, mean, customers. */
const histories = [
  [0, 0, 39, "", 300],
  [0, 0, 30, "", 250],
  [1, 12, 39, 20, 35],
  [1, 12, 39, 48, 25],
  [1, 25, 30, 11, 20],
  [1, 25, 30, 36, 20],
  [2, 30, 39, 31, 20],
  [2, 30, 39, 17, 15],
  [3, 20, 30, 18, 20],
  [5, 36, 39, 52, 8],
  [5, 36, 39, 29, 4],
  [9, 29, 30, 27, 4],
];
const historyCells = (k: number) => histories.map((row) => [row[k]]);

/**
 * What the ranges hold to which examples refer: order rows of 100 simulated customers, a fit of the CDNOW data, and
 * histories with the number of customers who share each.
 */
export const exampleCells: Readonly<Record<string, unknown[][]>> = {
  "A2:A": orders.customer,
  "B2:B": orders.date,
  "C2:C": orders.amount,
  "F1:H19": [
    ["Item", "Value", "Standard error"],
    ["Model", "bg/nbd", ""],
    ["Period", "week", ""],
    ["r", 0.24259395, ""],
    ["alpha", 4.41359091, ""],
    ["a", 0.79291996, ""],
    ["b", 2.42589405, ""],
    ["p", 6.2493, ""],
    ["q", 3.7443, ""],
    ["v", 15.4445, ""],
  ],
  "I2:I": historyCells(0),
  "J2:J": historyCells(1),
  "K2:K": historyCells(2),
  "L2:L": historyCells(3),
  "M2:M": historyCells(4),
};
