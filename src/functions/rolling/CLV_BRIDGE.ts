import { isoFromDay } from "../../core/day";
import { type Bridge, bridge } from "../../core/rolling/bridge";
import { type Series, wholeNumber } from "../../sheet/argument";
import type { ResultTable } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { money, signed } from "../../sheet/words";
import {
  type ChurnSeries,
  figureColumns,
  grossMargin,
  periodSeries,
  toFigures,
  toPeriods,
  windowRows,
} from "./figures";

interface DatedBridge extends Bridge {
  readonly dayThen: number;
  readonly dayNow: number;
}

function bridgeOf(
  period: Series,
  revenue: Series,
  customers: Series,
  churn: ChurnSeries,
  window: number,
  gross_margin: Series | number | undefined,
  periods_back: number | undefined,
): DatedBridge {
  const { days } = toPeriods(period);
  const result = bridge(toFigures(revenue, customers, churn, gross_margin), window, periods_back);
  return { ...result, dayThen: days[result.earlier]!, dayNow: days[result.latest]! };
}

const columns = [
  { name: "Driver", unit: "text" },
  { name: "From", unit: "by row" },
  { name: "To", unit: "by row" },
  { name: "Effect", unit: "money" },
] as const;
const header = columns.map(({ name }) => name);

const unitOfDriver = {
  "Revenue per customer": "money",
  Lifetime: "periods",
  "Gross margin": "share",
} as const;

function tableOfBridge({ dayThen, dayNow, valueThen, valueNow, drivers }: DatedBridge): ResultTable {
  return {
    columns,
    rows: [
      ["CLV then", { day: dayThen }, "", valueThen],
      ...drivers.map(({ driver, from, to, effect }) => {
        const unit = unitOfDriver[driver];
        return [driver, { value: from, unit }, { value: to, unit }, effect];
      }),
      ["CLV now", "", { day: dayNow }, valueNow],
    ],
  };
}

export const CLV_BRIDGE = tableFunction({
  name: "CLV_BRIDGE",
  summary:
    "Why CLV changed since an earlier period: how much revenue per customer, lifetime and gross margin each added or took away. The effects add up to the change. One row of data per period, oldest first.",
  details:
    "Gross margin is a driver of its own if you give it for each period. The two windows may overlap; with a window of 12 and 12 rows back they do not. Lost means gone for good: see CLV_ROLLING.",
  notFor:
    "Not for shop orders: if each pause counts as a loss, the figures say little about the value. Not for deciding what to change: CLV_ADVICE and CLV_SENSITIVITY look ahead.",
  args: [
    periodSeries,
    ...figureColumns,
    windowRows,
    grossMargin,
    wholeNumber({
      name: "periods_back",
      text: "Rows back to the earlier period.",
      atLeast: 1,
      optional: true,
      whenLeftOut: "12, or as far as the data go",
    }),
  ],
  columns,
  result: `Table: ${header.join(", ")}; from the CLV then, by driver, to the CLV now`,
  picture: {
    kind: "waterfall",
    caption: "CLV then and now, and what each driver added or took away",
    label: "Driver",
    effect: "Effect",
  },
  example: {
    formula: '=CLV_BRIDGE({"2026-01";"2026-02"}, {1000;1200}, {10;10}, {2;1}, 1)',
    result: [
      header,
      ["CLV then", "2026-01-01", "", 500],
      ["Revenue per customer", 100, 120, 150],
      ["Lifetime", 5, 10, 550],
      ["CLV now", "", "2026-02-01", 1200],
    ],
  },
  source: "L. Shapley (1953): effects averaged over all orders in which the drivers may change",
  run: (...values) => tableOfBridge(bridgeOf(...values)),
  explain: (_, ...values) => {
    const { dayThen, dayNow, valueThen, valueNow, drivers } = bridgeOf(...values);
    const effects = drivers.map(({ driver, effect }) => `${driver.toLowerCase()} ${signed(effect)}`);
    return `${money(valueThen)} at ${isoFromDay(dayThen)}, ${effects.join(", ")} = ${money(valueNow)} at ${isoFromDay(dayNow)}`;
  },
});
