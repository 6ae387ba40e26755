import { type Operation, gridOf } from "./values";

/** Customers to call with an offer: name, what they are worth if they stay, and their chance of leaving. Tables stand in them several times, so they are steps. */
export const candidatesOperations: Readonly<Record<string, Operation>> = {
  /** Of CLV_PREDICT those who can still be saved, by the columns of the name, P(alive), the value and the standing. */
  SAVEABLE: {
    text: (table, name, alive, value, standing) =>
      `FILTER(HSTACK(CHOOSECOLS(${table}, ${name}), ARRAYFORMULA(CHOOSECOLS(${table}, ${value})/CHOOSECOLS(${table}, ${alive})), ARRAYFORMULA(1-CHOOSECOLS(${table}, ${alive}))), CHOOSECOLS(${table}, ${standing})="can still be saved")`,
    value: ([table, ...columns]) => {
      const [name, alive, value, standing] = columns.map((column) => Number(column) - 1);
      const rows = gridOf(table!)
        .filter((row) => row[standing!] === "can still be saved")
        .map((row) => {
          const p = Number(row[alive!]);
          return [row[name!]!, Number(row[value!]) / p, 1 - p];
        });
      return rows.length > 0 ? rows : "#N/A";
    },
  },
  /** Of CLV_ACCOUNTS everyone, by the columns of the name and the MRR, which `months` of margin make a value, next to a chance of leaving. */
  WORTH_KEEPING: {
    text: (table, name, mrr, months, chances) =>
      `FILTER(HSTACK(CHOOSECOLS(${table}, ${name}), ARRAYFORMULA(CHOOSECOLS(${table}, ${mrr})*${months}), ${chances}), ISNUMBER(CHOOSECOLS(${table}, ${mrr})))`,
    value: ([table, name, mrr, months, chances]) => {
      const beside = gridOf(chances!);
      return gridOf(table!).flatMap((row, at) => {
        const amount = row[Number(mrr) - 1];
        return typeof amount === "number"
          ? [[row[Number(name) - 1]!, amount * Number(months), beside[at]?.[0] ?? ""]]
          : [];
      });
    },
  },
};
