import { most } from "../../core/math/extremes";
import { daysApart } from "../../core/purchases/daysApart";
import { refusal } from "../../core/refusal";
import { dateColumn } from "../../sheet/argument";
import { tableFunction } from "../../sheet/tableFunction";

export const CLV_LATEST = tableFunction({
  name: "CLV_LATEST",
  summary:
    "The latest date that does not stand apart from the others: the day to use as as_of, so that one date typed wrong does not count as today.",
  details:
    "A few rows stand apart where they come after a gap of 28 days or more that is longer than any three gaps before it together, and are at most 3 or a hundredth of all; among fewer than 60 rows, a twentieth or those of the latest date. Where none stand apart, it is the latest date. Pre-orders dated months ahead stand apart too: they are left out with as_of set to this day. CLV_CHECK lists the rows, CLV_PROFILE counts them.",
  notFor:
    "Not for lists of subscriptions, whose ends lie in the future: the day they are from has to be told, as as_of.",
  args: [dateColumn()],
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
