import type { Answer } from "../../answers/answer";
import type { Beside } from "../../answers/beside";
import type { DataTable } from "../dataTable";
import { figuresByPeriod } from "./byPeriod";
import { headlineOf } from "./headline";
import { tablesSideBySide } from "./making";
import { checks, methodOf } from "./method";
import { cohorts, predictions, segments } from "./purchases";
import { accounts, survival } from "./subscriptions";
import { healthOf } from "./health";
import { channelsOf, creditOf, driversOf } from "./next";
import { summary } from "./summary";
import { judgedFigures } from "./targets";

/** Tables that are worked out in one go, and what the person is told meanwhile. */
export interface Part {
  readonly title: string;
  readonly tables: readonly DataTable[];
}

/** Everything that the report computes from a table, in the order in which it can be. */
export function reportParts(answer: Answer, beside: Beside, sign: string, builtOn: string): Part[] {
  const { reading } = answer;
  const { rows, series, subscriptions } = reading;
  const make = tablesSideBySide();
  const headline = headlineOf(make, answer);
  const { value } = headline;
  const figures = series && figuresByPeriod(make, answer, series);
  const { trend, latest, bridge, others = [] } = figures ?? {};
  return [
    {
      title: "Value and trend",
      tables: [
        ...headline.tables,
        ...[trend, latest, bridge].flatMap((table) => table ?? []),
        ...others,
        ...summary(make, answer, sign, headline, figures),
        ...driversOf(make, answer, sign, headline),
        ...judgedFigures(make, answer, headline, figures),
        ...methodOf(make, answer, headline, figures, builtOn),
      ],
    },
    {
      title: "Cohorts and retention",
      tables: subscriptions
        ? [...survival(make, subscriptions), ...accounts(make, subscriptions, sign)]
        : rows
          ? cohorts(make, rows)
          : [],
    },
    {
      title: "Segments and data",
      tables: [
        ...(rows
          ? segments(make, rows, { period: answer.period, sign, value, question: answer.headline.question })
          : []),
        ...channelsOf(make, answer, sign),
        ...creditOf(make, beside),
        ...checks(make, reading),
      ],
    },
    { title: "Predictions", tables: rows ? predictions(make, rows, sign, answer) : [] },
    { title: "Health", tables: healthOf(make, beside) },
  ].filter(({ tables }) => tables.length > 0);
}
