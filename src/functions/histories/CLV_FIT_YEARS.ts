import { parameterNames } from "../../core/models/bgBb";
import type { WeightedHistory } from "../../core/models/history";
import { fitYears } from "../../core/prediction/fitYears";
import { tableFunction } from "../../sheet/tableFunction";
import { blockOf, fitColumns } from "../fits/fitTable";
import { customersOfRow, wholeNumbers } from "./columns";
import { leftOutSentence } from "./groups";
import { toYears } from "./yearsBlock";

const bounds = { atLeast: 0, atMost: 10_000 } as const;

export const CLV_FIT_YEARS = tableFunction({
  name: "CLV_FIT_YEARS",
  summary:
    "Fits a model of purchases that can happen once per period, such as one donation a year or one ticket a season. Read Warnings first.",
  details: [
    "For donors, members without a contract and guests of a yearly event, who come or not each time and never say that they have left. A row is a customer, or a history that several customers share. opportunities are the years after the year of the first purchase, frequency is how many of them had a purchase, and recency the number of the latest of these, 0 if none: someone who first gave in 1995, again in 1996 and 1998, and was observed until 2001 has frequency 2, recency 3 and 6 opportunities.",
    "At each opportunity, an active customer buys with a chance that differs between customers (beta distribution, alpha and beta), and before each may leave for good with another (beta, gamma and delta). Mean chance to buy: alpha ÷ (alpha + beta); to leave: gamma ÷ (gamma + delta). Standard errors come from the second derivatives of the log-likelihood and are blank if a parameter stands for a limit, which Warnings explains. CLV_ALIVE, CLV_EXPECTED_ORDERS, CLV_EXPECTED_VALUE and CLV_CHANCE accept this table, with opportunities as age.",
  ].join("\n\n"),
  notFor:
    "If customers can buy several times per period, use CLV_FIT; if a contract ends unless renewed, CLV_RETENTION_FIT.",
  args: [
    wholeNumbers({
      name: "frequency",
      text: "Opportunities after the first purchase that had one.",
      ...bounds,
    }),
    wholeNumbers({
      name: "recency",
      text: "Number of the latest of these; 0 if none.",
      ...bounds,
    }),
    wholeNumbers({
      name: "opportunities",
      text: "Opportunities since the first purchase, such as years.",
      ...bounds,
    }),
    customersOfRow,
  ],
  columns: fitColumns,
  result: "Table: Item, Value, Standard error",
  example: {
    formula: "=CLV_FIT_YEARS(R2:R, S2:S, T2:T, U2:U)",
    result: [["Item", "Value", "Standard error"]],
  },
  source:
    "BG/BB: P. Fader, B. Hardie, J. Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing Science 29(6)",
  run: (frequency, recency, opportunities, customers) => {
    let leftOut = 0;
    const rows = frequency.values.flatMap((x, row): WeightedHistory[] => {
      const [t_x, T] = [recency.values[row], opportunities.values[row]];
      const weight = customers ? customers.values[row] : 1;
      const isBlank = [x, t_x, T, customers && weight].every((value) => value === undefined);
      if (isBlank || weight === 0) return [];
      if (x === undefined || t_x === undefined || T === undefined || weight === undefined) {
        leftOut++;
        return [];
      }
      return [{ ...toYears(x, t_x, T, "opportunities", ` in ${frequency.place(row)}`), weight }];
    });
    const fit = fitYears(rows);
    return blockOf({ ...fit, warnings: [...leftOutSentence(leftOut), ...fit.warnings] }, parameterNames);
  },
});
