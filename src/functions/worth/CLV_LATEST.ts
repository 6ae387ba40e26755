import { most } from "../../core/math/extremes";
import { daysApart } from "../../core/purchases/daysApart";
import { refusal } from "../../core/refusal";
import { tableFunction } from "../../sheet/tableFunction";
import { dateColumn } from "../arguments";

export const CLV_LATEST = tableFunction({
  name: "CLV_LATEST",
  summary:
    "The latest date that does not stand apart from the others: use it as as_of, so that one mistyped date does not count as today.",
  details:
    "A few rows stand apart if they come after a gap of 28 days or more that is longer than any three gaps before it together, and are at most 3 or a hundredth of all; among fewer than 60 rows, a twentieth or those of the latest date. If none do, the result is the latest date. Pre-orders dated months ahead stand apart too: setting as_of to this day leaves them out. CLV_CHECK lists these rows, CLV_PROFILE counts them.",
  notFor:
    "Not for lists of subscriptions, whose ends are in the future: give as_of the day the list is from.",
  args: [dateColumn],
  unit: "date",
  result: "A date",
  example: {
    formula: '=CLV_LATEST({"2026-01-05";"2026-01-12";"2026-01-20";"2026-01-26";"2062-02-02"})',
    result: "2026-01-26",
  },
  source: "The rule of CLV_CHECK for dates that stand apart",
  run: (date) => {
    if (date.length === 0) throw refusal("date must have at least one date, got none");
    const apart = daysApart(date);
    return { day: apart ? apart.before : most(date) };
  },
});
