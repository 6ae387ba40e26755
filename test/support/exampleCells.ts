import { simulatedOrders } from "./histories";

const orders = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 100);

const channelOf = (customer: string) => (Number(customer.slice(1)) % 3 === 0 ? "Ads" : "Search");

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
 * The 11,104 who first gave to a charity in 1995: in how many of the six years after it they gave, the latest of these years,
 * how many did so; P. Fader, B. Hardie, J. Shang (2010), Marketing Science 29(6), as the package lifetimes has it.
 */
export const donors: readonly (readonly [frequency: number, recency: number, customers: number])[] = [
  [0, 0, 3464],
  [1, 1, 1091],
  [1, 2, 277],
  [1, 3, 129],
  [1, 4, 78],
  [1, 5, 119],
  [1, 6, 129],
  [2, 2, 613],
  [2, 3, 255],
  [2, 4, 155],
  [2, 5, 173],
  [2, 6, 234],
  [3, 3, 322],
  [3, 4, 181],
  [3, 5, 225],
  [3, 6, 357],
  [4, 4, 240],
  [4, 5, 284],
  [4, 6, 512],
  [5, 5, 335],
  [5, 6, 728],
  [6, 6, 1203],
];

/**
 * What the ranges hold to which examples refer: order rows of 100 simulated customers with their channel, a fit of the CDNOW data,
 * histories with the number of customers who share each, and donors.
 */
export const exampleCells: Readonly<Record<string, unknown[][]>> = {
  "A2:A": orders.customer,
  "B2:B": orders.date,
  "C2:C": orders.amount,
  "D1:D": [["Channel"], ...orders.customer.map(([name]) => [channelOf(name!)])],
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
  "M2:M": historyCells(0),
  "N2:N": historyCells(1),
  "O2:O": historyCells(2),
  "P2:P": historyCells(3),
  "Q2:Q": historyCells(4),
  "R2:R": donors.map(([frequency]) => [frequency]),
  "S2:S": donors.map(([, recency]) => [recency]),
  "T2:T": donors.map(() => [6]),
  "U2:U": donors.map(([, , customers]) => [customers]),
};
