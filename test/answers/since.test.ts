import { describe, expect, test } from "@jest/globals";
import { type Line, sinceWhen } from "../../src/answers/since";

const rows = (...figures: (readonly [day: string, line: Line])[]): Line[] =>
  figures.map(([date, line]) => ({ Date: { date }, ...line }));
const ratios = (...values: (number | "")[]) =>
  rows(...values.map((value, month) => [`2026-0${month + 1}-01`, { "LTV:CAC": value }] as const));

describe("since when a target is missed or met", () => {
  test("goes back as far as it was without a break", () => {
    expect(sinceWhen(ratios(3.4, 2.8, 2.9, 2.4), { target_ratio: 3 })).toEqual([
      "LTV:CAC below 3 since 2026-02-01 (3 entries)",
    ]);
    expect(sinceWhen(ratios(2.4, 3.4, 2.9), { target_ratio: 3 })).toEqual([
      "LTV:CAC below 3 since 2026-03-01 (1 entry)",
    ]);
    expect(sinceWhen(ratios(2.4, 3.4, 3.1), { target_ratio: 3 })).toEqual([
      "LTV:CAC above 3 since 2026-02-01 (2 entries)",
    ]);
  });

  test("is at least since the first entry that tells it", () => {
    const atLeast = "LTV:CAC below 3 since 2026-02-01 at least (2 entries)";
    expect(sinceWhen(ratios("", 2.4, 2.9), { target_ratio: 3 })).toEqual([atLeast]);
  });

  test("is compared with today's target, and not mentioned without a target or a figure", () => {
    expect(sinceWhen(ratios(3.4, 2.8), { target_ratio: 4 })).toEqual([
      "LTV:CAC below 4 since 2026-01-01 at least (2 entries)",
    ]);
    expect(sinceWhen(ratios(3.4, 2.8), { target_ratio: "" })).toEqual([]);
    expect(sinceWhen(ratios(3.4, ""), { target_ratio: 3 })).toEqual([]);
  });

  test("counts a payback beyond what was looked at where the target lies within it", () => {
    const paybacks = rows(
      ["2026-01-01", { "Payback (months)": 11.6 }],
      ["2026-02-01", { "Payback (months)": "over 24 months" }],
      ["2026-03-01", { "Payback (months)": "never" }],
    );
    expect(sinceWhen(paybacks, { target_payback: 12 })).toEqual([
      "Payback later than 12 months since 2026-02-01 (2 entries)",
    ]);
    expect(sinceWhen(paybacks.slice(0, 2), { target_payback: 36 })).toEqual([]);
    expect(sinceWhen(paybacks.slice(0, 1), { target_payback: 12 })).toEqual([
      "Payback within 12 months since 2026-01-01 at least (1 entry)",
    ]);
  });

  test("leaves out rows that are of other data", () => {
    const lines = rows(
      ["2026-01-01", { Tab: "Orders", "LTV:CAC": 2.1 }],
      ["2026-02-01", { Tab: "Members", "LTV:CAC": 4.2 }],
      ["2026-03-01", { Tab: "Orders", "LTV:CAC": 2.4 }],
    );
    expect(sinceWhen(lines, { target_ratio: 3 })).toEqual([
      "LTV:CAC below 3 since 2026-01-01 at least (2 entries)",
    ]);
  });

  test("does not compare churn of other periods", () => {
    const churns = rows(
      ["2026-01-01", { Churn: 0.2, Period: "quarter", "Lost after": 3 }],
      ["2026-02-01", { Churn: 0.04, Period: "month", "Lost after": 3 }],
      ["2026-03-01", { Churn: 0.05, Period: "month", "Lost after": 3 }],
    );
    expect(sinceWhen(churns, { target_churn: 0.03 })).toEqual([
      "Churn above 3% since 2026-02-01 (2 entries)",
    ]);
  });
});
