import type { Answer } from "../../answers/answer";
import type { DataTable } from "../dataTable";
import { figuresByPeriod } from "./byPeriod";
import { checks, methodOf } from "./method";
import { cohorts, predictions, segments } from "./purchases";
import { accounts, survival } from "./subscriptions";
import { summary } from "./summary";

/** Tables that are worked out in one go, and what the person is told meanwhile. */
export interface Part {
  readonly title: string;
  readonly tables: readonly DataTable[];
}

/** Everything that the report computes from a table, in the order in which it can be. */
export function reportParts(answer: Answer, sign: string, builtOn: string): Part[] {
  const { source, reading } = answer;
  const { rows, series } = reading;
  const isSubscriptions = source.shape === "subscriptions";
  return [
    {
      title: "Value and trend",
      tables: [
        ...figuresByPeriod(answer, series),
        ...summary(answer, sign, series),
        ...methodOf(answer, series, builtOn),
      ],
    },
    {
      title: "Cohorts and retention",
      tables: isSubscriptions ? [...survival(answer), ...accounts(answer, sign)] : rows ? cohorts(rows) : [],
    },
    { title: "Segments and data", tables: [...(rows ? segments(rows) : []), ...checks(reading)] },
    { title: "Predictions", tables: rows ? predictions(rows, sign) : [] },
  ].filter(({ tables }) => tables.length > 0);
}
