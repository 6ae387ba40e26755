import { describe, expect, test } from "@jest/globals";
import { parametersAt } from "../../src/core/models/covariates";
import type { Parameters } from "../../src/core/models/nbd";
import { call, column, messageOf } from "../support/call";
import { close } from "../support/close";
import { chance, simulators } from "../support/histories";
import { fitItems, itemOf as valueOf } from "../support/fitTable";

type Table = unknown[][];

const truth: Parameters = [0.8, 6, 0.8, 12];
const channels = ["Search", "Ads", "Fair"];

/** Rows of 700 customers whose channel and age move how often they order and when they leave. */
function rows() {
  const random = chance(4);
  const start = Date.UTC(2025, 0, 1);
  return Array.from({ length: 700 }, (_, index) => {
    const channel = channels[[0, 0, 1, 1, 2, 0, 0][index % 7]!]!;
    const age = 20 + Math.floor(random.uniform() * 40);
    const z = [channel === "Ads" ? 1 : 0, channel === "Fair" ? 1 : 0, age];
    const own = { trans: [-0.5, 0.6, 0.01], life: [0.5, -0.5, 0] };
    const params = parametersAt("pareto/nbd", truth, own, z);
    const first = Math.floor(random.uniform() * 120);
    return [0, ...simulators["pareto/nbd"]!(params)(random, 52 - first / 7)].map((time) => ({
      customer: `C${index}`,
      date: new Date(start + Math.floor(first + time * 7) * 86_400_000),
      amount: Math.round(random.gamma(6, 0.2) * 100) / 100,
      // What changes later does not count.
      channel: time === 0 ? channel : "Shop",
      age: time === 0 ? age : 0,
    }));
  }).flat();
}

const all = rows();
const customer = all.map((row) => [row.customer]);
const date = all.map((row) => [row.date]);
const amount = all.map((row) => [row.amount]);
const values = all.map(({ channel, age }) => [channel, age]);
const covariates = [["Channel", "Age"], ...values];
const orders = [customer, date, amount];

const fit = call("CLV_FIT_COVARIATES", ...orders, covariates, "pareto/nbd") as Table;
const names = ["Channel: Ads", "Channel: Fair", "Age"];
const number = (item: string) => valueOf(fit, item) as number;
const effects = {
  trans: names.map((name) => number(`trans.${name}`)),
  life: names.map((name) => number(`life.${name}`)),
};
const params = ["r", "alpha", "s", "beta"].map(number) as unknown as Parameters;

describe("CLV_FIT_COVARIATES", () => {
  test("gives the block of CLV_FIT with coefficients, what they are compared with and a test of them", () => {
    expect(fit.map(([item]) => item)).toEqual(
      fitItems(
        [
          "r",
          "alpha",
          "s",
          "beta",
          ...names.map((name) => `trans.${name}`),
          ...names.map((name) => `life.${name}`),
        ],
        ["Compared with", "Likelihood ratio", "Degrees of freedom", "p-value"],
      ),
    );
    expect(valueOf(fit, "Compared with")).toBe("Channel: Search");
    expect(valueOf(fit, "Degrees of freedom")).toBe(6);
    const plain = call("CLV_FIT", ...orders, "pareto/nbd") as Table;
    expect(valueOf(fit, "Likelihood ratio")).toBeCloseTo(
      2 * (number("Log-likelihood") - (valueOf(plain, "Log-likelihood") as number)),
      9,
    );
    for (const item of ["Customers", "From", "p", "q", "v", "Data fingerprint"])
      expect(valueOf(fit, item)).toEqual(valueOf(plain, item));
  });

  test("finds the coefficients within four standard errors, by each customer's first row", () => {
    const expected = { "Channel: Ads": -0.5, "Channel: Fair": 0.6, Age: 0.01 };
    for (const [name, value] of Object.entries(expected)) {
      const [, found, error] = fit.find(([item]) => item === `trans.${name}`)! as [string, number, number];
      expect(Math.abs(found - value) / error).toBeLessThan(4);
    }
    expect(valueOf(fit, "p-value")).toBeLessThan(1e-6);
  });

  test("accepts a header above the rows, next to their own header, and open ranges", () => {
    const titled = (title: string, cells: Table) => [[title], ...cells];
    const withHeaders = [titled("Customer", customer), titled("Date", date), titled("Amount", amount)];
    expect(call("CLV_FIT_COVARIATES", ...withHeaders, covariates, "pareto/nbd")).toEqual(fit);
    const open = orders.map((cells) => [...cells, [""], [""]]);
    const openToo = [...covariates, ["", ""], ["", ""]];
    expect(call("CLV_FIT_COVARIATES", ...open, openToo, "pareto/nbd")).toEqual(fit);
  });

  test("is the same in whatever order the rows are", () => {
    // Of two rows on a customer's first day the upper counts, so a customer's rows keep their order.
    const order = all
      .map((row, index) => ({ key: row.customer, index }))
      .sort((one, other) => (one.key < other.key ? 1 : one.key > other.key ? -1 : one.index - other.index));
    const turned = (cells: readonly unknown[][]) => order.map(({ index }) => cells[index]!);
    expect(
      call("CLV_FIT_COVARIATES", ...orders.map(turned), [covariates[0]!, ...turned(values)], "pareto/nbd"),
    ).toEqual(fit);
  });

  test("says where few are behind a value, and where all of it may be chance", () => {
    const odd = customer.map(([name]) => [name === "C5" || name === "C6" ? "rare" : "usual"]);
    const rare = call("CLV_FIT_COVARIATES", ...orders, [["Kind"], ...odd], "mbg/nbd") as Table;
    expect(valueOf(rare, "Warnings")).toContain("Few customers are behind Kind: rare (2)");
    expect(valueOf(rare, "Warnings")).toContain("The effect of the covariates may be chance (p-value");
  });

  const beside = (cells: unknown[], title = "Kind") => [
    [title],
    ...customer.map((_, row) => [cells[row % cells.length]]),
  ];
  test.each<[string, unknown, string]>([
    [
      "without a header row",
      values,
      "covariates must have a header row with a name above each column, got 56 in row 1, column 2",
    ],
    [
      "that are all alike",
      beside(["one"]),
      "covariates must differ between customers, got the same value for all of them",
    ],
    [
      "with a blank where a number is due",
      [["Age"], ...values.map(([, age], row) => [row === 0 ? "" : age])],
      'covariates must have a number below "Age" in each customer\'s first row, got an empty cell in row 2',
    ],
    [
      "of dates",
      [["Since"], ...date],
      "covariates must be numbers or text, got 2025-02-09 in row 2, 2025-02-20 in row 3, 2025-03-04 in row 4, 2025-03-25 in row 5, 2025-04-10 in row 6 (a date is not a group of customers: use its year, or the days since), and 3630 more",
    ],
    [
      "that say the same twice",
      [["Channel", "Way"], ...values.map(([channel]) => [channel, `by ${String(channel)}`])],
      'covariates must each add something, got "Way: by Ads", which follows from the others: leave a column out',
    ],
    [
      "of too many values",
      [["Name"], ...customer],
      "covariates must make at most 20 coefficients, one for each column of numbers and for each text value except the commonest, got 699: group rare values, or leave a column out",
    ],
    [
      "so far from 0 that nothing is known of customers at 0",
      [["Year"], ...customer.map(([name]) => [name!.length > 3 ? 90_000 : 90_001])],
      "covariates must be nearer to 0 when they differ so little, got numbers about 90000 below Year: subtract 90000 from them",
    ],
    ["that are missing", "", "covariates must be columns next to the rows, with a header row, got less"],
    [
      "of which two have one name",
      [["Age", "Age"], ...values],
      'covariates must have a different name above each column, got "Age" twice',
    ],
  ])("refuses covariates %s", (_, given, message) => {
    expect(messageOf("CLV_FIT_COVARIATES", ...orders, given, "mbg/nbd")).toBe(
      `CLV_FIT_COVARIATES: ${message}`,
    );
  });

  test("refuses bg/nbd, under which covariates could not change who leaves at once", () => {
    expect(messageOf("CLV_FIT_COVARIATES", ...orders, covariates, "bg/nbd")).toBe(
      'CLV_FIT_COVARIATES: model must be "auto", "mbg/nbd" or "pareto/nbd", got "bg/nbd"',
    );
  });
});

/** The plain block of a customer of whom this is known. */
function blockAt(z: readonly number[]): Table {
  const own = parametersAt("pareto/nbd", params, effects, z);
  return fit
    .filter(([item]) => !/^(?:trans|life)\.|^Compared/.test(item as string))
    .map(([item, value, error]) => {
      const k = ["r", "alpha", "s", "beta"].indexOf(item as string);
      return [item, k < 0 ? value : own[k], error];
    });
}

const zOf = (name: string) => {
  const [channel, age] = values[customer.findIndex(([one]) => one === name)]!;
  return [channel === "Ads" ? 1 : 0, channel === "Fair" ? 1 : 0, age as number];
};

describe("CLV_PREDICT with a table of CLV_FIT_COVARIATES", () => {
  const predicted = call("CLV_PREDICT", ...orders, "", "", "", fit, "", covariates) as Table;

  test("expects of each customer what the parameters of its covariates expect", () => {
    const header = predicted[0] as string[];
    const shown = ["P(alive)", "Expected orders", "Predicted CLV", "Value at risk"].map((title) =>
      header.indexOf(title),
    );
    for (const name of ["C0", "C3", "C4", "C65"]) {
      const own = predicted.find(([one]) => one === name)!;
      const plain = call("CLV_PREDICT", ...orders, "", "", "", blockAt(zOf(name))) as Table;
      const alone = plain.find(([one]) => one === name)!;
      expect(shown.map((k) => own[k])).toEqual(shown.map((k) => close(alone[k], 9)));
      expect(own[7] as number).toBeLessThan(own[6] as number);
      expect(own[8] as number).toBeGreaterThan(own[6] as number);
    }
    const value = predicted.slice(1).map((row) => row[6] as number);
    expect(value).toEqual(value.slice().sort((one, other) => other - one));
    expect(predicted).toHaveLength(701);
  });

  test("takes one row of values for all, in the order of the table", () => {
    const one = call("CLV_PREDICT", ...orders, "", "", "", fit, "", [[0, 1, 30]]) as Table;
    const plain = call("CLV_PREDICT", ...orders, "", "", "", blockAt([0, 1, 30])) as Table;
    expect(one.map((row) => close(row[6], 9))).toEqual(plain.map((row) => row[6]));
  });

  test.each<[string, unknown, unknown, string]>([
    [
      "a table with covariates alone",
      fit,
      "",
      'covariates must be given, since the fit uses them ("Channel: Ads", "Channel: Fair", "Age"), got nothing',
    ],
    [
      "covariates alone",
      blockAt([0, 0, 0]),
      covariates,
      "covariates must come with a CLV_FIT_COVARIATES table, got them without it",
    ],
    [
      "a value that the fit does not know",
      fit,
      [["Channel", "Age"], ...values.map(([channel, age]) => [channel === "Ads" ? "Post" : channel, age])],
      'covariates must have values that the fit knows below "Channel", got "Post" in row 69: fit again with its customers',
    ],
    [
      "a column less",
      fit,
      [["Age"], ...values.map(([, age]) => [age])],
      'covariates must have the columns of the fit, got none for "Channel: Ads"',
    ],
    [
      "a column more",
      fit,
      [["Channel", "Age", "Plan"], ...values.map((row) => [...row, "A"])],
      'covariates must have the columns of the fit and no others, got "Plan": leave it out, or fit again with it',
    ],
    [
      "too few values in a row",
      fit,
      [[0, 1]],
      'covariates must be columns with a header row, or 3 values in the order of the fit ("Channel: Ads", "Channel: Fair", "Age"), got 2',
    ],
    [
      "text in a row of values",
      fit,
      [["Fair", 0, 30]],
      'covariates must have numbers in a row of values, 1 or 0 for a text value, got "Fair" for "Channel: Ads"',
    ],
  ])("refuses %s", (_, model, given, message) => {
    expect(messageOf("CLV_PREDICT", ...orders, "", "", "", model, "", given)).toBe(`CLV_PREDICT: ${message}`);
  });
});

describe("CLV_NEW_CUSTOMER with a table of CLV_FIT_COVARIATES", () => {
  test("values a customer with known covariates, as values in order or below their names", () => {
    const expected = call("CLV_NEW_CUSTOMER", blockAt([0, 1, 30])) as number;
    expect(call("CLV_NEW_CUSTOMER", fit, "", "", "", [[0, 1, 30]])).toBeCloseTo(expected, 9);
    const below = [
      ["Age", "Channel"],
      [30, "Fair"],
    ];
    expect(call("CLV_NEW_CUSTOMER", fit, "", "", "", below)).toBeCloseTo(expected, 9);
    const [one, two] = call("CLV_NEW_CUSTOMER", fit, column(12, 24), "", "", [[0, 1, 30]]) as number[][];
    expect(one![0]).toBeCloseTo(expected, 9);
    expect(two![0]).toBeGreaterThan(expected);
  });

  test("says which channel's customers are worth more", () => {
    const of = (channel: string) =>
      call("CLV_NEW_CUSTOMER", fit, 24, "", "", [
        ["Channel", "Age"],
        [channel, 30],
      ]) as number;
    expect(of("Fair")).toBeGreaterThan(of("Search"));
    expect(of("Search")).toBeGreaterThan(of("Ads"));
  });

  test("needs them", () => {
    expect(messageOf("CLV_NEW_CUSTOMER", fit)).toContain("covariates must be given, since the fit uses them");
  });
});

test.each<[string, string, unknown[]]>([
  ["CLV_ALIVE", "fit", [fit, 2, 30, 39]],
  ["CLV_EXPECTED_ORDERS", "fit", [fit, 39]],
  ["CLV_EXPECTED_SPEND", "fit", [fit]],
  ["CLV_EXPECTED_VALUE", "fit", [fit, 2, 30, 39]],
  ["CLV_CHANCE", "fit", [fit, 1, 39]],
  ["CLV_TRACKING", "fit", [...orders, fit]],
  ["CLV_FORECAST", "fit", [...orders, "", "", "", "", fit]],
])("%s refuses a table with covariates and says what to take instead", (name, argument, given) => {
  expect(messageOf(name, ...given)).toBe(
    `${name}: ${argument} must be a table without covariates, got one of CLV_FIT_COVARIATES: use CLV_PREDICT or CLV_NEW_CUSTOMER`,
  );
});
