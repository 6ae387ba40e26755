import { describe, expect, test } from "@jest/globals";
import { models } from "../../src/core/models/models";
import { call, column, messageOf } from "../support/call";
import { exampleCells } from "../support/exampleCells";
import { simulatedOrders } from "../support/histories";
import { fitItems, itemOf as valueOf } from "../support/fitTable";

const { customer, date, amount } = simulatedOrders("mbg/nbd", [0.8, 6, 0.8, 2.5], 400);
const block = exampleCells["F1:H19"]!;
const fit = call("CLV_FIT", customer, date, amount, "mbg/nbd") as unknown[][];
const withCell = (row: number, value: unknown) =>
  block.map((cells, index) => (index === row - 1 ? [cells[0], value, ""] : cells));

describe("CLV_FIT", () => {
  test("gives a labelled block", () => {
    expect(fit.map(([item]) => item)).toEqual(fitItems(["r", "alpha", "a", "b"]));
    expect(valueOf(fit, "Customers")).toBe(400);
    expect(valueOf(fit, "Data fingerprint")).toMatch(/^[0-9a-f]{8}$/);
  });

  test("is the same in whatever order the rows are, and its fingerprint changes with the data", () => {
    const reversed = [customer, date, amount].map((cells) => cells.slice().reverse());
    expect(call("CLV_FIT", ...reversed, "mbg/nbd")).toEqual(fit);
    const changed = amount.map((cells, row) => (row === 7 ? [cells[0]! + 1] : cells));
    const other = call("CLV_FIT", customer, date, changed, "mbg/nbd") as unknown[][];
    expect(valueOf(other, "Data fingerprint")).not.toBe(valueOf(fit, "Data fingerprint"));
  });

  test("leaves spend blank and says so where amounts are all equal", () => {
    // Orders of one customer's day are one purchase.
    const keys = customer.map(([name], row) => `${name} ${date[row]![0]!.getTime()}`);
    const same = keys.map((key, row) => [keys.indexOf(key) === row ? 20 : 0]);
    const equal = call("CLV_FIT", customer, date, same, "mbg/nbd") as unknown[][];
    expect(["p", "q", "v"].map((name) => valueOf(equal, name))).toEqual(["", "", ""]);
    expect(valueOf(equal, "Warnings")).toContain(
      "Amounts are all equal or missing, so spend is not modelled and each future order counts as 20.",
    );
    // All orders of a box that costs 20 are worth 20, the first of a new customer and the later ones alike.
    expect(call("CLV_EXPECTED_SPEND", equal)).toBe(20);
    expect(call("CLV_EXPECTED_SPEND", equal, 3, 20)).toBe(20);
    const months = Array.from({ length: 13 }, (_, month) => (month * 365.25) / 12 / 7);
    const until = months.map((weeks) => call("CLV_EXPECTED_ORDERS", equal, weeks) as number);
    const discounted = until
      .slice(1)
      .reduce((sum, orders, k) => sum + (orders - until[k]!) / 1.1 ** ((k + 1) / 12), 0);
    expect(call("CLV_NEW_CUSTOMER", equal)).toBeCloseTo(20 * (1 + discounted), 9);
    const rows = (call("CLV_PREDICT", customer, date, same, "", "", "", equal) as number[][]).slice(1);
    expect(new Set(rows.map((row) => row[5]))).toEqual(new Set([20]));
  });

  test("shows the mean of first orders, and the mean that the spend model expects of later ones", () => {
    const [p, q, v] = ["p", "q", "v"].map((name) => valueOf(fit, name)) as [number, number, number];
    expect(valueOf(fit, "Repeat order value")).toBeCloseTo((p * v) / (q - 1), 12);
    const firstDays = new Map<unknown, number>();
    customer.forEach(([name], row) =>
      firstDays.set(name, Math.min(firstDays.get(name) ?? Infinity, date[row]![0]!.getTime())),
    );
    const first = amount.filter((_, row) => date[row]![0]!.getTime() === firstDays.get(customer[row]![0]));
    expect(valueOf(fit, "First order value")).toBeCloseTo(
      first.reduce((sum, [one]) => sum + one!, 0) / firstDays.size,
      9,
    );
  });

  test("refuses too little data, saying what is missing", () => {
    expect(messageOf("CLV_FIT", column("Ann", "Ann"), column("2026-01-01", "2026-05-01"), column(1, 2))).toBe(
      "CLV_FIT: customer must have at least 30 customers who came back on another day, got 1: use a longer history",
    );
    const names = Array.from({ length: 60 }, (_, row) => [`C${row % 30}`]);
    const days = names.map((_, row) => [row < 30 ? "2026-01-01" : "2026-01-22"]);
    expect(
      messageOf(
        "CLV_FIT",
        names,
        days,
        names.map(() => [5]),
      ),
    ).toBe("CLV_FIT: date must span at least 10 weeks, got 3: use a longer history or a shorter period");
  });
});

describe("CLV_PREDICT", () => {
  const predicted = call("CLV_PREDICT", customer, date, amount, "", "", 0.5, "mbg/nbd") as (
    | string
    | number
  )[][];

  test("gives the same from a block of CLV_FIT", () => {
    expect(call("CLV_PREDICT", customer, date, amount, "", "", 0.5, fit)).toEqual(predicted);
  });

  test("holds what its columns promise, the highest value first", () => {
    const rows = predicted.slice(1) as [string, ...number[]][];
    expect(rows).toHaveLength(400);
    rows.forEach(([, , toDate, alive, orders, orderValue, value, low, high, total, atRisk], index) => {
      expect(alive! > 0 && alive! < 1).toBe(true);
      expect(low! <= value! && value! <= high! && low! < high!).toBe(true);
      expect(total! / (toDate! + value!)).toBeCloseTo(1, 12);
      expect(atRisk! / ((value! * (1 - alive!)) / alive!)).toBeCloseTo(1, 6);
      const undiscounted = orders! * orderValue! * 0.5;
      expect(value! < undiscounted && value! > undiscounted / 1.1).toBe(true);
      expect(value!).toBeLessThanOrEqual(rows[Math.max(0, index - 1)]![6]!);
    });
  });

  test("names each customer's standing: active above 80%, probably lost below 20%", () => {
    const rows = predicted.slice(1);
    for (const row of rows) {
      const chance = row[3] as number;
      expect(row[11]).toBe(chance > 0.8 ? "active" : chance < 0.2 ? "probably lost" : "can still be saved");
    }
    expect(new Set(rows.map((row) => row[11])).size).toBe(3);
  });

  test("repeats the warnings of CLV_FIT next to the first customer only", () => {
    const rows = predicted.slice(1);
    expect(rows[0]![12]).toBe(valueOf(fit, "Warnings"));
    expect(new Set(rows.slice(1).map((row) => row[12]))).toEqual(new Set([""]));
  });

  test("names what the model must be", () => {
    expect(messageOf("CLV_PREDICT", customer, date, amount, "", "", "", "nbd")).toBe(
      'CLV_PREDICT: model must be "auto", "bg/nbd", "mbg/nbd" or "pareto/nbd", or a CLV_FIT table, got "nbd"',
    );
  });
});

describe("a customer whose repeat orders were all free", () => {
  // p v ÷ (p x + q − 1): Fader and Hardie (2013), equation 5 with a mean of 0.
  test("is not expected to spend what others do", () => {
    expect(call("CLV_EXPECTED_SPEND", block, 9, 0)).toBeCloseTo(
      (6.2493 * 15.4445) / (6.2493 * 9 + 2.7443),
      12,
    );
    const free = customer.map(([name], row) => [name === customer[0]![0] && row > 0 ? 0 : amount[row]![0]]);
    const rows = call("CLV_PREDICT", customer, date, free, "", "", "", block) as unknown[][];
    const one = rows.find(([name]) => name === customer[0]![0])!;
    const x = (one[1] as number) - 1;
    expect(one[5]).toBeCloseTo((6.2493 * 15.4445) / (6.2493 * x + 2.7443), 12);
  });
});

describe("the horizon", () => {
  const monthly = (months: number, annual: number) => {
    const until = (month: number) =>
      models["bg/nbd"].expectedPurchasesNew(
        [0.24259395, 4.41359091, 0.79291996, 2.42589405],
        (month * 365.25) / 12 / 7,
      );
    let [sum, before] = [0, 0];
    for (let month = 1; month <= months; month++) {
      const now = until(month);
      sum += (now - before) / (1 + annual) ** (month / 12);
      before = now;
    }
    return ((6.2493 * 15.4445) / 2.7443) * (1 + sum);
  };

  test.each([
    [1200, 0.1],
    [1200, 0],
    [100, 0.03],
    [13, 1],
  ])("of %d months at %d a year gives the sum month by month", (months, annual) => {
    expect((call("CLV_NEW_CUSTOMER", block, months, annual) as number) / monthly(months, annual)).toBeCloseTo(
      1,
      10,
    );
  });

  test("of no month at all is the first order, and each of a range of horizons has its own value", () => {
    const [none, one, two] = call("CLV_NEW_CUSTOMER", block, column(0, 1, 24), 0.1) as number[][];
    expect(none![0]).toBe(monthly(0, 0.1));
    expect(one![0]).toBeCloseTo(monthly(1, 0.1), 9);
    expect(two![0]).toBeCloseTo(monthly(24, 0.1), 9);
  });

  test.each([0.1, 1])("forever at %d a year is the limit of the sum month by month", (annual) => {
    const months = Math.ceil((30 * 12) / Math.log(1 + annual));
    expect(
      (call("CLV_NEW_CUSTOMER", block, "Forever", annual) as number) / monthly(months, annual),
    ).toBeCloseTo(1, 9);
  });

  test("forever needs a discount, and leaves the number of orders open", () => {
    expect(messageOf("CLV_NEW_CUSTOMER", block, "forever", 0)).toBe(
      'CLV_NEW_CUSTOMER: annual_discount must be 0.0001% or more when horizon_months is "forever", got 0: give a rate such as 10%, or a number of months',
    );
    const rows = call("CLV_PREDICT", customer, date, amount, "forever", 0.1, "", block) as unknown[][];
    for (const row of rows.slice(1)) {
      expect(row[4]).toBe("");
      expect(row[7] as number).toBeLessThanOrEqual(row[6] as number);
      expect(row[6] as number).toBeLessThanOrEqual(row[8] as number);
    }
  });

  test("is a whole number or forever", () => {
    expect(messageOf("CLV_NEW_CUSTOMER", block, "ever")).toBe(
      'CLV_NEW_CUSTOMER: horizon_months must be a whole number of 0 or more, or "forever", got "ever"',
    );
  });
});

describe("a block whose search did not end", () => {
  const text =
    "The search for the parameters did not converge, so do not predict from them: check the data with CLV_CHECK";
  const failed = [...block, ["Warnings", `${text}.`, ""]];
  const given: [string, ...unknown[]][] = [
    ["CLV_ALIVE", failed, 2, 30, 39],
    ["CLV_EXPECTED_ORDERS", failed, 39],
    ["CLV_EXPECTED_SPEND", failed],
    ["CLV_NEW_CUSTOMER", failed],
    ["CLV_TRACKING", customer, date, amount, failed],
  ];
  test.each(given)("is an error of %s that repeats the warning", (name, ...args) => {
    expect(messageOf(name, ...args)).toBe(
      `${name}: fit must be a CLV_FIT table that converged, got this in row 11: ${text}`,
    );
  });

  test("of CLV_PREDICT too", () => {
    expect(messageOf("CLV_PREDICT", customer, date, amount, "", "", "", failed)).toContain(
      `model must be a CLV_FIT table that converged, got this in row 11: ${text}`,
    );
  });
});

describe("parameters at a limit", () => {
  // All bought every week while they were there, so that nothing tells their rates apart.
  const days = Array.from({ length: 200 }, (_, i) =>
    Array.from({ length: i % 4 === 0 ? 1 : i % 4 === 1 ? 41 : 2 + ((i * i) % 23) }, (__, k) => [
      `C${i}`,
      new Date(Date.UTC(2025, 0, 1 + 7 * k)),
    ]),
  ).flat();
  const rows = [days.map(([name]) => [name]), days.map(([, when]) => [when]), days.map(() => [20])];
  const limit = call("CLV_FIT", ...rows, "mbg/nbd") as unknown[][];

  test("have no standard error, show their ratio as a number, and are explained in words", () => {
    const [r, alpha] = ["r", "alpha"].map((item) => limit.find(([label]) => label === item)!);
    expect([r![2], alpha![2]]).toEqual(["", ""]);
    expect(Math.log10(alpha![1] as number) % 1).toBeCloseTo(0, 9);
    const rate = (r![1] as number) / (alpha![1] as number);
    expect(valueOf(limit, "Warnings")).toContain(
      `All customers seem to order equally often (${Number(rate.toPrecision(2))} orders a week)`,
    );
  });

  test("read back from the block give what the rows give", () => {
    expect(call("CLV_PREDICT", ...rows, "", "", "", limit)).toEqual(
      call("CLV_PREDICT", ...rows, "", "", "", "mbg/nbd"),
    );
    const alive = call("CLV_ALIVE", limit, 5, 35, 40) as number;
    expect(alive > 0 && alive < 1).toBe(true);
  });
});

describe("a damaged block is an error that names the cell", () => {
  test.each([
    [5, "soon", 'CLV_ALIVE: fit must have a number above 0 as alpha, got "soon" in row 5'],
    [6, -1, "CLV_ALIVE: fit must have a number of 0 or more as a, got -1 in row 6"],
    [
      2,
      "gompertz",
      'CLV_ALIVE: fit must have "bg/nbd", "mbg/nbd" or "pareto/nbd" as Model, got "gompertz" in row 2',
    ],
    [9, 1, "CLV_ALIVE: fit must have a number above 1 as q, got 1 in row 9"],
    [7, "#REF!", "CLV_ALIVE: fit must have a number above 0 as b, got #REF! in row 7"],
  ])("row %d holding %s", (row, value, message) => {
    expect(messageOf("CLV_ALIVE", withCell(row, value), 2, 30, 39)).toBe(message);
  });

  test("a missing row, or no block at all", () => {
    expect(messageOf("CLV_ALIVE", block.slice(0, 4), 2, 30, 39)).toBe(
      "CLV_ALIVE: fit must be the whole table of CLV_FIT, got no row that says alpha",
    );
    expect(messageOf("CLV_ALIVE", 5, 2, 30, 39)).toBe("CLV_ALIVE: fit must be a CLV_FIT table, got 5");
  });
});

describe("the functions of single customers", () => {
  test("take whole columns, and refuse a history that cannot be", () => {
    const alive = call(
      "CLV_ALIVE",
      block,
      column(2, 0, ""),
      column(30, 0, ""),
      column(39, 5, ""),
    ) as unknown[][];
    expect(alive.map(([cell]) => typeof cell)).toEqual(["number", "number"]);
    expect(alive[1]).toEqual([1]);
    expect(messageOf("CLV_ALIVE", block, 2, 40, 39)).toBe(
      "CLV_ALIVE: recency must be at most age, got 40 against 39",
    );
    expect(messageOf("CLV_ALIVE", block, 0, 4, 39)).toBe(
      "CLV_ALIVE: recency must be 0 where frequency is 0, got 4",
    );
  });

  test("without a history are those of a new customer", () => {
    // closed form in 50 digits, fixtures/conditional.py
    expect(call("CLV_EXPECTED_ORDERS", block, 52)).toBeCloseTo(1.4440110579956322, 12);
    // the mean of the population is p v ÷ (q − 1): Fader and Hardie, note 025
    expect(call("CLV_EXPECTED_SPEND", block)).toBeCloseTo((6.2493 * 15.4445) / 2.7443, 12);
  });
});

describe("CLV_VALIDATE and CLV_TRACKING", () => {
  test("refunds paid after the split are not known to the fit before it", () => {
    const days = date.map(([cell]) => (cell as Date).getTime());
    const split = days.slice().sort((a, b) => a - b)[Math.floor((days.length * 2) / 3)]!;
    const last = Math.max(...days);
    // Whoever bought nothing after the split gets the latest order back on the last day.
    const latest = new Map<unknown, number>();
    customer.forEach(([name], row) => {
      if (!(days[latest.get(name)!]! > days[row]!)) latest.set(name, row);
    });
    const refunded = [...latest.values()].filter((row) => days[row]! <= split);
    expect(refunded.length).toBeGreaterThan(50);
    const later = [
      [...customer, ...refunded.map((row) => customer[row]!)],
      [...date, ...refunded.map(() => [new Date(last)])],
      [...amount, ...refunded.map((row) => [-Number(amount[row]![0])])],
    ];
    const day = new Date(split).toISOString().slice(0, 10);
    expect(call("CLV_VALIDATE", ...later, day)).toEqual(call("CLV_VALIDATE", customer, date, amount, day));
  });

  test("say how each model did next to the naive forecast", () => {
    const table = call("CLV_VALIDATE", customer, date, amount) as unknown[][];
    expect(table.map(([model]) => model)).toEqual(["Model", "bg/nbd", "mbg/nbd", "pareto/nbd", "naive"]);
    for (const [, customers, actual, orders, bias] of table.slice(1) as number[][]) {
      expect([customers, actual]).toEqual([table[1]![1], table[1]![2]]);
      expect(bias).toBeCloseTo(orders! / actual! - 1, 12);
    }
  });

  test("the last cumulative figure counts all repeat orders, and the fit expects about as many", () => {
    const table = call("CLV_TRACKING", customer, date, amount, fit, "month") as number[][];
    const last = table[table.length - 1]!;
    const orders = (call("CLV_CUSTOMERS", customer, date, amount) as number[][]).slice(1);
    expect(last[3]).toBe(orders.reduce((total, row) => total + row[6]!, 0));
    expect(Math.abs(last[4]! / last[3]! - 1)).toBeLessThan(0.1);
  });
});
