import { describe, expect, test } from "@jest/globals";
import { column, messageOf, readable } from "../support/call";
import { tableOf } from "../support/subscriptions";

describe("Now, for rows with a start and an end", () => {
  const customersAtEnd = (rows: readonly (readonly [string, string, string])[], ...more: unknown[]) => {
    const [header, ...body] = tableOf(
      rows.map(([customer, start, end]) => ({ customer, start, end, mrr: 10 })),
      ...more,
    );
    const last = readable([body[body.length - 1]!]) as unknown[][];
    return [last[0]![0], last[0]![header!.indexOf("Lost")], last[0]![header!.indexOf("Customers at end")]];
  };

  // fivetran/dbt_stripe PR 146, lifelines 159 and 1305: terms that end ahead were taken for today.
  test("ends in a later period than the latest start need as_of, and the error counts them", () => {
    const rows = [
      ["a", "2026-10-15", "2028-10-14"],
      ["b", "2026-03-01", "2027-02-28"],
      ["c", "2026-01-01", "2026-06-30"],
    ] as const;
    const given = (...more: unknown[]) => [
      column(...rows.map(([customer]) => customer)),
      column(...rows.map(([, start]) => start)),
      column(...rows.map(([, , end]) => end)),
      ...more,
    ];
    const message =
      "as_of must be the day the list is from when ends fall in a later month than the latest start, " +
      "got nothing with 2 rows that end after the month of 2026-10-15, up to 2028-10-14";
    expect(messageOf("CLV_SUBSCRIPTIONS", ...given(column(10, 10, 10)))).toBe(
      `CLV_SUBSCRIPTIONS: ${message}`,
    );
    const [, start, end] = given();
    expect(messageOf("CLV_SURVIVAL", start, end)).toBe(`CLV_SURVIVAL: ${message}`);
    expect(messageOf("CLV_TENURE", start, end)).toBe(`CLV_TENURE: ${message}`);
    expect(customersAtEnd(rows, "2026-11-28")).toEqual(["2026-11-01", 0, 2]);
  });

  test("an end in the period of the latest start is now, and the loss that the list ends with", () => {
    expect(
      customersAtEnd([
        ["a", "2026-01-01", "2026-05-20"],
        ["b", "2026-05-03", ""],
      ]),
    ).toEqual(["2026-05-01", 1, 1]);
  });

  test("an end on as_of still runs where as_of is given, and where rows are terms", () => {
    const list = [
      ["a", "2026-01-01", "2026-05-20"],
      ["b", "2026-05-03", ""],
    ] as const;
    expect(customersAtEnd(list, "2026-05-20")).toEqual(["2026-05-01", 0, 2]);
    const terms = [
      ["a", "2026-04-01", "2026-04-30"],
      ["a", "2026-05-01", "2026-05-31"],
      ["b", "2026-04-01", "2026-04-30"],
    ] as const;
    expect(customersAtEnd(terms)).toEqual(["2026-05-01", 0, 1]);
  });

  // SAP and SQL exports write an open end so; OHDSI/CohortDiagnostics 613.
  test.each(["2099-01-01", "2099-12-31", "9999-12-31"])("an end of %s is an open one", (open) => {
    const rows = [
      ["a", "2026-01-01", open],
      ["b", "2026-03-01", "2026-03-20"],
    ] as const;
    expect(customersAtEnd(rows)).toEqual(["2026-03-01", 1, 1]);
    expect(customersAtEnd(rows, "2026-06-15")).toEqual(["2026-06-01", 0, 1]);
  });

  test("rows that start after as_of do not count, so that a past state can be computed again", () => {
    const rows = [
      ["a", "2026-01-01", "2026-12-31"],
      ["b", "2026-03-01", ""],
    ] as const;
    expect(customersAtEnd(rows, "2026-02-15")).toEqual(["2026-02-01", 0, 1]);
  });
});
