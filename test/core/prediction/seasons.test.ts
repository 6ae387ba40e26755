import { describe, expect, test } from "@jest/globals";
import { dayFromCalendar } from "../../../src/core/day";
import { periodOf } from "../../../src/core/period";
import { fitPurchases } from "../../../src/core/prediction/fit";
import { forecast } from "../../../src/core/prediction/forecast/forecast";
import { seasonsOf } from "../../../src/core/prediction/seasons";
import { track } from "../../../src/core/prediction/tracking";
import { histories, historyUpTo } from "../../../src/core/purchases/history";
import { heldOutOfSteadyShop, none, together } from "../../support/heldOutMonths";
import { chance } from "../../support/histories";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const listOf = <T>(length: number, itemAt: (index: number) => T) =>
  Array.from({ length }, (_, index) => itemAt(index));

/** December 2025, the last month of the series. */
const last = periodOf(dayFromCalendar(2025, 12, 1)!, "month");
const months = listOf(12, (index) => index);
/** A gift shop's year, January first, with a mean of 1. */
const gifts = [0.6, 0.6, 0.8, 0.8, 0.9, 0.9, 0.8, 0.8, 1.0, 1.2, 1.6, 2.0];

/** Counts of whole years that end with `last`, of so many in a usual month. */
const counts = (years: number, of: (calendarMonth: number, month: number) => number) =>
  listOf(12 * years, (month) => of(month % 12, month));
const even = (years: number) => counts(years, () => 1);

describe("the index by calendar month", () => {
  test.each([2, 3, 5])("is the one that made %d years of very many orders", (years) => {
    const found = seasonsOf(
      counts(years, (calendar) => 1e7 * gifts[calendar]!),
      even(years),
      last,
    );
    expect(found.years).toBe(years);
    months.forEach((month) => expect(found.at(last - 11 + month)).toBeCloseTo(gifts[month]!, 3));
  });

  test("is the same to a hundredth where orders grow by 1% a month", () => {
    const grown = counts(3, (calendar, month) => 1e7 * gifts[calendar]! * 1.01 ** month);
    const found = seasonsOf(grown, even(3), last);
    months.forEach((month) => expect(Math.abs(found.at(month) - gifts[month]!)).toBeLessThan(0.01));
  });

  test("does not mistake a start for a season: nearly all customers came in the first of two years", () => {
    const started = counts(2, (_, month) => (month < 12 ? 25 : month % 3 === 0 ? 1 : 0));
    const found = seasonsOf(started, even(2), last);
    months.forEach((month) => expect(Math.abs(found.at(month) - 1)).toBeLessThan(0.02));
  });

  test("is a ratio to what is expected: seasons of the expected orders themselves are none", () => {
    const seasonal = counts(3, (calendar) => 1e6 * gifts[calendar]!);
    const found = seasonsOf(seasonal, seasonal, last);
    months.forEach((month) => expect(found.at(month)).toBeCloseTo(1, 9));
  });

  test("follows the calendar wherever the series ends", () => {
    const [end, begin] = [last - 5, last - 5 - 35];
    const found = seasonsOf(
      listOf(36, (index) => 1e7 * gifts[(begin + index) % 12]!),
      even(3),
      end,
    );
    months.forEach((month) => expect(found.at(month)).toBeCloseTo(gifts[month]!, 3));
  });

  test("has a mean of 1", () => {
    const random = chance(3);
    const found = seasonsOf(
      counts(2, (calendar) => Math.round(40 * gifts[calendar]! * (0.5 + random.uniform()))),
      even(2),
      last,
    );
    expect(sum(months.map(found.at)) / 12).toBeCloseTo(1, 12);
  });

  test.each([
    ["under two years", listOf(23, () => 1), listOf(23, () => 1)],
    ["a year without orders", [...listOf(12, () => 0), ...listOf(12, () => 5)], listOf(24, () => 1)],
    [
      "a year in which none are expected",
      listOf(24, () => 5),
      [...listOf(12, () => 0), ...listOf(12, () => 1)],
    ],
  ])("is 1 for %s", (_, actual, expected) => {
    const found = seasonsOf(actual, expected, last);
    expect(found.years).toBe(0);
    expect(months.map(found.at)).toEqual(months.map(() => 1));
  });

  test("counts the last five years only", () => {
    const turned = counts(
      10,
      (calendar, month) => 1e7 * (month < 60 ? gifts[11 - calendar]! : gifts[calendar]!),
    );
    expect(seasonsOf(turned, even(10), last).at(last)).toBeCloseTo(2, 3);
  });

  /** Mean squared distance of an index from the truth, over series of counts drawn at random, and of their plain ratios. */
  function distances(truth: readonly number[], usual: number, years: number) {
    let [ofIndex, ofRatios] = [0, 0];
    const series = 300;
    for (let seed = 1; seed <= series; seed++) {
      const random = chance(seed);
      const drawn = counts(years, (calendar) => {
        // Poisson by its exponential gaps.
        let count = 0;
        for (let time = random.exponential(usual * truth[calendar]!); time < 1; count++)
          time += random.exponential(usual * truth[calendar]!);
        return count;
      });
      const found = seasonsOf(drawn, even(years), last);
      const mean = sum(drawn) / drawn.length;
      months.forEach((month) => {
        const own = sum(drawn.filter((_, at) => at % 12 === month)) / years / mean;
        ofIndex += (found.at(month) - truth[month]!) ** 2 / 12 / series;
        ofRatios += (own - truth[month]!) ** 2 / 12 / series;
      });
    }
    return { ofIndex, ofRatios };
  }

  test("of counts without seasons is nearer to 1 than their ratios to the mean by far", () => {
    // The ratios of 20 orders a month in 2 years have a variance of about 1 ÷ 40.
    const { ofIndex, ofRatios } = distances(
      months.map(() => 1),
      20,
      2,
    );
    expect(ofRatios).toBeGreaterThan(0.018);
    expect(ofIndex).toBeLessThan(ofRatios / 4);
  });

  test("of few orders with seasons is nearer to the truth than their ratios, and than no index", () => {
    const truth = gifts.map((index) => 1 + (index - 1) / 3);
    const { ofIndex, ofRatios } = distances(truth, 15, 2);
    expect(ofIndex).toBeLessThan(ofRatios);
    expect(ofIndex).toBeLessThan(sum(truth.map((index) => (index - 1) ** 2)) / 12);
  });

  test("from other years knows nothing of the year it is compared with", () => {
    const usual = counts(3, (calendar) => 1e6 * gifts[calendar]!);
    const changed = usual.map((count, month) => (month === 35 ? 3 * count : count));
    const [before, after] = [usual, changed].map((series) => seasonsOf(series, even(3), last));
    // The level of the year, which the changed month moves, is not the index.
    const ratio = (found: typeof before) => found!.fromOtherYears(last) / found!.fromOtherYears(last - 1);
    expect(before!.at(last)).toBeCloseTo(2, 2);
    expect(after!.at(last)).toBeGreaterThan(2.2);
    expect(Math.abs(ratio(after) / ratio(before) - 1)).toBeLessThan(0.15);
  });
});

describe("forecasts with seasons", () => {
  test("are off by less than half as much in months held out of simulated gift shops", () => {
    let held = none;
    for (let seed = 1; seed <= 8; seed++)
      held = together(
        held,
        heldOutOfSteadyShop({
          model: "mbg/nbd",
          customers: 3000,
          months: 36,
          ahead: 12,
          seed,
          seasons: gifts.map((index) => index / 2),
        })!,
      );
    expect(held.months).toBe(96);
    expect(held.missed).toBeLessThan(held.missedWithoutSeasons / 2);
    // Half of the months would be no range, all of them one that says nothing.
    expect(held.within / held.months).toBeGreaterThan(0.75);
  });
});

/** Four years of customers who come in the first of them and order at rates of their own, the share of each calendar month kept. */
function ordersOf(customers: number, shares: readonly number[], seed: number) {
  const random = chance(seed);
  const [names, days]: [string[], number[]] = [[], []];
  const begin = dayFromCalendar(2022, 1, 1)!;
  const end = dayFromCalendar(2025, 12, 31)!;
  for (let customer = 0; customer < customers; customer++) {
    const rate = random.gamma(1, 20);
    for (let day = begin + random.uniform() * 700; day < end; day += random.exponential(rate))
      if (random.uniform() < shares[periodOf(Math.floor(day), "month") % 12]!) {
        names.push(`C${customer}`);
        days.push(Math.floor(day));
      }
  }
  const all = histories(
    names,
    days,
    days.map(() => 10),
  );
  return { all, end };
}

describe("a shop that closes in summer", () => {
  const { all, end } = ordersOf(600, [1, 1, 0.6, 0.2, 0, 0, 0, 0, 0.1, 0.3, 0.7, 1], 4);
  const fit = fitPurchases(all, end, "week", "auto");
  const terms = { newCustomers: 0, margin: 1, factors: months.map(() => 1) };
  const { months: ahead } = forecast(all, end, fit, terms);

  test("is expected to sell next to nothing then", () => {
    const winter = ahead[0]!.orders + ahead[1]!.orders;
    for (const month of [4, 5, 6, 7]) expect(ahead[month]!.orders).toBeLessThan(winter / 200);
  });

  test("keeps a range for winter that says something: months without orders say nothing of the others", () => {
    for (const month of [0, 1, 2]) expect(ahead[month]!.high / ahead[month]!.low).toBeLessThan(4);
  });
});

describe("tracking with seasons", () => {
  const { all, end } = ordersOf(
    600,
    gifts.map((index) => index / 2),
    11,
  );
  const until = dayFromCalendar(2024, 12, 31)!;
  const known = all.map((one) => historyUpTo(one, until)).filter((one) => one.days.length > 0);
  const fit = fitPurchases(known, until, "week", "auto");

  test("with a fit as of an earlier day, the months after it follow the seasons before it", () => {
    const after = track(all, end, fit, "month").slice(-12);
    const off = (of: (month: (typeof after)[number]) => number) =>
      sum(after.map((month) => Math.abs(month.actual - of(month)))) / sum(after.map(({ actual }) => actual));
    expect(off(({ expected }) => expected)).toBeLessThan(off(({ unseasoned }) => unseasoned) / 2);
    // What comes later changes nothing of what the fit expected by then.
    const [early, late] = [track(known, until, fit, "month"), track(all, end, fit, "month")];
    expect(late[20]!.expected / late[20]!.unseasoned).toBeCloseTo(
      early[20]!.expected / early[20]!.unseasoned,
      12,
    );
  });

  test("weeks, months and years add up to the same expected orders", () => {
    const ends = (["week", "month", "year"] as const).map((period) => {
      const rows = track(known, until, fit, period);
      expect(sum(rows.map(({ expected }) => expected))).toBeCloseTo(rows.at(-1)!.expectedToDate, 6);
      return rows.at(-1)!.expectedToDate;
    });
    expect(ends[1]).toBeCloseTo(ends[0]!, 6);
    expect(ends[2]).toBeCloseTo(ends[0]!, 6);
  });
});
