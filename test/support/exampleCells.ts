import { simulatedOrders } from "./histories";

const orders = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 100);

/** What the ranges hold to which examples refer: order rows of 100 simulated customers, and a fit of the CDNOW data. */
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
};
