import { kaplanMeier } from "../../core/survival/kaplanMeier";
import { recordsFunction } from "../../sheet/recordsFunction";
import { confidence, timeInMonths } from "../arguments";
import { customerOfLifetime, dayOfList, endColumn, startColumn, toLifetimes } from "./lifetimes";
import { survivalColumns as columns, survivalOfTwo, survivalPicture } from "./survivalColumns";

export const CLV_SURVIVAL = recordsFunction({
  name: "CLV_SURVIVAL",
  summary:
    "Share of customers who stay longer than a given time: the survival curve (Kaplan–Meier), which counts current customers for as long as they were observed.",
  details:
    "Each row is one lifetime, from its first day to its last. With customer, renewals are joined: rows that overlap, or start by the day after another ends; a later return begins a new lifetime. There is a step for each time at which someone is lost or last seen.",
  notFor:
    "For shops, where nobody says goodbye, use CLV_COHORTS; for a list of customers with their tenure, CLV_SNAPSHOT_SURVIVAL.",
  maths: [String.raw`S(t) = \prod_{t_i \le t} \left(1 - \frac{\text{lost}_i}{\text{at risk}_i}\right)`],
  args: [startColumn, endColumn, dayOfList, timeInMonths, confidence, customerOfLifetime],
  columns,
  picture: survivalPicture,
  example: {
    formula: '=CLV_SURVIVAL({"2026-01-01";"2026-01-01"}, {"2026-01-15";""}, "2026-01-29", "week")',
    rows: survivalOfTwo,
  },
  source: "E. Kaplan, P. Meier (1958), JASA 53(282); Greenwood's variance, log-log limits",
  run: (start, end, as_of, period, sure, customer) =>
    kaplanMeier(toLifetimes(start, end, as_of, period, customer).lifetimes, sure),
});
