import type { DayNumber } from "../../day";
import { sum } from "../../math/sum";
import { collapse } from "../../models/history";
import { models } from "../../models/models";
import type { Parameters } from "../../models/nbd";
import { daysPer, periodOf } from "../../period";
import type { CustomerHistory } from "../../purchases/history";
import type { Fit } from "../fit";
import { observeAll } from "../observe";
import { type Amounts, amountsOf } from "./amounts";
import type { Arrivals } from "./arrivals";
import { monthsAhead } from "./monthsAhead";
import { repeatsByMonth } from "./newcomers";
import { groupsOf, ordersByMonth, totals, variances } from "./todaysCustomers";

/** What is expected of one month, and how much chance may move its revenue, given the parameters. */
export interface ExpectedMonth {
  readonly firstDay: DayNumber;
  /** Of today's customers, and of those who come from now on. */
  readonly orders: number;
  readonly revenue: number;
  readonly ordersOfNew: number;
  readonly revenueOfNew: number;
  /** Variance of all revenue: what customers do, what orders are worth, and how many come. */
  readonly variance: number;
  /** Change of the revenue with the logarithm of each spend parameter. */
  readonly spendSlopes: readonly number[];
}

/** The indices of a month by its number: of orders after the first, and of new customers. */
export interface MonthIndices {
  readonly ofRepeats: (month: number) => number;
  readonly ofArrivals: (month: number) => number;
}

/** What months are expected to bring, as of a day, of customers who have bought by then; it holds what no parameter changes. */
export function expectationOf(
  buyers: readonly CustomerHistory[],
  as_of: DayNumber,
  fit: Fit,
  arrivals: Arrivals,
  { ofRepeats, ofArrivals }: MonthIndices,
  count: number,
) {
  const ahead = monthsAhead(as_of, count);
  const inPeriods = (days: number) => days / daysPer[fit.period];
  const starts = ahead.map(({ from }) => inPeriods(from));
  const ends = ahead.map(({ to }) => inPeriods(to));
  const indices = ahead.map(({ firstDay }) => ofRepeats(periodOf(firstDay, "month")));
  // Of customers who order as many times as usually, and win as many, in a month is that much more of it.
  const lengths = ends.map((end, month) => (end - starts[month]!) * indices[month]!);
  const amounts = amountsOf(buyers, fit);
  const data = collapse(observeAll(buyers, as_of, fit.period));
  const groups = groupsOf(data, amounts);
  const shares = ahead.map(({ firstDay, share }) => share * ofArrivals(periodOf(firstDay, "month")));

  const at = (params: Parameters) => {
    const model = models[fit.model];
    const orders = ordersByMonth(model, params, groups, starts, ends).map((months) =>
      months.map((expected, month) => expected * indices[month]!),
    );
    const repeats = repeatsByMonth(model, params, starts, ends).map((byCame, month) =>
      byCame.map((expected) => expected * indices[month]!),
    );
    const revenue = totals(orders, groups, ({ value }) => value);
    const ordersOfNew = repeats.map(
      (byCame, month) =>
        arrivals.mean * (shares[month]! + sum(byCame.map((again, came) => shares[came]! * again))),
    );
    const revenueOfNew = ordersOfNew.map((all, month) => {
      const firsts = arrivals.mean * shares[month]!;
      return firsts * amounts.first.mean + (all - firsts) * amounts.repeat.mean;
    });
    return { orders, repeats, revenue, ordersOfNew, revenueOfNew };
  };
  return {
    data,
    /** Revenue of each month, of all. */
    totalsAt: (params: Parameters): number[] => {
      const { revenue, revenueOfNew } = at(params);
      return revenue.map((own, month) => own + revenueOfNew[month]!);
    },
    monthsAt: (params: Parameters): ExpectedMonth[] => {
      const { orders, repeats, revenue, ordersOfNew, revenueOfNew } = at(params);
      const ofToday = variances(params, orders, groups, lengths, amounts.spread);
      const ofNew = newVariances(repeats, shares, arrivals, amounts, params, lengths);
      const counts = totals(orders, groups, ({ customers }) => customers);
      const spendSlopes = (groups[0]?.slopes ?? []).map((_, k) =>
        totals(orders, groups, ({ slopes }) => slopes[k]!),
      );
      return ahead.map(({ firstDay }, month) => ({
        firstDay,
        orders: counts[month]!,
        revenue: revenue[month]!,
        ordersOfNew: ordersOfNew[month]!,
        revenueOfNew: revenueOfNew[month]!,
        variance: ofToday[month]! + ofNew[month]!,
        spendSlopes: spendSlopes.map((slopes) => slopes[month]!),
      }));
    },
  };
}

/** Variance of the revenue of those who come from now on: how many come, what they order, and what it is worth. */
function newVariances(
  repeats: readonly (readonly number[])[],
  shares: readonly number[],
  { mean, excess, errorOfMean }: Arrivals,
  { first, repeat }: Amounts,
  [r, alpha]: Parameters,
  lengths: readonly number[],
): number[] {
  return repeats.map((byCame, month) => {
    let variance = 0;
    let ofAll = 0;
    byCame.forEach((orders, came) => {
      const isNow = came === month;
      const pairs = (orders * lengths[month]! * (r + 1)) / alpha;
      const each = (isNow ? first.mean : 0) + orders * repeat.mean;
      const square =
        (isNow ? first.square + 2 * first.mean * orders * repeat.mean : 0) +
        orders * repeat.square +
        pairs * repeat.mean ** 2;
      variance += mean * shares[came]! * square + shares[came]! ** 2 * excess * each * each;
      ofAll += shares[came]! * each;
    });
    const firsts = mean * shares[month]!;
    const again = repeat.mean > 0 ? (mean * ofAll - firsts * first.mean) / repeat.mean : 0;
    const ofMeans = firsts ** 2 * first.errorOfMean + again ** 2 * repeat.errorOfMean;
    return Math.max(0, variance) + ofAll * ofAll * errorOfMean + ofMeans;
  });
}
