import { fitToRelyOn } from "../../core/prediction/fit";
import { type TrackedPeriod, track } from "../../core/prediction/tracking";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { purchaseColumns, toPurchases } from "../tables/purchases";
import { timeInWeeks } from "../arguments";
import { optionalFit } from "../predictions/fitBlock";

const columns: Columns<TrackedPeriod> = {
  Period: column.period(({ firstDay }) => firstDay),
  "Actual repeat orders": column.count(({ actual }) => actual),
  Expected: column.number(({ expected }) => expected),
  "Actual cumulative": column.count(({ actualToDate }) => actualToDate),
  "Expected cumulative": column.number(({ expectedToDate }) => expectedToDate),
  "Expected without seasons": column.number(({ unseasoned }) => unseasoned),
};

export const CLV_TRACKING = recordsFunction({
  name: "CLV_TRACKING",
  summary:
    "Actual and expected repeat orders of each calendar period: chart both to see whether to trust a fit.",
  details:
    "Expected sums a new customer's expected repeat orders over all customers, from their first order on. A customer's age runs to the last day of the period, as in the fit (tools that count one day more show up to 1% more). From two whole years on, Expected follows the seasonal index of CLV_FORECAST. If the fit is as of an earlier day, so are its seasons, and the periods after that day test both. The last period ends on the latest date and may be unfinished, for actual and expected alike.",
  notFor: "To compare models, use CLV_VALIDATE.",
  args: [...purchaseColumns, optionalFit, timeInWeeks],
  columns,
  picture: {
    kind: "lines",
    caption: "Repeat orders since the start, as they were and as the model expects",
    label: "Period",
    series: ["Actual cumulative", "Expected cumulative"],
  },
  example: { formula: "=CLV_TRACKING(A2:A, B2:B, C2:C)" },
  source: "Tracking plot as in Fader, Hardie, Lee (2005), Marketing Science 24(2)",
  run: (customer, date, amount, fit, period) => {
    const { histories, as_of } = toPurchases(customer, date, amount);
    return track(histories, as_of, fit ?? fitToRelyOn(histories, as_of, "week", "auto"), period);
  },
});
