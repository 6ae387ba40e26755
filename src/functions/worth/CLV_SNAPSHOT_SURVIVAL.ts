import { kaplanMeier } from "../../core/survival/kaplanMeier";
import { recordsFunction } from "../../sheet/recordsFunction";
import { confidence } from "../arguments";
import { leftColumn, tenureColumn, toCustomersSoFar } from "./snapshot";
import { survivalColumns as columns, survivalOfTwo, survivalPicture } from "../tables/survivalColumns";

export const CLV_SNAPSHOT_SURVIVAL = recordsFunction({
  name: "CLV_SNAPSHOT_SURVIVAL",
  summary:
    "Share of customers who stay longer than a given time, from a list of customers as they stand: how long each has stayed, and whether they have left.",
  details:
    "Each row is one customer. The survival curve (Kaplan–Meier) counts current customers for as long as they have stayed, with a step for each tenure in the list.",
  notFor: "With start and end dates, use CLV_SURVIVAL. Not for a list without those who left.",
  maths: [String.raw`S(t) = \prod_{t_i \le t} \left(1 - \frac{\text{lost}_i}{\text{at risk}_i}\right)`],
  args: [tenureColumn, leftColumn, confidence],
  columns,
  about: "Time in the period of tenure",
  picture: survivalPicture,
  example: {
    formula: '=CLV_SNAPSHOT_SURVIVAL({2;4}, {"yes";"no"})',
    rows: survivalOfTwo,
  },
  source: "E. Kaplan, P. Meier (1958), JASA 53(282); Greenwood's variance, log-log limits",
  run: (tenure, left, sure) =>
    kaplanMeier(
      toCustomersSoFar(tenure, left).map(({ tenure: time, hasLeft }) => ({ time, isLost: hasLeft })),
      sure,
    ),
});
